import Foundation
import Language
import Markup
import NewsModel

/// One page with everything that is read of it once and asked for often.
struct PageContext {
  let page: PageText
  let measures: PageMeasures
  let addresses: LinkedAddresses
  let meta: MetaTags
  let linked: LinkedData
  let dates: DateParser
  let now: Date
  let rules: RuleSelectors
  let reading: BodyReading
  let comments = FoundComments()

  var document: HTMLDocument { page.document }

  init(
    _ page: PageText, rules: SiteRules, timeZone: ClockZone?, now: Date, reading: BodyReading = BodyReading()
  ) {
    self.page = page
    measures = PageMeasures(page.document)
    addresses = LinkedAddresses(page)
    meta = MetaTags(page.document)
    linked = LinkedData(page, meta: meta)
    dates = DateParser(timeZone: timeZone ?? .gmt, now: now)
    self.now = now
    self.reading = reading
    self.rules = RuleSelectors(rules, document: page.document)
  }

  /// The host that the page came from, and that which it calls its own: it may be a copy.
  var hosts: [String] {
    var hosts = [page.address?.host, page.resolve(meta.first(["og:url"])?.value)?.host]
    let canonical = (0..<document.count).first {
      document.name($0) == .link && document.attribute(.rel, of: $0)?.lowercased() == "canonical"
    }
    hosts.append(page.resolve(canonical.flatMap { document.attribute(.href, of: $0) })?.host)
    return hosts.compactMap { $0 }.filter { !$0.isEmpty }
  }

  /// The text of a node on one line; of a long text only so much is looked at as the line can hold.
  func line(_ index: Int, limit: Int = 1000) -> String {
    let range = document.textRange(index)
    let part = range.prefix(limit * 8)
    return CleanText.line(String(decoding: document.textBytes[part], as: UTF8.self), limit: limit)
  }

  /// Whether a digit may stand in a node's text: ASCII and Cyrillic letters tell for certain.
  func mayHoldNumber(_ index: Int) -> Bool {
    document.textBytes[document.textRange(index)].contains { byte in
      byte < 0x80 ? byte &- 0x30 < 10 : byte >= 0xC0 && byte & 0xFC != 0xD0
    }
  }

  /// The text of a node on one line, what is never seen left out.
  func visibleLine(_ index: Int, limit: Int = 1000) -> String {
    let range = document.textRange(index)
    if range.count < limit * 4, isOneRun(index) {
      return document.textBytes[range].withUnsafeBufferPointer { CleanText.line($0, limit: limit) }
    }
    var text = ""
    var node = index
    while node < document.end(index), text.utf8.count < limit * 4 {
      if measures.isVoid[node] {
        node = document.end(node)
        continue
      }
      if document.isText(node) {
        text += document.text(node)
      } else if document.name(node).isBlock {
        text += " "
      }
      node += 1
    }
    return CleanText.line(text, limit: limit)
  }

  /// The text of a node on one line, a space between any two elements: the day, the month and the year of a date often
  /// stand in one each.
  func spacedLine(_ index: Int, limit: Int) -> String {
    var text = ""
    var node = index
    while node < document.end(index), text.utf8.count < limit * 4 {
      if measures.isVoid[node] {
        node = document.end(node)
        continue
      }
      if document.isText(node) { text += document.text(node) } else { text += " " }
      node += 1
      if node < document.end(index), document.isText(node) { text += " " }
    }
    return CleanText.line(text, limit: limit)
  }

  /// Whether an element holds paragraphs, rows or the like, so that its text is no one line.
  func isCutByBlocks(_ index: Int) -> Bool {
    (index + 1..<max(index + 1, document.end(index))).contains { document.name($0).isBlock }
  }

  /// Whether all text in a node is seen, and none of it stands apart from the rest.
  private func isOneRun(_ index: Int) -> Bool {
    guard !measures.isVoid[index] else { return false }
    for node in index + 1..<max(index + 1, document.end(index)) {
      if measures.isVoid[node] || document.name(node).isBlock { return false }
    }
    return true
  }

  /// The language the page declares (BCP 47), else the one its text is in.
  func language(of text: String) -> String? {
    var declared: String?
    for index in 0..<min(document.count, 50) where document.name(index) == .html {
      declared = document.attribute(.lang, of: index) ?? document.attribute(.xmlLang, of: index)
      if declared != nil { break }
    }
    let found = declared ?? meta.first(["og:locale", "content-language", "dc.language", "language"])?.value
    let tag = found?.split(whereSeparator: { ",; ".contains($0) }).first.map {
      $0.replacingOccurrences(of: "_", with: "-")
    }
    let identified = text.isEmpty ? nil : LanguageIdentifier.identify(text, declared: tag)
    // A template's language is not always that of the text in it.
    if let identified, let tag, !tag.lowercased().hasPrefix(identified) { return identified }
    guard let tag, tag.count >= 2, tag.count <= 20, tag.utf8.allSatisfy({ $0 < 0x80 && $0 > 0x20 }) else {
      return identified
    }
    return tag
  }
}

/// A site file's selectors, each with the nodes it names on this page.
struct RuleSelectors {
  private var nodes: [SiteRules.Role: [Int]] = [:]

  init(_ rules: SiteRules, document: HTMLDocument) {
    for (role, css) in rules.selectors {
      guard let selector = Selector(css) else { continue }
      nodes[role] = document.select(selector)
    }
  }

  /// The nodes of a role; `nil` when the site file says nothing of it.
  func nodes(_ role: SiteRules.Role) -> [Int]? { nodes[role] }
}
