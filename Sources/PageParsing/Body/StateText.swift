import Markup
import NewsModel

/// The text of a page that a script draws: it stands only in the state that the script carries, beside the title.
struct StateText {
  let context: PageContext

  /// Shorter texts are none, in bytes.
  private static let least = 300
  /// What is beyond is left out, in bytes.
  private static let most = 1_000_000

  /// The blocks; empty where no object with the page's title holds a text.
  func blocks() -> [Block] {
    var best: [String] = []
    var length = Self.least
    let subject = PageSubject(context.page, meta: context.meta)
    ScriptState(context.document).visit(where: subject.bears) { object in
      var found = Found()
      collect(.object(object), depth: 0, &found)
      if found.bytes > length { (best, length) = (found.texts, found.bytes) }
      return true
    }
    return best.flatMap { paragraphs(of: $0) }
  }

  /// Each text once.
  private struct Found {
    var texts: [String] = []
    var bytes = 0
    private var known: Set<String> = []

    mutating func add(_ text: String) {
      guard known.insert(text).inserted else { return }
      texts.append(text)
      bytes += text.utf8.count
    }
  }

  /// The texts of an object in their order: lists keep it, and an article's text is in one of them or in one string.
  private func collect(_ value: JSONValue, depth: Int, _ found: inout Found) {
    guard depth < 12, found.bytes < Self.most else { return }
    switch value {
    case .string(let text): if isText(text) { found.add(text) }
    case .list(let values):
      for inner in values { collect(inner, depth: depth + 1, &found) }
    case .object(let members):
      for (name, inner) in members.sorted(by: { $0.key < $1.key })
      where !Self.asides.contains(name.lowercased()) {
        collect(inner, depth: depth + 1, &found)
      }
    case .number, .bool, .null: break
    }
  }

  /// What tells of the article, or of others.
  private static let asides: Set<String> = [
    "title", "headline", "description", "summary", "excerpt", "seo", "meta", "metadata", "related", "author",
    "authors", "image", "images", "caption", "alt", "lead", "teaser", "recommended", "comments", "tags",
    "next",
    "ogdescription", "metadescription", "seodescription", "subtitle", "url", "href", "slug",
  ]

  /// Whether a string reads as a sentence at least: words, a stop, no address, no code.
  private func isText(_ text: String) -> Bool {
    guard text.utf8.count > 40, text.spaceCount > 3, !text.hasPrefix("{"), !text.hasPrefix("http") else {
      return false
    }
    return text.contains { ".!?…。".contains($0) }
  }

  private func paragraphs(of text: String) -> [Block] {
    if text.contains("<p") || text.contains("<br") {
      return DocumentBuilder.blocks(fromHTML: text, base: context.page.address)
    }
    return PlainText.fromHTML(text).split(whereSeparator: \.isNewline).compactMap { line in
      let clean = CleanText.line(line, limit: 100_000)
      return clean.isEmpty ? nil : .paragraph([Inline(clean)])
    }
  }
}
