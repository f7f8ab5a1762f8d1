import Foundation

/// The dates that programs write, read byte by byte: RFC 822 with a zone in digits or in Greenwich, RFC 3339 without a
/// fraction. Whatever deviates from them is left to the grammar, which reads these the same way.
struct PlainDate {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  /// - Returns: `nil` where the text is anything but such a date.
  static func read(_ text: String) -> Date? {
    guard (20...31).contains(text.utf8.count) else { return nil }
    var text = text
    return text.withUTF8 { bytes in
      var reading = PlainDate(bytes: bytes)
      return bytes[4] == 0x2D ? reading.rfc3339() : reading.rfc822()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// `2026-01-21T12:05:00+05:00`
  private mutating func rfc3339() -> Date? {
    guard let year = number(4), take(0x2D), let month = number(2), take(0x2D), let day = number(2),
      take(0x54), let civil = clock(CivilTime(year: year, month: month, day: day))
    else { return nil }
    if take(0x5A) { return date(civil, offset: 0) }
    return sign().flatMap { sign in
      guard let hours = number(2), take(0x3A), let minutes = number(2) else { return nil }
      return date(civil, offset: sign, hours, minutes)
    }
  }

  /// `Wed, 21 Jan 2026 12:05:00 +0500`
  private mutating func rfc822() -> Date? {
    if !isDigit(0) {
      guard name(in: Self.weekdays) != nil, take(0x2C), take(0x20) else { return nil }
    }
    guard let day = number(isDigit(place + 1) ? 2 : 1), take(0x20), let month = name(in: Self.months),
      take(0x20), let year = number(4), take(0x20),
      let civil = clock(CivilTime(year: year, month: month + 1, day: day)), take(0x20)
    else { return nil }
    if name(in: Self.greenwich) != nil { return date(civil, offset: 0) }
    return sign().flatMap { sign in
      guard let hours = number(2), let minutes = number(2) else { return nil }
      return date(civil, offset: sign, hours, minutes)
    }
  }

  private static let weekdays = Array("MonTueWedThuFriSatSun".utf8)
  private static let months = Array("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)
  private static let greenwich = Array("GMTUTC".utf8)

  private mutating func clock(_ day: CivilTime) -> CivilTime? {
    var civil = day
    guard let hour = number(2), take(0x3A), let minute = number(2), take(0x3A), let second = number(2) else {
      return nil
    }
    (civil.hour, civil.minute, civil.second) = (hour, minute, second)
    return civil
  }

  /// The moment, where the text ends here and everything in it is within its ordinary bounds.
  private func date(_ civil: CivilTime, offset sign: Int, _ hours: Int = 0, _ minutes: Int = 0) -> Date? {
    guard place == bytes.count, civil.isValid, 1900...2200 ~= civil.year, civil.hour < 24, civil.second < 60,
      hours <= 14, minutes < 60
    else { return nil }
    return civil.date(offset: sign * (hours * 3600 + minutes * 60))
  }

  private func isDigit(_ index: Int) -> Bool { index < bytes.count && bytes[index] &- 0x30 < 10 }

  private mutating func number(_ digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard isDigit(place) else { return nil }
      value = value * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func sign() -> Int? { take(0x2B) ? 1 : take(0x2D) ? -1 : nil }

  /// Which of some names of three letters stands here.
  private mutating func name(in names: [UInt8]) -> Int? {
    guard place + 3 <= bytes.count else { return nil }
    for start in stride(from: 0, to: names.count, by: 3)
    where names[start] == bytes[place] && names[start + 1] == bytes[place + 1]
      && names[start + 2] == bytes[place + 2]
    {
      place += 3
      return start / 3
    }
    return nil
  }
}
