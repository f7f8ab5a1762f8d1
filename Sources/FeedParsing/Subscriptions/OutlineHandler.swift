import Markup
import NewsModel

/// Hears a subscription list.
final class OutlineHandler: XMLEventHandler {
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
