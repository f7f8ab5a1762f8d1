import Markup

/// A link of a feed or an item: Atom's with its attributes, or RSS's text.
struct FeedLink {
  /// As written.
  let reference: String
  /// What it is relative to.
  let base: String?
  /// Lower case; `nil` for RSS's own `link`.
  var relation: String?
  var type: String?
  var bytes: Int?

  init(reference: String, base: String?) {
    self.reference = LinkText.mended(reference)
    self.base = base
  }

  /// From an element with `href`, or with text.
  init?(_ field: FeedField) {
    let href = field.attributes["href"]
    guard let reference = (href ?? field.text.value).nonEmpty else { return nil }
    self.reference = LinkText.mended(reference)
    base = field.base
    let relation = field.attributes["rel"]?.lowercased().trimmed
    self.relation = relation ?? (href != nil && field.isAtom ? "alternate" : nil)
    if let name = self.relation?.split(separator: "/").last, self.relation?.hasPrefix("http") == true {
      self.relation = String(name)
    }
    type = field.attributes["type"]?.lowercased().nonEmpty
    bytes = field.attributes["length"].flatMap { Int($0.trimmed) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// Whether it leads to what a person reads.
  var isAlternate: Bool { relation == nil || relation == "alternate" }

  /// Whether it is an identity and no path: `dQw4w9WgXcQ`, `20417` where RSS wants an address.
  var isBareWord: Bool {
    guard relation == nil, base == nil else { return false }
    let text = reference.trimmed.utf8
    return text.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
      && text.contains { $0 < 0x61 }
  }

  /// Whether its type, if it has one, is a page's.
  var isPage: Bool { type.map { $0.contains("html") || $0 == "text/plain" } ?? true }
}
