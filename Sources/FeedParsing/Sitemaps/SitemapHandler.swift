import Markup

/// A `url` or `sitemap` element: its fields' texts by canonical name, the first of each.
struct SitemapEntry {
  var fields: [String: String] = [:]
}

/// Hears a sitemap: every element with text inside a `url` or `sitemap` is a field.
final class SitemapHandler: XMLEventHandler {
  private(set) var isIndex = false
  private(set) var entries: [SitemapEntry] = []
  private(set) var entriesLeftOut = 0
  private var entry: SitemapEntry?
  private var text: [UInt8] = []
  private var names = XMLNameTable<String>()

  func startElement(_ name: XMLName, attributes: [XMLAttribute]) {
    text.removeAll(keepingCapacity: true)
    switch key(name) {
    case "sitemapindex": isIndex = true
    case "url", "sitemap": if entry == nil { entry = SitemapEntry() }
    default: break
    }
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    if entry != nil, text.count < 1 << 16 { text.append(contentsOf: bytes) }
  }

  func endElement(_ name: XMLName) {
    let key = key(name)
    if key == "url" || key == "sitemap" {
      if let entry {
        if entries.count < HeardFeed.maximumItems { entries.append(entry) } else { entriesLeftOut += 1 }
      }
      entry = nil
    } else if entry != nil, entry?.fields[key] == nil,
      let value = String(decoding: text, as: UTF8.self).nonEmpty
    {
      entry?.fields[key] = value
    }
    text.removeAll(keepingCapacity: true)
  }

  private func key(_ name: XMLName) -> String {
    names.value(of: name) { FeedNamespace.canonicalName(of: $0) ?? "other:" + $0.local.lowercased() }
  }
}
