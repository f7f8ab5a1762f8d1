import Canvas
import Phrases
import TextLayout

/// The search in the archive: what is typed, then the hits with the words around them.
enum SearchView {
  /// The rows of the field and of the count under it.
  static let headRows = 3

  /// The visible lines.
  static func lines(_ state: ReaderState, _ search: SearchPlace, columns: Int, rows: Int) -> [Line] {
    let head = head(state, search, columns: columns)
    guard !search.hits.isEmpty else {
      guard search.answered == nil else { return head }
      return head + MainView.empty(state.phrasebook[.searchHelp], columns: columns, rows: rows - headRows)
    }
    return head + list(state, search, columns: columns).lines(from: search.cursor.top, rows: rows - headRows)
  }

  /// The column of the cursor in the field, within the pane.
  static func cursorColumn(_ state: ReaderState, _ search: SearchPlace, columns: Int) -> Int {
    let label = 2 + CellWidth.columns(of: state.phrasebook[.searchPrompt]) + 1
    return label + search.line.visible(columns: columns - label).cursorColumn
  }

  /// The hits as items.
  static func list(_ state: ReaderState, _ search: SearchPlace, columns: Int) -> ItemList {
    let row = StoryRow(state: state, pane: .main, columns: columns)
    return ItemList(count: search.hits.count) { index in
      let hit = search.hits[index]
      let isChosen = !search.isEditing && index == search.cursor.selection
      let lines = row.lines(
        hit.story, target: .row(index), isChosen: isChosen, detail: row.detail(hit.story, showsSection: true))
      return lines + snippet(hit, state: state, columns: columns, isChosen: isChosen, index: index) + [.blank]
    }
  }

  private static func head(_ state: ReaderState, _ search: SearchPlace, columns: Int) -> [Line] {
    var field = Line([Span("  "), Span(state.phrasebook[.searchPrompt], .section, [.bold]), Span(" ")])
    let text = search.line.visible(columns: columns - field.columns).text
    field.spans.append(Span(text, .input))
    var count = Line([Span("  ")])
    if let answered = search.answered, search.query == answered {
      count.spans.append(Span(told(search.found, phrases: state.phrasebook), .muted))
    } else if search.query != nil {
      count.spans.append(Span(state.phrasebook[.searching], .muted))
    }
    return [field, count, .blank]
  }

  /// How much was found, and for what where that is not what was typed.
  private static func told(_ found: Finding, phrases: Phrasebook) -> String {
    var parts = [found.hits.isEmpty ? phrases[.foundNothing] : phrases.text(.found, count: found.hits.count)]
    if let reading = found.reading { parts.append(phrases.text(.searchedFor, ["words": reading])) }
    if !found.misread.isEmpty {
      parts.append(phrases.text(.misread, ["words": found.misread.joined(separator: ", ")]))
    }
    return parts.joined(separator: " · ")
  }

  /// The words around the hit, at most two lines.
  private static func snippet(
    _ hit: FoundStory, state: ReaderState, columns: Int, isChosen: Bool, index: Int
  ) -> [Line] {
    guard !hit.snippet.isEmpty else { return [] }
    // A column is left for the mark of what does not fit.
    let options = LayoutOptions(
      measure: max(1, StoryRow.measure(state, columns: columns) - 1),
      language: hit.story.language ?? state.siteLanguage, fit: .first, hyphenation: .none, lineLimit: 2)
    let lines = ParagraphLayout(options).lines(of: hit.snippet)
    return lines.map { laid in
      var spans = [Span(String(repeating: " ", count: StoryRow.indent))]
      var start = laid.range.lowerBound
      for match in hit.matches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        let lower = max(start, match.lowerBound)
        let upper = min(laid.range.upperBound, match.upperBound)
        guard lower < upper else { continue }
        spans.append(Span(hit.snippet.bytes(start..<lower), .summary))
        spans.append(Span(hit.snippet.bytes(lower..<upper), .searchHit))
        start = upper
      }
      spans.append(Span(hit.snippet.bytes(start..<max(start, laid.range.upperBound)), .summary))
      let isCut = laid.end == lines.last?.end && laid.end < hit.snippet.utf8.count
      if isCut { spans.append(Span("…", .summary)) }
      return Line(spans, target: .row(index))
    }
  }
}
