import Foundation

/// A day that stands in an article's address, at noon UTC so that no zone makes it another day.
enum AddressDate {
  /// `/2024/12/13/`, `/2024/dec/13/`, `2024-12-13`, `20241213`; the day may be missing only where nothing else is.
  static func date(in address: String) -> Date? {
    let path = address.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" && $0 != "?" }
    let words = path.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    for (index, word) in words.enumerated() {
      if word.count == 8, let number = Int(word),
        let date = day(number / 10_000, number / 100 % 100, number % 100)
      {
        return date
      }
      guard word.count == 4, let year = Int(word), year >= 1995, year <= 2100, index + 2 < words.count else {
        continue
      }
      let month =
        Int(words[index + 1]) ?? months.firstIndex(of: String(words[index + 1].prefix(3))).map { $0 + 1 }
      guard let month, words[index + 1].count <= 9, let number = Int(words[index + 2].prefix(2)),
        words[index + 2].count <= 2
      else { continue }
      if let date = day(year, month, number) { return date }
    }
    // 13-12-2024
    for index in words.indices.dropLast(2) {
      guard words[index].count == 2, words[index + 1].count == 2, words[index + 2].count == 4,
        let number = Int(words[index]), let month = Int(words[index + 1]), let year = Int(words[index + 2])
      else { continue }
      if let date = day(year, month, number) { return date }
    }
    return nil
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Date? {
    guard (1995...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
    return calendar.date(from: DateComponents(year: year, month: month, day: day, hour: 12))
  }
}

/// The zone that a written time names.
enum ZoneOffset {
  /// Seconds from UTC at the end of an ISO 8601 or RFC 822 date; `nil` when it names none.
  static func seconds(in text: String) -> Int? {
    let bytes = Array(text.utf8)
    if text.hasSuffix("Z") || text.hasSuffix("GMT") || text.hasSuffix("UTC") { return 0 }
    guard let sign = bytes.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }), sign > 0,
      bytes[..<sign].contains(UInt8(ascii: ":"))
    else { return nil }
    let digits = bytes[(sign + 1)...].filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 2 || digits.count == 4, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    let numbers = digits.map { Int($0) - 0x30 }
    let hours = numbers[0] * 10 + numbers[1]
    let minutes = numbers.count == 4 ? numbers[2] * 10 + numbers[3] : 0
    guard hours <= 14, minutes < 60 else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return bytes[sign] == UInt8(ascii: "-") ? -seconds : seconds
  }
}
