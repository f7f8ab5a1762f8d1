import Canvas
import NewsModel
import Phrases

/// A list of stories with its title on top and the summary of the chosen one below.
enum ListView {
  /// The rows of the title and of what is left empty under it.
  static func headRows(_ state: ReaderState) -> Int { state.isAiry ? 2 : 1 }

  /// The visible lines.
  static func lines(_ state: ReaderState, _ list: ListPlace, size: CellSize) -> [Line] {
    let head = head(state, list, columns: size.columns)
    guard !list.stories.isEmpty else {
      let text = state.phrasebook[
        list.isLoaded && state.refresh == nil ? emptyPhrase(list.query, state.muted) : .loading]
      return head + MainView.empty(text, columns: size.columns, rows: size.rows - head.count)
    }
    let rows = listRows(state, list, size: size)
    var lines = head + Self.list(state, list, columns: size.columns).lines(from: list.cursor.top, rows: rows)
    let summary = summary(state, list, columns: size.columns)
    if size.rows - headRows(state) > rows {
      // Under the list, wherever that ends: it stays there while the cursor moves.
      if lines.last != .blank, lines.count < head.count + rows { lines.append(.blank) }
      lines += summary
    }
    return lines
  }

  /// The rows that the list itself has.
  static func listRows(_ state: ReaderState, _ list: ListPlace, size: CellSize) -> Int {
    let hasSummaries =
      size.rows >= 14 && Arrangement(state).lead == nil && list.stories.contains { !$0.summary.isEmpty }
    return max(1, size.rows - headRows(state) - (hasSummaries ? summaryRows : 0))
  }

  /// A rule and three lines of text: the same for every story, so that the list does not jump.
  private static let summaryRows = 4

  /// The stories as items.
  static func list(_ state: ReaderState, _ list: ListPlace, columns: Int) -> ItemList {
    let row = StoryRow(state: state, pane: .main, columns: columns)
    let showsSection = list.query.mixesSections
    return ItemList(count: list.stories.count) { index in
      let story = list.stories[index]
      return row.lines(
        story, target: .row(index), isChosen: index == list.cursor.selection,
        detail: row.detail(story, showsSection: showsSection)) + (state.isAiry ? [.blank] : [])
    }
  }

  private static func head(_ state: ReaderState, _ list: ListPlace, columns: Int) -> [Line] {
    var facts: [String] = []
    if list.order != .newest { facts.append(state.phrasebook[Phrase(order: list.order)]) }
    if !list.stories.isEmpty { facts.append("\(list.row + 1)/\(list.total)") }
    return [
      Heading.line(
        list.query.title(state), right: facts.joined(separator: " · "), columns: columns,
        isPlain: state.settings.isPlain)
    ]
      + (state.isAiry ? [.blank] : [])
  }

  private static func emptyPhrase(_ query: ListQuery, _ muted: [MuteRule]) -> Phrase {
    switch query {
    case .section(let site, let section) where muted.contains(.section(site, section)): .sectionMuted
    case .site(let site) where muted.contains(.source(site)),
      .section(let site, _) where muted.contains(.source(site)):
      .frontMuted
    case .saved: .nothingSaved
    case .sinceLastVisit: .nothingSince
    case .section, .site: .sectionEmpty
    }
  }

  private static func summary(_ state: ReaderState, _ list: ListPlace, columns: Int) -> [Line] {
    let isPlain = state.settings.isPlain
    let rule =
      isPlain
      ? Line.blank : Line([Span("  "), Span(String(repeating: "─", count: max(0, columns - 4)), .border)])
    guard list.stories.indices.contains(list.cursor.selection) else { return [rule] }
    let story = list.stories[list.cursor.selection]
    let lines = Typesetter(language: story.language ?? state.siteLanguage, dividesWords: !isPlain)
      .paragraph(
        story.summary, measure: StoryRow.measure(state, columns: columns), lineLimit: summaryRows - 1)
    let indent = String(repeating: " ", count: StoryRow.indent)
    return [rule] + (story.summary.isEmpty ? [] : lines.map { Line([Span(indent), Span($0, .summary)]) })
  }
}

extension ListQuery {
  /// What the list is called.
  func title(_ state: ReaderState) -> String {
    switch self {
    case .section(_, let id): id.path
    case .site(let id): state.siteNames[id] ?? id.rawValue
    case .saved: state.phrasebook[.saved]
    case .sinceLastVisit: state.phrasebook[.sinceLastVisit]
    }
  }

  /// Whether its stories come from several sections.
  var mixesSections: Bool { if case .section = self { false } else { true } }
}
