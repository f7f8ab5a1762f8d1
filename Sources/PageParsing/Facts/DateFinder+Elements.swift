import Foundation
import Language
import Markup
import NewsModel

/// Dates in elements that are made or named for them.
extension DateFinder {
  /// The date an element gives in an attribute or as its text.
  func fromElement(_ index: Int, rule: String) -> Found? {
    let text = context.spacedLine(index, limit: 160)
    if let found = fromAttributes(index, rule: rule) ?? fromTooltip(index, rule: rule) {
      // The day in words is the one that readers are told; the attribute may be that of a later change.
      guard let shown = written(text, at: index, rule: rule), DateLine.namesYear(text),
        abs(shown.date.timeIntervalSince(found.date)) > 2 * 86_400
      else { return found }
      return shown
    }
    // An attribute within is exact: «10 июля» whose year stands there, «вчера».
    let shown = written(text, at: index, rule: rule)
    for inner in index + 1..<max(index + 1, min(index + 12, context.document.end(index)))
    where context.document.isElement(inner) {
      guard let exact = fromAttributes(inner, rule: rule) else { continue }
      if let shown, DateLine.namesYear(text), abs(shown.date.timeIntervalSince(exact.date)) > 2 * 86_400 {
        continue
      }
      return exact
    }
    return shown
  }

  private func fromAttributes(_ index: Int, rule: String) -> Found? {
    for name in [HTMLName.datetime, .content, .dataDatetime, .dataDate, .dataTime, .dataTimestamp] {
      if let text = context.document.attribute(name, of: index), text.contains(where: \.isNumber),
        let found = parse(text, rule: rule)
      {
        return found
      }
    }
    return nil
  }

  /// The date of a tooltip, by the clock of who looks; the moment itself, where an element within states it.
  private func fromTooltip(_ index: Int, rule: String) -> Found? {
    guard let text = context.document.attribute(.title, of: index), text.contains(where: \.isNumber),
      let shown = parse(text, rule: rule)
    else { return nil }
    for inner in index + 1..<max(index + 1, min(index + 9, context.document.end(index)))
    where context.document.isElement(inner) {
      if let exact = fromAttributes(inner, rule: rule), abs(exact.date.timeIntervalSince(shown.date)) < 86_400
      {
        return exact
      }
    }
    return shown
  }

  /// The date in an element's words; one without a year only right at the title. A clock beside a bare day is its hour.
  private func written(_ text: String, at index: Int, rule: String) -> Found? {
    guard let reading = DateLine(dates: context.dates).read(text) else { return nil }
    guard reading.namesYear || place.isAtTitle(index) || rule == "site file" else { return nil }
    guard let found = kept(reading.date, rule: rule) else { return nil }
    if !found.hasTime, let clock = clockBeside(index),
      let whole = DateLine(dates: context.dates).read(text + " " + clock),
      let better = kept(whole.date, rule: rule),
      better.hasTime
    {
      return better
    }
    return found
  }

  /// The text before or behind an element that is nothing but a time of day: «10:20», «в 10:20».
  private func clockBeside(_ index: Int) -> String? {
    let document = context.document
    let siblings = Array(document.children(document.parent(index)).prefix(40))
    guard let place = siblings.firstIndex(of: index) else { return nil }
    func neighbour(_ step: Int) -> String? {
      var next = place + step
      while siblings.indices.contains(next), context.measures.length[siblings[next]] == 0 { next += step }
      guard siblings.indices.contains(next), context.measures.length[siblings[next]] <= 16 else { return nil }
      let text = context.visibleLine(siblings[next], limit: 40)
      let words = text.split { " |•·,/".contains($0) }
      guard let clock = words.last, words.count <= 2, words.dropLast().allSatisfy({ $0.count <= 2 }) else {
        return nil
      }
      let parts = clock.split(whereSeparator: { $0 == ":" || $0 == "." })
      guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
        (0..<24).contains(hour), (0..<60).contains(minute)
      else { return nil }
      return "\(parts[0]):\(parts[1])"
    }
    return neighbour(1) ?? neighbour(-1)
  }

  /// The nearest of the elements that tell dates and the short lines at the title.
  func fromElements() -> Found? {
    let elements = dateElements()
    for index in elements.prefix(12) {
      let rule = context.document.name(index) == .time ? "time" : "class"
      guard let found = fromElement(index, rule: rule) else { continue }
      // A bare line that stands nearer to the title, under it or right above.
      if context.document.name(index) != .time || place.distance(index) > 60, !place.isAtTitle(index),
        let line = fromText(within: 40)
      {
        return line
      }
      return found
    }
    return nil
  }

  /// `<time>` and elements with a date's class: those nearest to the title, before or in the body, come first.
  func dateElements() -> [Int] {
    let document = context.document
    var candidates: [(distance: Int, index: Int)] = []
    for index in 1..<max(1, document.count) where document.isElement(index) && !context.measures.isVoid[index]
    {
      let isTime =
        document.name(index) == .time
        || document.name(index) == .abbr && document.hasAttribute(.title, of: index)
      let isNamed = context.measures.hints[index].contains(.date) && context.measures.length[index] < 120
      guard isTime || isNamed else { continue }
      if !isOfArticle(index) { continue }
      var distance = place.distance(index)
      if index > place.end { distance += 2000 }
      if !isTime { distance += 6 }
      if tellsChange(index) { distance += 1000 }
      if document.attribute(.pubdate, of: index) != nil { distance = 0 }
      candidates.append((distance, index))
      if candidates.count > 2000 { break }
    }
    return candidates.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.map(\.index)
  }

  /// Whether an element is named for the last change and not for publication.
  private func tellsChange(_ index: Int) -> Bool {
    guard let classes = context.document.attribute(.class, of: index)?.lowercased(), classes.utf8.count < 400
    else {
      return false
    }
    let words = classes.split { !$0.isLetter }
    return words.contains { $0 == "updated" || $0 == "modified" || $0 == "lastmod" }
      && !words.contains { $0 == "published" || $0 == "posted" || $0 == "created" }
  }

  /// A page whose text is itself a list of entries: the first entry's date.
  func fromList() -> Found? {
    let document = context.document
    for index in place.start..<max(place.start, place.end) where document.isElement(index) {
      let isNamed = context.measures.hints[index].contains(.date) && context.measures.length[index] < 120
      guard document.name(index) == .time || isNamed, !context.measures.isVoid[index],
        !place.isForeign(index, Self.foreign), place.isBesideHeadline(index),
        DateLine.namesYear(context.spacedLine(index, limit: 160)),
        let found = fromElement(index, rule: "list")
      else { continue }
      return found
    }
    return nil
  }

  /// Whether a date at a place may be the article's: not the masthead's, another article's, a comment's or a quoted
  /// post's.
  func isOfArticle(_ index: Int) -> Bool {
    !place.isForeign(index, Self.foreign) && !isQuoted(index) && !place.isInMasthead(index)
      && !place.isBesideHeadline(index)
  }

  private static let foreign: ClassHints = [
    .comments, .related, .sidebar, .top, .ticker, .footer, .dateline, .subscription,
  ]

  /// Whether an element stands in an embedded post, which has a date of its own.
  private func isQuoted(_ index: Int) -> Bool {
    var node = index
    for _ in 0..<12 where node > 0 {
      if context.document.name(node) == .blockquote { return true }
      node = context.document.parent(node)
    }
    return false
  }
}
