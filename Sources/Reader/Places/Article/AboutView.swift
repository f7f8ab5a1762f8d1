import Canvas
import NewsModel
import Phrases
import TextLayout

/// What is known about the article that is read, and what it said before.
enum AboutView {
  /// - Parameters:
  ///   - selection: which version is chosen, the last one being 0; of an article that has no other, the first line
  ///     shown.
  ///   - size: the room inside the box.
  static func lines(_ state: ReaderState, selection: Int, size: CellSize) -> [Line] {
    guard let article = state.article, let opened = article.opened else { return [] }
    let facts = facts(opened, state, columns: size.columns)
    guard article.versionCount > 1 else {
      return Array(facts.dropFirst(max(0, min(selection, facts.count - size.rows))).prefix(size.rows))
    }
    // What it said before can be told nowhere else; the facts give way to it.
    let versions = versions(opened, state, selection: selection, columns: size.columns)
    let room = min(size.rows, max(6, size.rows - facts.count - 1))
    let top = versions.top(ListCursor(selection: selection), rows: room)
    let shown = versions.lines(from: top, rows: room)
    let left = size.rows - shown.count - 1
    return (left > 0 ? facts.prefix(left) + [Line()] : []) + shown
  }

  /// How many lines can be scrolled away before the last ones are shown.
  static func hiddenLines(_ state: ReaderState, size: CellSize) -> Int {
    guard let opened = state.article?.opened else { return 0 }
    return max(0, facts(opened, state, columns: size.columns).count - size.rows)
  }

  /// Source, times, language, what is kept.
  private static func facts(_ opened: OpenedArticle, _ state: ReaderState, columns: Int) -> [Line] {
    let phrases = state.phrasebook
    let article = opened.listed.article
    var facts: [(Phrase, String)] = []
    if let source = opened.source ?? state.sites.first(where: { $0.id == article.site })?.name {
      facts.append((.factSource, source))
    }
    if let address = article.address { facts.append((.factAddress, address.text)) }
    if let date = article.published {
      facts.append((.factPublished, phrases.moment(date, isDayOnly: article.isDayOnly)))
    }
    if let date = article.modified { facts.append((.factModified, phrases.moment(date))) }
    facts.append((.factSeen, phrases.moment(article.firstSeen)))
    if let date = opened.history.removed { facts.append((.factRemoved, phrases.moment(date))) }
    if let language = opened.document?.language ?? article.language {
      facts.append((.factLanguage, language))
    }
    facts.append((.factText, phrases[opened.document == nil ? .factTextMissing : .factTextKept]))
    facts.append((.factNumber, article.id.description))
    let widest = facts.map { CellWidth.columns(of: phrases[$0.0]) }.max() ?? 0
    return facts.flatMap { label, text in
      lines(phrases[label], text, labelColumns: widest + 2, columns: columns, phrases)
    }
  }

  /// A fact beside its label; behind it in the same line where the box is narrow.
  private static func lines(
    _ label: String, _ text: String, labelColumns: Int, columns: Int, _ phrases: Phrasebook
  ) -> [Line] {
    let setter = Typesetter(language: phrases.language.rawValue)
    guard columns - labelColumns < narrowest else {
      return setter.row(text, measure: columns - labelColumns).enumerated().map { row, part in
        var line = Line(row == 0 ? [Span(label, .muted)] : [])
        line.pad(to: labelColumns)
        line.spans.append(Span(part))
        return line
      }
    }
    let head = label + ": "
    return setter.row(head + text, measure: max(8, columns)).enumerated().map { row, part in
      guard row == 0, part.hasPrefix(head) else { return Line([Span(part)]) }
      return Line([Span(head, .muted), Span(String(part.dropFirst(head.count)))])
    }
  }

  /// The versions, the last one first: until when each stood, and what its headline was; beside each other, or one
  /// under the other where the box is narrow.
  private static func versions(
    _ opened: OpenedArticle, _ state: ReaderState, selection: Int, columns: Int
  ) -> ItemList {
    let phrases = state.phrasebook
    let now = [(phrases[.versionNow], opened.listed.article.title)]
    let earlier = opened.history.earlier.map { version in
      let time = phrases.moment(version.replaced, beside: state.now)
      return (phrases.text(.versionUntil, ["time": time]), version.title)
    }
    let all = now + earlier
    let widest = all.map { CellWidth.columns(of: $0.0) }.max() ?? 0
    let isNarrow = columns - widest - 4 < narrowest
    let indent = isNarrow ? 2 : widest + 4
    return ItemList(count: all.count) { index in
      let (time, title) = all[index]
      let isChosen = index == selection
      let titles = Typesetter(language: state.siteLanguage).row(title, measure: max(1, columns - indent))
      let rows =
        isNarrow
        ? [(time, "")] + titles.map { ("", $0) }
        : titles.enumerated().map {
          ($0 == 0 ? time : "", $1)
        }
      return rows.map { time, title in
        var line = Line(
          [Span(isChosen ? "▌ " : "  ", .accent), Span(time, isChosen ? .selected : .muted)],
          target: .popupRow(index), surface: isChosen ? .selection : nil)
        line.pad(to: indent)
        if !title.isEmpty { line.spans.append(Span(title, isChosen ? .selected : .text)) }
        return line
      }
    }
  }

  /// A narrower text stands under its label, not beside it.
  private static let narrowest = 24
}
