import Foundation
import Language
import Markup
import NewsModel

/// Bytes of RSS, Atom, RDF, JSON Feed, sitemaps, WordPress's REST interface or OPML → values.
///
/// The bytes decide what they are; what HTTP said of their type decides nothing but the character set. Time and
/// memory are linear in their number.
package enum FeedParser {
  /// Bodies above this are refused unparsed.
  package static let maximumBytes = 8 << 20

  /// - Parameters:
  ///   - contentType: of the HTTP answer, for its charset.
  ///   - address: where the body came from: what relative links are relative to.
  ///   - now: against which dates are judged.
  package static func parse(
    _ bytes: Data, contentType: String? = nil, address: WebAddress? = nil, now: Date
  ) -> FeedResult {
    guard bytes.count <= maximumBytes else { return .notAFeed(.tooLarge(bytes: bytes.count)) }
    guard !Signatures.isBinary(bytes) else { return .notAFeed(.binary) }
    let decoded = CharacterSets.decode(bytes, contentType: contentType, kind: .automatic)
    guard
      let first = decoded.text.unicodeScalars.first(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
      )
    else { return .notAFeed(.empty) }
    let result =
      first == "{" || first == "["
      ? JSONReader.parse(decoded.text, address: address, now: now)
      : parse(xml: decoded.text, address: address, now: now)
    guard case .feed(var feed) = result else { return result }
    feed.charset = decoded.encoding.lowercased()
    feed.warnings = decoded.warnings.map(FeedWarning.init) + feed.warnings
    return .feed(feed)
  }

  /// Why bytes are no text of any kind, by how they begin; `nil` where they may be one.
  package static func wantOfText(in bytes: Data, contentType: String? = nil) -> FeedResult.Reason? {
    guard !bytes.isEmpty else { return .empty }
    guard !Signatures.isBinary(bytes) else { return .binary }
    let start = CharacterSets.decode(bytes.prefix(telling), contentType: contentType, kind: .automatic)
    return Signatures.looksBinary(start.text) ? .binary : nil
  }

  /// So many bytes tell whether it is text that they begin.
  private static let telling = 4096

  /// Local names of roots, in lower case.
  private static let roots: Set<String> = [
    "rss", "rdf", "feed", "channel", "urlset", "sitemapindex", "opml", "html",
  ]

  private static func parse(xml text: String, address: WebAddress?, now: Date) -> FeedResult {
    guard let root = XMLReader.rootName(of: text, among: roots) else {
      return .notAFeed(Signatures.looksBinary(text) ? .binary : .otherText)
    }
    switch root.local.lowercased() {
    case "rss", "rdf", "feed", "channel": return feed(text, address: address, now: now)
    case "entry" where isAtom(text): return feed(text, roots: ["entry"], address: address, now: now)
    case "urlset", "sitemapindex": return SitemapReader.parse(text, address: address, now: now)
    case "opml": return .outlines(OPML.parse(text, address: address))
    case "html": return .notAFeed(.page)
    default:
      let isPage = ["!doctype", "head", "body", "div", "p", "table", "script", "meta", "title"].contains(
        root.local)
      if isPage { return .notAFeed(.page) }
      return .notAFeed(
        Signatures.looksBinary(text) ? .binary : .otherXML(root: CleanText.line(root.local, limit: 60)))
    }
  }

  /// Whether an entry that is a document's root is Atom's (an Atom Entry Document, RFC 4287 §2).
  private static func isAtom(_ text: String) -> Bool {
    let start = text.prefix(4096).lowercased()
    return start.contains("w3.org/2005/atom") || start.contains("purl.org/atom/ns")
  }

  /// The first reading that hears any items, of the roots that stand behind one another: some engines write an empty
  /// one before the real one.
  private static func heard(
    _ text: String, roots: Set<String>, address: WebAddress?
  ) -> (heard: HeardFeed, oddities: [XMLOddity])? {
    var expectation = expectation
    expectation.roots = roots
    var rest: String? = text
    var first: (heard: HeardFeed, oddities: [XMLOddity])?
    for _ in 0..<3 {
      guard let text = rest,
        let (handler, oddities) = XMLReader.read(
          text, expecting: expectation, into: { FeedHandler(address: address) })
      else { break }
      if !handler.heard.items.isEmpty { return (handler.heard, oddities) }
      if first == nil { first = (handler.heard, oddities) }
      guard let behind = XMLReader.text(behindRootOf: text, among: roots),
        let next = XMLReader.rootName(of: behind, among: roots), roots.contains(next.local.lowercased())
      else { break }
      rest = behind
    }
    return first
  }

  private static func feed(
    _ text: String, roots: Set<String> = expectation.roots, address: WebAddress?, now: Date
  ) -> FeedResult {
    guard let (heard, oddities) = heard(text, roots: roots, address: address) else {
      return .notAFeed(.otherText)
    }
    var draft = heard.feed
    draft.finish()
    var assembly = FeedAssembly(address: address, now: now)
    var feed = assembly.feed(draft, items: heard.items, leftOut: heard.itemsLeftOut)
    let emptyItems = heard.emptyItems + heard.items.count - feed.items.count
    if emptyItems > 0 { feed.warnings.append(.emptyItems(emptyItems)) }
    feed.warnings = oddities.map(FeedWarning.xml) + feed.warnings
    return .feed(feed)
  }

  /// What mending a malformed feed may rely on.
  private static let expectation = XMLReader.Expectation(
    roots: ["rss", "rdf", "feed", "channel"],
    leaves: [
      "title", "link", "description", "pubDate", "guid", "category", "comments", "language", "lastBuildDate",
      "generator", "ttl", "copyright", "dc:creator", "dc:date", "dc:subject", "content:encoded", "updated",
      "published",
      "id", "summary", "yandex:full-text", "yandex:genre", "enclosure",
    ],
    records: ["item", "entry"])
}
