import Foundation

/// Zones behind times of day.
extension DateReader {
  /// Z, +0300, +03:00, + 0300, GMT+3, MSK, (MSK), Europe/Moscow, "по мск", "по московскому времени".
  func applyZone(_ time: inout Time) {
    var index = time.end
    if sign(index) == "(" || sign(index) == "[" { index += 1 }
    if word(index) == "по" { index += 1 }
    if let (zone, end) = databaseZone(index) {
      time.zone = .named(zone)
      time.end = end
    } else if let name = word(index), let zone = Self.shiftedZones[name] {
      time.zone = .named(zone)
      time.end = index + 1
    } else if let name = word(index), let hours = DateWords.zones[name] {
      time.zone = .offset(Int(hours * 3600))
      time.end = index + 1
      if name.hasPrefix("московск") || name == "москве", word(time.end)?.hasPrefix("врем") == true {
        time.end += 1
      }
      if name.count == 3, let shift = numericZone(time.end), !followsSpace(time.end) {
        time.zone = .offset(Int(hours * 3600) + shift.offset)
        time.end = shift.end
      }
    } else if let shift = numericZone(index) {
      time.zone = .offset(shift.offset)
      time.end = shift.end
      // "+0300 (MSK)": the number has said it.
      if sign(time.end) == "(", let name = word(time.end + 1), DateWords.zones[name] != nil { time.end += 2 }
    } else {
      return
    }
    if sign(time.end) == ")" || sign(time.end) == "]" { time.end += 1 }
  }

  /// Zones by a short name whose offset has changed: Almaty's was six hours until March 2024.
  private static let shiftedZones: [String: ClockZone] = {
    let names = ["almt": "Asia/Almaty", "алмт": "Asia/Almaty", "qyzt": "Asia/Qyzylorda"]
    return names.compactMapValues { ClockZone(named: $0) }
  }()

  /// An identifier of the tz database, in whatever case: `Asia/Almaty`, `America/Argentina/Buenos_Aires`.
  private func databaseZone(_ index: Int) -> (zone: ClockZone, end: Int)? {
    guard word(index) != nil, sign(index + 1) == "/", !followsSpace(index + 1) else { return nil }
    var end = index + 1
    var parts = 1
    while parts < 6, let mark = sign(end), "/_-".unicodeScalars.contains(mark), word(end + 1) != nil,
      !followsSpace(end), !followsSpace(end + 1)
    {
      end += 2
      parts += 1
    }
    guard parts > 1 else { return nil }
    let bytes = Array(text.utf8)[tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound]
    let written = String(decoding: bytes, as: UTF8.self)
    let known =
      ClockZone(named: written)
      ?? Self.identifiers[written.lowercased()].flatMap {
        ClockZone(named: $0)
      }
    return known.map { ($0, end) }
  }

  /// The database's identifiers by their small letters.
  private static let identifiers: [String: String] = Dictionary(
    TimeZone.knownTimeZoneIdentifiers.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })

  private func numericZone(_ index: Int) -> (offset: Int, end: Int)? {
    guard let mark = sign(index), mark == "+" || mark == "-" || mark == "−",
      let (value, digits) = number(index + 1)
    else { return nil }
    // Behind a blank a hyphen is a dash, unless four digits follow that are no year.
    if followsSpace(index + 1), !(isField && digits == 4 || mark == "+") { return nil }
    var seconds: Int
    var end = index + 2
    if digits <= 2, sign(end) == ":", !followsSpace(end + 1), let (minutes, count) = number(end + 1),
      count == 2
    {
      seconds = value * 3600 + minutes * 60
      end += 2
    } else if digits == 4 || digits == 3 {
      seconds = value / 100 * 3600 + value % 100 * 60
    } else if digits <= 2 {
      seconds = value * 3600
    } else {
      return nil
    }
    guard seconds <= 15 * 3600 else { return nil }
    if mark != "+" { seconds = -seconds }
    return (seconds, end)
  }
}
