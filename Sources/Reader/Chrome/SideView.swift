import Canvas
import Foundation
import Phrases

/// A pane beside the main one: «Top news» with section, title and date, «Related» with title and date.
enum SideView {
  /// The title's row.
  static let headRows = 1

  /// The visible lines.
  static func lines(_ state: ReaderState, pane: Pane, columns: Int, rows: Int) -> [Line] {
    let isFocused = state.litPane == pane
    let title = Typesetter.oneLine(title(of: pane, state), columns: max(1, columns - 8))
    var head = Line([Span(" "), Span(title, isFocused ? .focusedTitle : .paneTitle, [.bold])])
    let list = list(state, pane: pane, columns: columns)
    guard list.count > 0 else {
      let text = state.phrasebook[isWaiting(pane, state) ? .loading : .nothingBeside]
      return [head]
        + Typesetter().row(text, measure: max(1, columns - 3)).map { Line([Span("  "), Span($0, .muted)]) }
    }
    let cursor = state.side.cursor(of: pane)
    if isFocused { head.flushRight([Span("\(cursor.selection + 1)/\(list.count) ", .muted)], in: columns) }
    return Array(([head] + list.lines(from: cursor.top, rows: rows - headRows)).prefix(max(0, rows)))
  }

  /// Whether what a pane shows may still come.
  private static func isWaiting(_ pane: Pane, _ state: ReaderState) -> Bool {
    switch pane {
    case .related: state.side.article == nil && state.article?.problem == nil
    case .top:
      state.refresh != nil || state.site.map { state.editions[$0] == nil || state.top[$0] == nil } ?? false
    case .list, .main, .menu, .ticker: false
    }
  }

  private static func title(of pane: Pane, _ state: ReaderState) -> String {
    switch pane {
    case .list: state.queueTitle
    case .related: state.phrasebook[.related]
    case .top, .main, .menu, .ticker: state.phrasebook[.topNews]
    }
  }

  /// The stories as items.
  static func list(_ state: ReaderState, pane: Pane, columns: Int) -> ItemList {
    let stories = state.stories(in: pane)
    let cursor = state.side.cursor(of: pane)
    let isFocused = state.litPane == pane
    return ItemList(count: stories.count) { index in
      let isChosen = isFocused ? cursor.selection == index : pane == .list && state.article?.index == index
      return item(
        state, stories[index], number: pane == .top ? index + 1 : nil, columns: columns, isChosen: isChosen
      ).map { spans in
        Line(
          spans, target: .sideRow(pane, index),
          surface: isChosen ? (isFocused ? .selection : .selectionIdle) : nil)
      }
    }
  }

  private static func item(
    _ state: ReaderState, _ story: Story, number: Int?, columns: Int, isChosen: Bool
  ) -> [[Span]] {
    let bar = isChosen ? Span("▌", .accent) : Span(" ")
    let mark = number.map { $0 < 10 ? " \($0) " : "\($0) " } ?? "· "
    let blank = String(repeating: " ", count: mark.count)
    let isRead = state.shelf.status(of: story.reference).isRead
    let titles = Typesetter(language: story.language ?? state.siteLanguage)
      .row(story.title, measure: max(1, columns - 2 - mark.count))
    var rows = titles.enumerated().map { row, title in
      [bar, Span(row == 0 ? mark : blank, .number), Span(title, isRead ? .read : .headline)]
    }
    let names = number == nil ? [] : story.section.map { [Span($0, .section)] } ?? []
    let facts = StoryRow.facts(of: story, names, state: state, columns: columns - 1 - mark.count)
    if !facts.isEmpty { rows.append([bar, Span(blank)] + facts) }
    return rows
  }
}

extension SideState {
  /// The chosen row of a side pane.
  func cursor(of pane: Pane) -> ListCursor {
    switch pane {
    case .list: listCursor
    case .related: relatedCursor
    case .top, .main, .menu, .ticker: topCursor
    }
  }
}

extension ReaderState {
  /// What the list is called that the article was opened from.
  var queueTitle: String {
    switch places.dropLast().last {
    case .list(let list): list.query.title(self)
    case .search: phrasebook[.searchPrompt].trimmingCharacters(in: .punctuationCharacters)
    case .article: phrasebook[.related]
    case .front, .kiosk, .sources, .help, nil: phrasebook[.frontPage]
    }
  }
}
