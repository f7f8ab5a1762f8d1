import Canvas
import Phrases

/// The lead of a list's chosen story, set as its article's beginning will be: section, title, time, summary.
enum LeadView {
  /// A narrower place is better left to the list.
  static let columns = 44

  /// The visible lines.
  static func lines(_ state: ReaderState, _ list: ListPlace, size: CellSize) -> [Line] {
    guard list.stories.indices.contains(list.cursor.selection) else { return [] }
    let story = list.stories[list.cursor.selection]
    let measure = max(1, min(state.settings.measure, size.columns - 6))
    let margin = Span(String(repeating: " ", count: (size.columns - measure) / 2))
    let setter = Typesetter(language: story.language ?? state.siteLanguage)
    // In the row of the list's own title there is nothing.
    var lines: [Line] = Array(repeating: .blank, count: ListView.headRows(state))
    func set(_ texts: [String], _ ink: Ink, _ attributes: CellAttributes = []) {
      lines += texts.map { Line([margin, Span($0, ink, attributes)]) }
    }
    if let kicker = story.section ?? story.source {
      set(setter.headline(kicker, measure: measure), .section)
    }
    set(setter.headline(story.title, measure: measure), .title, [.bold])
    let facts = facts(story, state)
    if !facts.isEmpty { set(setter.headline(facts, measure: measure), .date) }
    if !story.summary.isEmpty {
      lines.append(.blank)
      set(setter.paragraph(story.summary, measure: measure), .text)
    }
    return Array(lines.prefix(size.rows))
  }

  private static func facts(_ story: Story, _ state: ReaderState) -> String {
    let phrases = state.phrasebook
    var facts: [String] = []
    if let date = story.date { facts.append(phrases.moment(date, isDayOnly: story.isDayOnly)) }
    let tellers = state.shelf.otherTellers(of: story.reference)
    if tellers > 0 { facts.append(phrases.text(.otherTellers, count: tellers)) }
    return facts.joined(separator: "\u{A0}· ")
  }
}
