import Foundation
import Language
import NewsModel

/// Who an article is: the one rule by which all sources of a site tell the same articles.
///
/// 1. A guid is one article's, and one that is an address counts as `AddressKey` writes it.
/// 2. Where there is none, the link is, in the same form.
/// 3. A guid or a link that several titles of one answer share, or that is the site's or the source's own address,
///    tells nothing alone: the title counts with it, and the moment too where titles repeat.
/// 4. What has neither goes by title and moment, or else by title and text.
///
/// `ArticleFinder` says how a draft with an identity of its own still is an article that is known already.
enum ArticleIdentity {
  /// The form in which a guid is compared.
  static func canonical(_ guid: String) -> String {
    let guid = guid.trimmingCharacters(in: .whitespacesAndNewlines)
    guard guid.utf8.starts(with: "http".utf8) || guid.utf8.starts(with: "HTTP".utf8),
      let address = WebAddress(guid)
    else { return guid }
    return AddressKey(address).text
  }

  /// What stays of a title when case, signs and spaces are taken off; empty when it has no letter and no digit.
  static func words(of title: String) -> String {
    var result = ""
    result.reserveCapacity(title.utf8.count)
    var isApart = false
    for scalar in Folding.fold(title).unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if isApart, !result.isEmpty { result.unicodeScalars.append(" ") }
        isApart = false
        result.unicodeScalars.append(scalar)
      } else {
        isApart = true
      }
    }
    return result
  }

  /// The number under which equal titles are found.
  static func titleKey(_ words: String) -> Int64 { words.isEmpty ? 0 : ContentHash.of(words) }

  /// An identity made of what a draft says, beside what it shares with others.
  static func made(of draft: ArticleDraft, words: String, beside shared: String, with text: Bool) -> String {
    var hash = ContentHash()
    hash.add(words.isEmpty ? draft.title : words)
    hash.add(draft.isDayOnly || draft.published == nil ? nil : draft.published.map(Stamp.seconds))
    if text || words.isEmpty { hash.add(CleanText.line(draft.summary) + (draft.document?.plainText ?? "")) }
    let digits = String(UInt64(bitPattern: hash.value), radix: 16)
    return "\(shared) title:\(digits)".trimmingCharacters(in: .whitespaces)
  }
}
