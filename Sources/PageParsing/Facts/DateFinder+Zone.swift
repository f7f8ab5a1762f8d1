import Foundation
import Language
import Markup

/// A moment that a page's data states in UTC is often written elsewhere on the page by the site's own clock: the
/// difference is the site's time zone.
extension DateFinder {
  /// The same moment with the zone the page shows it in; unchanged where it shows none.
  func inShownZone(_ found: Found) -> Found {
    guard found.hasTime, (found.offset ?? 0) == 0 else { return found }
    var result = found
    for text in Self.publishedNames.compactMap({ context.meta.first([$0])?.value }) + shownLines() {
      guard let zone = zone(of: found.date, in: text) else { continue }
      result.offset = zone
      return result
    }
    return result
  }

  /// What the page shows of dates: the elements made for them, then the short lines at the title.
  private func shownLines() -> [String] {
    let document = context.document
    var lines = dateElements().prefix(6).map { context.spacedLine($0, limit: 120) }
    guard let heading = place.heading else { return lines }
    var index = document.end(heading)
    while index < min(place.end, document.count), index < heading + 60, lines.count < 14 {
      defer { index += 1 }
      guard document.isText(index), !context.measures.isVoid[index], context.measures.length[index] < 120,
        context.mayHoldNumber(index)
      else { continue }
      lines.append(context.line(index, limit: 120))
      let parent = document.parent(index)
      if context.measures.length[parent] < 120 { lines.append(context.spacedLine(parent, limit: 160)) }
    }
    return lines
  }

  /// Seconds from UTC of the clock by which a text writes a moment; `nil` when it writes another, or UTC.
  private func zone(of moment: Date, in text: String) -> Int? {
    guard text.utf8.count < 200, let shown = context.dates.parse(text) ?? context.dates.find(in: text),
      shown.hasTime
    else { return nil }
    let difference = Int(shown.date.timeIntervalSince(moment).rounded())
    if let zone = shown.zoneOffset { return zone != 0 && (-59...0).contains(difference) ? zone : nil }
    // A text without seconds is up to a minute behind.
    let zone = Int((Double(difference) / 1800).rounded(.up)) * 1800
    return zone != 0 && abs(zone) <= 14 * 3600 && zone - difference < 60 ? zone : nil
  }
}
