import Foundation
import Language
import NewsModel

/// What is looked for: words, phrases, what must not occur, and where.
package struct SearchQuery: Hashable, Sendable {
  /// Every one of them must occur, in any form.
  package var words: [String]
  /// Words that must stand side by side.
  package var phrases: [String]
  /// Words and phrases that must not occur.
  package var excluded: [String]
  /// `site:`: a site's name, or the beginning of its id.
  package var site: String?
  /// The sites that are meant, where they are known; empty: those whose id begins as `site` says.
  package var sites: [SiteID] = []
  /// A section's title or the beginning of it, whatever its case.
  package var section: String?
  /// `is:unread`, `is:read`; `nil`: read or not.
  package var isUnread: Bool?
  /// `is:saved`; `nil`: saved or not.
  package var isSaved: Bool?
  /// `since:`: dated at this moment or later.
  package var since: Date?
  /// Whether the last word is still being typed: then it is a beginning as well.
  package var isTyping: Bool
  /// Whether hits are wanted between two keystrokes: fewer are ranked, and of fewer the whole texts are read.
  package var isHurried: Bool
  /// Filters whose values mean nothing, as they were typed: they filter nothing.
  package var misread: [String] = []

  package init(
    words: [String] = [], phrases: [String] = [], excluded: [String] = [], site: String? = nil,
    section: String? = nil, isUnread: Bool? = nil, isSaved: Bool? = nil, since: Date? = nil,
    isTyping: Bool = false
  ) {
    self.words = words
    self.phrases = phrases
    self.excluded = excluded
    self.site = site
    self.section = section
    self.isUnread = isUnread
    self.isSaved = isSaved
    self.since = since
    self.isTyping = isTyping
    isHurried = isTyping
  }

  /// Whether it asks for no word at all: then its filters alone make a list.
  package var hasNoWords: Bool { words.isEmpty && phrases.isEmpty }
}

extension SearchQuery {
  /// Longer queries are cut.
  private static let maximumCharacters = 512
  private static let maximumWords = 24

  /// Reads a query as people type it: `"мост через реку" -ремонт site:echo section:новости is:unread is:saved
  /// site:"Новая газета" since:2024-12-01`. What is no known filter is looked for as words.
  ///
  /// - Parameter timeZone: in which a date of `since:` begins.
  package init(_ text: String, now: Date, timeZone: ClockZone = .gmt, isTyping: Bool = false) {
    self.init(isTyping: isTyping && text.last?.isWhitespace == false && text.last != "\"")
    isHurried = isTyping
    var count = 0
    for part in Self.parts(String(text.prefix(Self.maximumCharacters))) where count < Self.maximumWords {
      count += 1
      if part.isQuoted {
        if part.isExcluded { excluded.append(part.text) } else { phrases.append(part.text) }
      } else if part.isExcluded {
        excluded.append(part.text)
      } else if !takeFilter(part.text, now: now, timeZone: timeZone) {
        words.append(part.text)
      } else if part.isLast {
        self.isTyping = false
        // While a filter is typed, its value means nothing yet.
        if isHurried, text.last?.isWhitespace == false, misread.last == part.text { misread.removeLast() }
      }
    }
  }

  private struct Part {
    var text: String
    var isQuoted = false
    var isExcluded = false
    var isLast = false

    /// Whether there is anything to look for.
    var isWorded: Bool { text.contains { $0.isLetter || $0.isNumber } }
  }

  /// White space parts words; quotes hold words together, a missing closing one stands at the end.
  private static func parts(_ text: String) -> [Part] {
    var result: [Part] = []
    var rest = Substring(text)
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard let first = rest.first else { break }
      var part = Part(text: "")
      // A number below nothing is none that must not occur.
      if first == "-" || first == "−", let second = rest.dropFirst().first, !second.isWhitespace,
        first == "-" || !second.isNumber
      {
        part.isExcluded = true
        rest = rest.dropFirst()
      }
      if let opening = rest.first, let closing = closingQuote[opening] {
        let inside = rest.dropFirst().prefix { $0 != closing && $0 != "\"" }
        rest = rest.dropFirst(inside.count + 2)
        part.text = String(inside)
        part.isQuoted = true
      } else {
        let word = rest.prefix { !$0.isWhitespace }
        // A filter's value may be in quotes.
        if let colon = word.firstIndex(of: ":"), Filter(rawValue: word[..<colon].lowercased()) != nil,
          let opening = word[colon...].dropFirst().first,
          let closing = closingQuote[opening]
        {
          let value = rest[colon...].dropFirst(2).prefix { $0 != closing && $0 != "\"" }
          part.text = String(word[...colon] + value)
          rest = rest[value.endIndex...].dropFirst()
        } else {
          rest = rest.dropFirst(word.count)
          part.text = String(word)
        }
      }
      if part.isWorded || part.text == "№" { result.append(part) }
    }
    result = joined(result)
    if !result.isEmpty { result[result.count - 1].isLast = true }
    return result
  }

  /// What is written in pieces and is one name or number: № 5, М 5, 5 000.
  private static func joined(_ parts: [Part]) -> [Part] {
    var result: [Part] = []
    for part in parts {
      if let last = result.last, !last.isQuoted, !last.isExcluded, !part.isQuoted, !part.isExcluded,
        let text = joined(last.text, part.text)
      {
        result[result.count - 1].text = text
      } else {
        result.append(part)
      }
    }
    return result.filter(\.isWorded)
  }

  private static func joined(_ first: String, _ second: String) -> String? {
    guard let digit = second.unicodeScalars.first, ("0"..."9").contains(digit) else { return nil }
    if first == "№" || first == "N" { return "№\(second)" }
    let isNumber = second.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
    if let group = first.split(separator: " ").last, isNumber, second.count == 3,
      (1...3).contains(group.count),
      first.first != "0", first.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || $0 == " " })
    {
      return "\(first) \(second)"
    }
    guard first.count <= 2, first.allSatisfy(\.isLetter), !StopWords.contains(Folding.fold(first)) else {
      return nil
    }
    return "\(first)-\(second)"
  }

  /// What may stand before a colon.
  private enum Filter: String {
    case site, section, `is`, since
  }

  private static let closingQuote: [Character: Character] = ["\"": "\"", "«": "»", "“": "”", "„": "“"]

  /// - Returns: whether it is a filter, be it one that means nothing.
  private mutating func takeFilter(_ word: String, now: Date, timeZone: ClockZone) -> Bool {
    guard let colon = word.firstIndex(of: ":"),
      let filter = Filter(rawValue: word[..<colon].lowercased())
    else { return false }
    let value = String(word[word.index(after: colon)...])
    guard !value.isEmpty else { return false }
    switch filter {
    case .site: site = value
    case .section: section = value
    case .is:
      switch value.lowercased() {
      case "unread": isUnread = true
      case "read": isUnread = false
      case "saved": isSaved = true
      default: misread.append(word)
      }
    case .since:
      since = Since.date(value, now: now, timeZone: timeZone)
      if since == nil { misread.append(word) }
    }
    return true
  }
}
