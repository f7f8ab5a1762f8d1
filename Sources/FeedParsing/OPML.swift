import Foundation
import Language
import Markup
import NewsModel

/// Subscription lists (OPML 1.0, 1.1, 2.0).
package enum OPML {
  /// Outlines beyond this are left out.
  static let maximumOutlines = 50_000

  /// As `parse(_:address:)`, for bytes in any character set, whatever their root is called.
  package static func parse(_ bytes: Data, contentType: String? = nil, address: WebAddress? = nil)
    -> ParsedOutlines
  {
    guard bytes.count <= FeedParser.maximumBytes else { return ParsedOutlines() }
    return parse(CharacterSets.decode(bytes, contentType: contentType, kind: .xml).text, address: address)
  }

  /// The outlines of a list, its folders nested; what has neither a title nor an address nor anything inside is
  /// left out.
  package static func parse(_ text: String, address: WebAddress? = nil) -> ParsedOutlines {
    let expectation = XMLReader.Expectation(roots: ["opml"], leaves: ["title", "dateCreated", "ownerName"])
    guard
      let (handler, oddities) = XMLReader.read(
        text, expecting: expectation, into: { OutlineHandler(address: address) })
    else { return ParsedOutlines() }
    return ParsedOutlines(
      title: handler.title, outlines: handler.outlines,
      warnings: oddities.map(FeedWarning.xml) + handler.warnings)
  }

  /// A list as OPML 2.0.
  package static func write(_ outlines: [Outline], title: String) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n"
    text += "  <head>\n    <title>\(escaped(title))</title>\n  </head>\n  <body>\n"
    for outline in outlines { write(outline, indent: "    ", to: &text) }
    return text + "  </body>\n</opml>\n"
  }

  private static func write(_ outline: Outline, indent: String, to text: inout String) {
    text += "\(indent)<outline text=\"\(escaped(outline.title))\" title=\"\(escaped(outline.title))\""
    if let feed = outline.feed { text += " type=\"rss\" xmlUrl=\"\(escaped(feed.text))\"" }
    if let home = outline.home { text += " htmlUrl=\"\(escaped(home.text))\"" }
    guard !outline.outlines.isEmpty else {
      text += "/>\n"
      return
    }
    text += ">\n"
    for inner in outline.outlines { write(inner, indent: indent + "  ", to: &text) }
    text += "\(indent)</outline>\n"
  }

  private static func escaped(_ text: String) -> String {
    HTMLFragment.escaped(CleanText.line(text)).replacingOccurrences(of: "\"", with: "&quot;")
  }
}

/// Hears a subscription list.
private final class OutlineHandler: XMLEventHandler {
  private(set) var title = ""
  private(set) var warnings: [FeedWarning] = []
  private var open: [Outline] = [Outline(title: "")]
  private var text: [UInt8]?
  private var count = 0
  private let mayNameFiles: Bool
  private let base: String?

  init(address: WebAddress?) {
    mayNameFiles = address?.scheme == "file"
    base = address?.text
  }

  /// What has ended, and what the document left open.
  var outlines: [Outline] {
    var open = open
    while open.count > 1, let last = open.popLast() { open[open.count - 1].keep(last) }
    return open[0].outlines
  }

  func startElement(_ name: XMLName, attributes: [XMLAttribute]) {
    switch name.local.lowercased() {
    case "outline": open.append(outline(attributes))
    case "title" where title.isEmpty && open.count == 1: text = []
    default: break
    }
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>) { text?.append(contentsOf: bytes) }

  func endElement(_ name: XMLName) {
    switch name.local.lowercased() {
    case "outline":
      guard open.count > 1, let ended = open.popLast() else { return }
      count += 1
      if count <= OPML.maximumOutlines { open[open.count - 1].keep(ended) }
    case "title":
      if let text { title = CleanText.line(String(decoding: text, as: UTF8.self)) }
      text = nil
    default: break
    }
  }

  private func outline(_ attributes: [XMLAttribute]) -> Outline {
    func value(_ names: String...) -> String? {
      for name in names {
        if let found = attributes.first(where: { $0.name.local.lowercased() == name })?.value.nonEmpty {
          return found
        }
      }
      return nil
    }
    let type = value("type")?.lowercased()
    let isFeed = type == nil || type == "rss" || type == "atom" || type == "feed" || type == "pie"
    let source = value("xmlurl", "feedurl") ?? (isFeed && type != nil ? value("url") : nil)
    return Outline(
      title: CleanText.line(Entities.decode(value("title", "text") ?? "")), feed: address(source),
      written: source.map { CleanText.line($0, limit: 2000) }, home: address(value("htmlurl")))
  }

  private func address(_ text: String?) -> WebAddress? {
    guard var text else { return nil }
    // `feed:` before or instead of the scheme is an old habit of browsers.
    if text.lowercased().hasPrefix("feed:") {
      let rest = text.dropFirst(5)
      text = rest.hasPrefix("//") ? "http:" + rest : String(rest)
    }
    if let address = Reference.resolve(text, against: base).flatMap({ WebAddress($0) }),
      address.scheme != "file" || mayNameFiles
    {
      return address
    }
    if warnings.count < FeedAssembly.maximumWarnings {
      warnings.append(.droppedAddress(CleanText.line(text, limit: 200)))
    }
    return nil
  }
}

extension Outline {
  fileprivate mutating func keep(_ inner: Outline) {
    if inner.written != nil || inner.home != nil || !inner.outlines.isEmpty || !inner.title.isEmpty {
      outlines.append(inner)
    }
  }
}
