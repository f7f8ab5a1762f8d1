import Foundation
import Language
import Markup

/// A moment that a page's data states in UTC is often written elsewhere on the page by the site's own clock: the
/// difference is the site's time zone.
extension DateFinder {
  /// The same moment with the zone the page shows it in; unchanged where it shows none.
  func inShownZone(_ found: Found, heading: Int?, body: [Int]) -> Found {
    guard (found.offset ?? 0) == 0 else { return found }
    var result = found
    let stated = Self.publishedNames.compactMap { context.meta.first([$0])?.value }
    for text in stated { if let zone = zone(of: found.date, in: text) { result.offset = zone } }
    guard (result.offset ?? 0) == 0 else { return result }
    for index in dateElements(near: heading, body: body).prefix(6) {
      guard let zone = zone(of: found.date, in: context.visibleLine(index, limit: 120)) else { continue }
      result.offset = zone
      return result
    }
    return result
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
