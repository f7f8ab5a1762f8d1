import Language

/// An article's text as the search index keeps it: stems in a row, parted by spaces.
struct IndexedText {
  let title: String
  let body: String
  /// Tells whether the same text would still give the same stems when it is to be taken out of the index.
  let hash: Int64

  /// The longest text that is indexed, in UTF-8 bytes; what stands behind is not found.
  static let maximumBytes = 400_000

  init(title: String, summary: String, text: String, language: String?) {
    self.title = Self.stems(title, language)
    body = Self.stems(summary.isEmpty ? text : text.isEmpty ? summary : summary + "\n" + text, language)
    var hash = ContentHash()
    hash.add(self.title)
    hash.add(body)
    self.hash = hash.value
  }

  private static func stems(_ text: String, _ language: String?) -> String {
    let utf8 = text.utf8
    guard utf8.count > maximumBytes else {
      return SearchTerms.terms(of: text, language: language).joined(separator: " ")
    }
    let end = utf8.index(utf8.startIndex, offsetBy: maximumBytes)
    return SearchTerms.terms(of: String(decoding: utf8[..<end], as: UTF8.self), language: language)
      .joined(separator: " ")
  }
}
