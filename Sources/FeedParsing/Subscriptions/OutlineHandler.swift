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
  private let hasFoldersInCategories: Bool
  private let base: String?

  /// How many outlines stand open that are commented out, or in one that is.
  private var commented = 0
  private var folders = CategoryFolders()

  /// - Parameters:
  ///   - address: where the list was fetched from: what relative addresses are relative to, unless it is a file.
  ///   - isHandedOver: whether `file:` addresses are taken from wherever it comes, and categories are folders.
  init(address: WebAddress?, isHandedOver: Bool) {
    mayNameFiles = isHandedOver || address?.scheme == "file"
    hasFoldersInCategories = isHandedOver
    base = address?.scheme == "file" ? nil : address?.text
  }

  /// What has ended, and what the document left open.
  var outlines: [Outline] {
    var open = open
    while open.count > 1, let last = open.popLast() { open[open.count - 1].keep(last) }
    return open[0].outlines
  }

  func startElement(_ name: XMLName, attributes: [XMLAttribute]) {
    switch name.local.lowercased() {
    case "outline":
      if commented > 0 || value(attributes, "iscomment")?.lowercased() == "true" {
        commented += 1
      } else {
        if hasFoldersInCategories, open.count == 1 { folders.note(value(attributes, "category")) }
        open.append(outline(attributes))
      }
    case "title" where title.isEmpty && open.count == 1: text = []
    default: break
    }
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>) { text?.append(contentsOf: bytes) }

  func endElement(_ name: XMLName) {
    switch name.local.lowercased() {
    case "outline":
      if commented > 0 {
        commented -= 1
        return
      }
      guard open.count > 1, let ended = open.popLast() else { return }
      count += 1
      guard count <= OPML.maximumOutlines else { return }
      if open.count == 1, ended.outlines.isEmpty, folders.place(ended, in: &open[0].outlines) { return }
      open[open.count - 1].keep(ended)
    case "title":
      if let text { title = CleanText.line(String(decoding: text, as: UTF8.self)) }
      text = nil
    default: break
    }
  }

  private func outline(_ attributes: [XMLAttribute]) -> Outline {
    func value(_ names: String...) -> String? {
      names.lazy.compactMap { self.value(attributes, $0) }.first
    }
    let type = value("type")?.lowercased()
    let isFeed = type == nil || type == "rss" || type == "atom" || type == "feed" || type == "pie"
    let source = value("xmlurl", "feedurl") ?? (isFeed && type != nil ? value("url") : nil)
    return Outline(
      title: CleanText.line(Entities.decode(value("title", "text") ?? "")), feed: address(source),
      written: source.map { CleanText.line($0, limit: 2000) }, home: address(value("htmlurl")))
  }

  private func value(_ attributes: [XMLAttribute], _ name: String) -> String? {
    attributes.first { $0.name.local.lowercased() == name }?.value.nonEmpty
  }

  private func address(_ written: String?) -> WebAddress? {
    guard let written else { return nil }
    var text = LinkText.mended(written)
    // `feed:` before or instead of the scheme is an old habit of browsers.
    if text.lowercased().hasPrefix("feed:") {
      let rest = text.dropFirst(5)
      text = rest.hasPrefix("//") ? "http:" + rest : String(rest)
    }
    // What begins with a host means that host.
    if text.hasPrefix("//") {
      text = "https:" + text
    } else if !text.contains("://"), WebAddress.beginsWithHost(text), !isFileName(text) {
      text = "https://" + text
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

  /// `rss.xml`: no host ends so.
  private func isFileName(_ text: String) -> Bool {
    let name = text.prefix { !"/?#:".contains($0) }.lowercased()
    return [".xml", ".rss", ".atom", ".rdf", ".json", ".php", ".html", ".opml"].contains {
      name.hasSuffix($0)
    }
  }
}

extension Outline {
  fileprivate mutating func keep(_ inner: Outline) {
    if inner.written != nil || inner.home != nil || !inner.outlines.isEmpty || !inner.title.isEmpty {
      outlines.append(inner)
    }
  }
}
