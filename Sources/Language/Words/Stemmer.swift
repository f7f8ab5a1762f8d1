import CStemmer

/// Words without their endings: Snowball where it knows the language, tables of endings elsewhere.
///
/// Words come folded (`Folding`). Not for several threads at once: every user makes one of their own.
package final class Stemmer {
  private enum Way {
    case snowball
    case endings(WordEndings)
    case asIs
  }

  private let handle: OpaquePointer?
  private let way: Way
  private let isRussian: Bool

  /// - Parameter language: a BCP 47 tag; words of a language nobody here knows are left as they are.
  package init(language: String?) {
    let code = language.map { String($0.prefix { $0 != "-" && $0 != "_" }).lowercased() } ?? ""
    isRussian = code == "ru"
    if let endings = WordEndings.byLanguage[code] {
      handle = nil
      way = .endings(endings)
    } else if Self.snowballLanguages.contains(code), let opened = sb_stemmer_new(code, "UTF_8") {
      handle = opened
      way = .snowball
    } else {
      handle = nil
      way = .asIs
    }
  }

  deinit { if let handle { sb_stemmer_delete(handle) } }

  /// The stem of one folded word.
  package func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in stem(bytes) { String(decoding: $0, as: UTF8.self) } }
  }

  /// The stem of one folded word in UTF-8; what the closure gets lives as long as the closure runs.
  func stem<Result>(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    switch way {
    case .asIs: return body(word)
    case .endings(let endings):
      let kept = endings.stemLength(of: word)
      return body(UnsafeBufferPointer(rebasing: word[..<kept]))
    case .snowball:
      guard let handle, let base = word.baseAddress, word.count <= 256,
        let stem = sb_stemmer_stem(handle, base, Int32(word.count))
      else { return body(word) }
      let length = Int(sb_stemmer_length(handle))
      let found = UnsafeBufferPointer(start: stem, count: max(0, min(length, 1024)))
      guard isRussian, FleetingVowel.ends(found) else { return body(found) }
      return FleetingVowel.withoutIt(found, body)
    }
  }

  private static let snowballLanguages: Set<String> = [
    "ru", "en", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "nb", "da", "fi", "hu", "ro", "tr", "ca",
    "lt",
    "el", "hy", "eu", "sr", "ar",
  ]
}
