import Canvas
import NewsModel
import Phrases
import TextLayout

/// Every source with its state: when it answered last, why it fails and what can be done.
enum SourcesView {
  /// The title and the empty row under it.
  static let headRows = 2

  static func lines(_ state: ReaderState, _ sources: SourcesPlace, columns: Int, rows: Int) -> [Line] {
    let failing = sources.reports.filter { $0.problem != nil }.count
    var right = ""
    if sources.isLoaded {
      right =
        failing == 0 ? state.phrasebook[.allSourcesFine] : state.phrasebook.text(.failing, count: failing)
    }
    let ink: Ink = failing == 0 ? .success : .warning
    let title = state.phrasebook[.sources]
    // Beside each other, or one under the other.
    let isWide = CellWidth.columns(of: title) + CellWidth.columns(of: right) + 8 <= columns
    let head = [
      Heading.line(
        title, right: isWide ? right : "", rightInk: ink, columns: columns, isPlain: state.settings.isPlain),
      isWide ? Line.blank : Line([Span("  "), Span(right, ink)]),
    ]
    guard !sources.reports.isEmpty else {
      let text = state.phrasebook[sources.isLoaded ? .noSources : .loading]
      return head + MainView.empty(text, columns: columns, rows: rows - headRows)
    }
    return head
      + list(state, sources, columns: columns).lines(from: sources.cursor.top, rows: rows - headRows)
  }

  static func list(_ state: ReaderState, _ sources: SourcesPlace, columns: Int) -> ItemList {
    ItemList(count: sources.reports.count) { index in
      let isChosen = index == sources.cursor.selection && state.litPane == .main
      let rows = item(state, sources.reports[index], columns: columns, isChosen: isChosen).map { spans in
        Line(spans, target: .row(index), surface: isChosen ? .selection : nil)
      }
      return heading(of: index, in: sources, columns: columns) + rows + [.blank]
    }
  }

  /// The folders and the site above its first source, where several sites' sources are shown.
  private static func heading(of index: Int, in sources: SourcesPlace, columns: Int) -> [Line] {
    guard sources.site == nil else { return [] }
    let report = sources.reports[index]
    if index > 0, sources.reports[index - 1].source.site == report.source.site { return [] }
    let path = (report.folder + [report.siteName]).joined(separator: " / ")
    return [Line([Span("  "), Span(Typesetter.oneLine(path, columns: max(1, columns - 4)), .section)])]
  }

  private static func item(
    _ state: ReaderState, _ report: SourceReport, columns: Int, isChosen: Bool
  ) -> [[Span]] {
    let phrases = state.phrasebook
    let bar = isChosen ? Span("▌ ", .accent) : Span("  ")
    let room = max(1, columns - 6)
    let mark = report.problem == nil ? Span("✓ ", .success) : Span("! ", .error)
    let name = report.source.section?.path ?? report.siteName
    var rows = Typesetter().row(name, measure: room).enumerated().map { row, text in
      [bar, row == 0 ? mark : Span("  "), Span(text, .headline)]
    }
    let address = Typesetter.oneLine(report.source.address.text, columns: room)
    rows.append([bar, Span("  "), Span(address, .muted)])
    var facts: [String] = []
    if let date = report.lastSuccess {
      let age = phrases.age(of: date, now: state.now)
      facts.append(phrases.text(.answered, ["age": age]))
    } else {
      facts.append(phrases[.neverAnswered])
    }
    if report.articles > 0 { facts.append(phrases.text(.articles, count: report.articles)) }
    if report.wireBytes > 0 { facts.append(phrases.size(bytes: report.wireBytes)) }
    let wait = report.notBefore.map {
      phrases.text(.notBefore, ["time": phrases.shortAge(of: $0, now: state.now)])
    }
    if let wait, report.problem == nil { facts.append(wait) }
    let setter = Typesetter(language: phrases.language.rawValue, dividesWords: !state.settings.isPlain)
    rows += setter.row(facts.joined(separator: " · "), measure: room).map {
      [bar, Span("  "), Span($0, .date)]
    }
    if let problem = report.problem {
      let sentence = [phrases.sentence(for: problem), wait].compactMap(\.self).joined(separator: "; ")
      rows += setter.paragraph(sentence, measure: room).map { [bar, Span("  "), Span($0, .error)] }
    }
    return rows
  }
}
