import Foundation
import Language

/// A short text that tells when an article appeared, perhaps with a place, a label, the author, the time of a change.
struct DateLine {
  /// A date of a text.
  struct Reading {
    var date: FoundDate
    /// Whether the text names the year: «9 мая» and «вчера» count from now, and are easily something else's.
    var namesYear: Bool
    /// Whether the text calls it the time of a change.
    var isChange: Bool
  }

  let dates: DateParser

  /// The date of publication in a text, else that of a change.
  func read(_ text: String) -> Reading? {
    let text = Self.plain(text)
    guard text.contains(where: \.isNumber) || text.count < 30 else { return nil }
    // A clock alone tells no day: the day stands beside it.
    if text.contains(":"), text.filter(\.isLetter).count <= 2, text.filter(\.isNumber).count <= 6 {
      return nil
    }
    // A year alone is none.
    if text.count < 12, text.filter(\.isNumber).count <= 4, !text.contains(where: \.isLetter) { return nil }
    let found = labelled(text)
    if let first = found.first(where: { !$0.isChange }) ?? found.first, found.count > 1 || first.isChange {
      return first
    }
    // A short text may be nothing but a date, which is read with less caution.
    if text.count < 60, let whole = dates.parse(text) { return reading(whole, in: text) }
    return found.first ?? shortDate(text)
  }

  /// «@ 10:20» and «10-20» at the end are times, «26 | 01 | 2022» is a day.
  private static func plain(_ text: String) -> String {
    var text = text.replacingOccurrences(of: " @ ", with: ", ")
    let numbers = text.split(separator: "|", omittingEmptySubsequences: false).map {
      String($0).trimmingSpaces
    }
    if numbers.count == 3, numbers[2].count == 4,
      numbers.allSatisfy({ $0.allSatisfy(\.isNumber) && !$0.isEmpty })
    {
      text = numbers.joined(separator: ".")
    }
    let words = text.split(separator: " ")
    if words.count > 1, let last = words.last, let hyphen = last.firstIndex(of: "-"),
      let hour = Int(last[..<hyphen]), let minute = Int(last[last.index(after: hyphen)...]), last.count == 5,
      (0..<24).contains(hour), (0..<60).contains(minute)
    {
      text = words.dropLast().joined(separator: " ") + " " + last.replacingOccurrences(of: "-", with: ":")
    }
    return text
  }

  /// The dates in a text, each with what the words before it call it.
  private func labelled(_ text: String) -> [Reading] {
    var result: [Reading] = []
    var rest = Substring(text)
    while result.count < 4, let found = dates.find(in: String(rest)) {
      let bytes = rest.utf8
      let start = bytes.index(bytes.startIndex, offsetBy: found.range.lowerBound)
      let end = bytes.index(bytes.startIndex, offsetBy: found.range.upperBound)
      let label = Folding.label(String(rest[..<start].suffix(60)))
      let words = label.split { !$0.isLetter }.suffix(4).map(String.init)
      var reading = reading(found, in: String(rest))
      reading.isChange =
        words.contains(where: PageWords.changed.contains)
        && !words.contains(where: PageWords.published.contains)
      result.append(reading)
      rest = rest[end...]
    }
    return result
  }

  private func reading(_ found: FoundDate, in text: String) -> Reading {
    let written = String(decoding: Array(text.utf8)[found.range], as: UTF8.self)
    return Reading(date: found, namesYear: Self.namesYear(written), isChange: false)
  }

  /// Whether a date is written with its year: four digits of one, or the third of three numbers.
  static func namesYear(_ text: String) -> Bool {
    let numbers = text.split { !$0.isNumber }
    if numbers.contains(where: { $0.count >= 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }) {
      return true
    }
    return numbers.count >= 3 && text.prefix(10).filter { "./-".contains($0) }.count >= 2
  }

  /// «Имя, 9.4.13»: a part of a by-line that is three short numbers and nothing else.
  private func shortDate(_ text: String) -> Reading? {
    guard text.count < 100 else { return nil }
    for part in text.split(whereSeparator: { ",|•·–—()[]".contains($0) }) {
      let part = part.trimmingSpaces
      let numbers = part.split(separator: ".", omittingEmptySubsequences: false)
      guard numbers.count == 3, numbers[2].count == 2, numbers.allSatisfy({ (1...2).contains($0.count) }),
        numbers.joined().allSatisfy(\.isNumber), let found = dates.parse(String(part))
      else { continue }
      return Reading(date: found, namesYear: true, isChange: false)
    }
    return nil
  }

  /// The date with which a text begins, as newspapers set it before a dispatch: «(07.03.2016) …», «Заречье, 7 марта
  /// 2016 г. — …»; a day within a sentence is what the sentence tells of.
  func dateline(of text: String) -> Reading? {
    let opening = String(text.prefix(90))
    guard let found = dates.find(in: opening) else { return nil }
    let reading = reading(found, in: opening)
    guard reading.namesYear else { return nil }
    let bytes = Array(opening.utf8)
    let before = String(decoding: bytes[..<found.range.lowerBound], as: UTF8.self).trimmingSpaces
    let behind = String(decoding: bytes[found.range.upperBound...], as: UTF8.self).trimmingSpaces
    guard Self.isPlace(before) else { return nil }
    let closings = [
      ")", "]", "—", "–", "- ", "|", ": ", "/ ", "г. —", "г. –", "г. - ", "года —", "ж. —", "р. —",
    ]
    let isBracketed = before.hasSuffix("(") || before.hasSuffix("[")
    guard
      isBracketed
        ? behind.hasPrefix(")") || behind.hasPrefix("]") : closings.contains(where: behind.hasPrefix)
    else { return nil }
    return reading
  }

  /// Nothing, or the name of a place before the date: a few words with capitals, then a comma, a bracket or a slash.
  private static func isPlace(_ text: String) -> Bool {
    let name = text.trimmingCharacters(in: CharacterSet(charactersIn: " ,([/."))
    guard !name.isEmpty else { return true }
    guard text.count <= 50, let last = text.last, ",([/.".contains(last) else { return false }
    let words = name.split { $0 == " " || $0 == "," || $0 == "-" }
    return words.count <= 5 && words.allSatisfy { $0.first?.isUppercase == true || $0.count <= 2 }
  }
}
