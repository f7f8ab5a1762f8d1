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
    let shown = shownLines()
    for text in Self.publishedNames.compactMap({ context.meta.first([$0])?.value }) + shown {
      guard let zone = zone(of: found.date, in: text) else { continue }
      result.offset = zone
      return result
    }
    // Only what says that it is in UTC is held to a day.
    guard found.offset == 0, let day = shownDay(shown, beside: found.date) else { return result }
    result.offset = Self.leastZone(of: found.date, on: day) ?? 0
    return result
  }

  /// The day on which a page says it appeared, where that is the one before or after that of its moment in UTC: by the
  /// folders of its address, or by a line at the title that tells a day and no hour.
  private func shownDay(_ lines: [String], beside moment: Date) -> Int? {
    let day = CivilTime(moment, offset: 0).daysSinceEpoch
    let isNeighbour = { (other: Int) in abs(other - day) == 1 }
    if let folder = addresses().lazy.compactMap({ AddressDate.folderDate(in: $0) }).first {
      let shown = CivilTime(folder, offset: 0).daysSinceEpoch
      return isNeighbour(shown) ? shown : nil
    }
    let line = DateLine(dates: context.dates)
    for text in lines where text.utf8.count < 120 {
      guard let reading = line.read(text), reading.namesYear, !reading.isChange else { continue }
      guard !reading.date.hasTime else { return nil }
      let shown = CivilTime(reading.date.date, in: context.dates.timeZone).daysSinceEpoch
      return isNeighbour(shown) ? shown : nil
    }
    return nil
  }

  /// The clock nearest to UTC, in whole hours, that shows a moment on the day before or after its own.
  private static func leastZone(of moment: Date, on day: Int) -> Int? {
    let clock = CivilTime(moment, offset: 0)
    let hours = day > clock.daysSinceEpoch ? 24 - clock.hour : -clock.hour - 1
    return (-12...14).contains(hours) ? hours * 3600 : nil
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
