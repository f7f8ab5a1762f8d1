import Foundation
import Language
import NewsModel

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

  /// Whether an address holds a day: it has four digits in a row then.
  static func isIn(_ address: WebAddress) -> Bool {
    var digits = 0
    for byte in address.text.utf8 {
      digits = byte &- 0x30 < 10 ? digits + 1 : 0
      if digits == 4 { return date(in: address.text) != nil }
    }
    return false
  }

  /// The day of an address that is filed by days: `/2024/12/13/`.
  static func folderDate(in address: String) -> Date? {
    let folders = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst(2).map(String.init)
    for index in folders.indices.dropLast(3) {
      guard folders[index].count == 4, folders[index + 1].count <= 2, folders[index + 2].count <= 2,
        let year = Int(folders[index]), let month = Int(folders[index + 1]),
        let number = Int(folders[index + 2])
      else { continue }
      return day(year, month, number)
    }
    return nil
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Date? {
    let civil = CivilTime(year: year, month: month, day: day)
    guard (1995...2100).contains(year), civil.isValid else { return nil }
    return civil.date(in: .gmt).addingTimeInterval(43_200)
  }
}
