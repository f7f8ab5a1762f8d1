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
  ///
  /// - Parameter isHandedOver: whether its reader hands it over to follow what it names: `file:` addresses are taken
  ///   from wherever it comes, and the categories of a flat list are its folders.
  package static func parse(
    _ text: String, address: WebAddress? = nil, isHandedOver: Bool = false
  ) -> ParsedOutlines {
    let expectation = XMLReader.Expectation(roots: ["opml"], leaves: ["title", "dateCreated", "ownerName"])
    guard
      let (handler, oddities) = XMLReader.read(
        text, expecting: expectation, into: { OutlineHandler(address: address, isHandedOver: isHandedOver) })
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
    if let feed = outline.feed { text += " type=\"rss\" xmlUrl=\"\(escaped(feed.shown))\"" }
    if let home = outline.home { text += " htmlUrl=\"\(escaped(home.shown))\"" }
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
