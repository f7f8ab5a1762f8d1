import Canvas
import Foundation
import NewsModel
import Phrases

/// How a story looks in a list: its headline whole, marks before it, what is known of it below.
struct StoryRow {
  let state: ReaderState
  let pane: Pane
  /// The columns of the pane.
  let columns: Int

  /// Columns before the headline: the bar of the focus, the mark, a space.
  static let indent = 4

  /// How wide a headline or a summary may be: lists have the measure of texts.
  static func measure(_ state: ReaderState, columns: Int) -> Int {
    max(1, min(state.settings.measure, columns - indent - 2))
  }

  /// The lines of a story.
  ///
  /// - Parameters:
  ///   - target: what a click on it does.
  ///   - isChosen: whether it is the pane's chosen row.
  ///   - detail: the line below the headline; `nil`: none.
  func lines(_ story: Story, target: Target, isChosen: Bool, detail: [Span]?) -> [Line] {
    let status = state.shelf.status(of: story.reference)
    let room = Self.measure(state, columns: columns)
    let titles = Typesetter(language: story.language ?? state.siteLanguage).row(story.title, measure: room)
    let ink: Ink = status.isRead ? .read : .unread
    var result: [Line] = []
    for (index, title) in titles.enumerated() {
      var spans = [bar(isChosen), index == 0 ? mark(status) : Span("  ")]
      spans.append(Span(title, isChosen && hasFocus ? .selected : ink, status.isRead ? [] : [.bold]))
      result.append(Line(spans, target: target))
    }
    if let detail, !detail.isEmpty {
      result.append(Line([bar(isChosen), Span("  ")] + detail, target: target))
    }
    guard isChosen else { return result }
    return result.map { line in
      var line = line
      line.surface = hasFocus ? .selection : .selectionIdle
      return line
    }
  }

  /// Section or source, age, how many others tell it, whether it can be read without a network.
  func detail(_ story: Story, showsSection: Bool) -> [Span] {
    var names: [Span] = []
    if let source = story.source { names.append(Span(source, .source)) }
    if showsSection, let section = story.section { names.append(Span(section, .section)) }
    var others: [Span] = []
    let tellers = state.shelf.otherTellers(of: story.reference)
    if tellers > 0 { others.append(Span(state.phrasebook.text(.otherTellers, count: tellers), .muted)) }
    if state.shelf.hasText(of: story.reference) { others.append(Span("↓", .muted)) }
    return Self.facts(of: story, names, others, state: state, columns: columns - Self.indent)
  }

  /// Facts in one line: where they are too long the date is told in fewer words, then the names give way.
  static func facts(
    of story: Story, _ names: [Span], _ others: [Span] = [], state: ReaderState, columns: Int
  ) -> [Span] {
    let phrases = state.phrasebook
    var names = names
    func age(_ text: String) -> [Span] { [Span(text, .date)] }
    var ages = story.date.map { age(phrases.age(of: $0, isDayOnly: story.isDayOnly, now: state.now)) } ?? []
    func excess() -> Int { joined(names + ages + others).reduce(0) { $0 + $1.columns } - columns }
    if let date = story.date, excess() > 0 {
      ages = age(phrases.shortAge(of: date, isDayOnly: story.isDayOnly, now: state.now))
    }
    while let name = names.first, excess() > 0 {
      let left = name.columns - excess()
      guard left < 4 else {
        names[0].text = Typesetter.oneLine(name.text, columns: left)
        break
      }
      names.removeFirst()
    }
    return joined(names + ages + others)
  }

  /// Spans with a middle dot between them.
  static func joined(_ parts: [Span]) -> [Span] {
    var result: [Span] = []
    for part in parts {
      if !result.isEmpty { result.append(Span(" · ", .muted)) }
      result.append(part)
    }
    return result
  }

  private var hasFocus: Bool { state.litPane == pane }

  private func bar(_ isChosen: Bool) -> Span {
    guard isChosen else { return Span("  ") }
    return Span(hasFocus ? "▌ " : "▏ ", .accent)
  }

  private func mark(_ status: ArticleStatus) -> Span {
    if status.isSaved { return Span("★ ", .saved) }
    return status.isRead ? Span("  ") : Span("● ", .accent)
  }
}
