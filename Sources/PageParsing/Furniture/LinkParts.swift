import Foundation
import Markup
import NewsModel

/// Parts of a text that are there to be followed, not read: cards of other articles, a page's table of contents.
struct LinkParts {
  let measures: PageMeasures
  private let document: HTMLDocument

  /// The names under which the page's site is known; none where the page came from nowhere.
  private let domains: Set<String>

  init(_ context: PageContext) {
    measures = context.measures
    domains = Set(context.hosts.map { Self.domain($0) })
    document = measures.document
  }

  /// Whether a link is a card: it holds a heading, a picture over a line, or several lines. A link in a text holds none.
  func isCard(_ link: Int) -> Bool {
    guard let target = document.attribute(.href, of: link), !target.hasPrefix("#"),
      (15..<600).contains(measures.length[link]), measures.links[link] > 0, !leadsToPicture(target)
    else { return false }
    var lines = 0
    var pictures = 0
    var index = link + 1
    while index < document.end(link) {
      let name = document.name(index)
      switch name {
      case .h1, .h2, .h3, .h4, .h5, .h6: return measures.length[index] > 0
      case .img: pictures += 1
      case .figcaption: return false
      default:
        if name.isBlock, measures.length[index] > 0, !holdsBlock(index) { lines += 1 }
      }
      index += 1
    }
    return lines > 1 || lines == 1 && pictures > 0
  }

  private func holdsBlock(_ index: Int) -> Bool {
    (index + 1..<max(index + 1, document.end(index))).contains {
      document.name($0).isBlock && measures.length[$0] > 0
    }
  }

  /// Whether a link leads to another page of the same site.
  func isOwn(_ link: Int) -> Bool {
    guard let target = document.attribute(.href, of: link), !target.hasPrefix("#") else { return false }
    guard target.hasPrefix("http:") || target.hasPrefix("https:") || target.hasPrefix("//") else {
      return true
    }
    guard !domains.isEmpty else { return true }
    let other = target.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
    return domains.contains(Self.domain(other))
  }

  /// The last two labels: `www.` and `m.` are the same site.
  private static func domain(_ host: some StringProtocol) -> String {
    host.lowercased().split(separator: ".").suffix(2).joined(separator: ".")
  }

  /// Whether a block is one link to another page and nothing else but an arrow or a label with a colon: a signpost.
  func isLinkLine(_ index: Int) -> Bool {
    let length = measures.length[index]
    guard (2..<300).contains(length), measures.links[index] == 1, standsByItself(index),
      let link = (index..<document.end(index)).first(where: {
        document.name($0) == .a && measures.links[$0] == 1
      }), document.attribute(.href, of: link).map({ !leadsToFile($0) }) ?? false
    else { return false }
    let behind = letters(from: document.end(link), to: document.end(index))
    guard behind <= 3 else { return false }
    let before = length - measures.linkLength[index] - behind
    if before <= 4 { return true }
    guard before < 60, measures.linkLength[index] > 15 else { return false }
    let start = document.textRange(index).lowerBound
    let label = document.textBytes[start..<document.textRange(link).lowerBound]
    return label.last { $0 > 0x20 } == UInt8(ascii: ":")
  }

  private func letters(from start: Int, to end: Int) -> Int32 {
    var sum: Int32 = 0
    for node in start..<max(start, end) where document.isText(node) { sum += measures.length[node] }
    return sum
  }

  /// Whether a block is no cell, item or caption, where a link may be all that there is to say.
  private func standsByItself(_ index: Int) -> Bool {
    var node = document.parent(index)
    for _ in 0..<3 where node > 0 {
      switch document.name(node) {
      case .li, .td, .th, .dd, .dt, .figure, .figcaption, .blockquote: return false
      default: node = document.parent(node)
      }
    }
    return true
  }

  private func leadsToFile(_ target: String) -> Bool {
    let path = target.lowercased().prefix { $0 != "?" && $0 != "#" }
    return leadsToPicture(target)
      || [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".mp3", ".mp4"].contains { path.hasSuffix($0) }
  }

  /// Whether only signposts follow a short line: to the end of its box, or two at least.
  func announcesLinks(_ index: Int) -> Bool {
    guard standsByItself(index) else { return false }
    let parent = document.parent(index)
    var sibling = document.end(index)
    var count = 0
    while sibling < document.end(parent), count < 12 {
      if measures.length[sibling] > 1 {
        guard document.isElement(sibling), isLinkLine(sibling) || isList(sibling) && isListOfLinks(sibling)
        else {
          return count > 1
        }
        count += isList(sibling) ? 2 : 1
      }
      sibling = document.end(sibling)
    }
    return count > 0
  }

  private func isList(_ index: Int) -> Bool { document.name(index) == .ul || document.name(index) == .ol }

  /// Whether a box is a card of another story: one heading that leads to it, and a few lines.
  func isHeadedCard(_ box: Int) -> Bool {
    guard (20..<600).contains(measures.length[box]), measures.links[box] > 0 else { return false }
    var heading: Int?
    for node in box + 1..<document.end(box) {
      switch document.name(node) {
      case .h2, .h3, .h4, .h5:
        if heading != nil { return false }
        heading = node
      default: break
      }
    }
    guard let heading, measures.length[heading] > 15, measures.linkDensity(heading) > 0.9,
      let link = (heading..<document.end(heading)).first(where: { document.name($0) == .a })
    else { return false }
    return isOwn(link)
  }

  /// Whether a box among paragraphs offers wares: short lines, none a sentence, and at last a link to a shop.
  func isOffer(_ box: Int) -> Bool {
    guard (20..<1500).contains(measures.length[box]), (1...12).contains(measures.links[box]) else {
      return false
    }
    var last: Int?
    var lines = 0
    for node in box + 1..<document.end(box) {
      if document.isText(node), measures.length[node] > 1 {
        if measures.length[node] >= 90 { return false }
        lines += 1
        last = node
      }
    }
    guard lines > 2, hasPrices(box), var node = last else { return false }
    while node > box, document.name(node) != .a { node = document.parent(node) }
    guard node > box, measures.links[node] == 1, !isOwn(node) else { return false }
    return document.children(document.parent(box)).count {
      document.name($0) == .p && measures.length[$0] > 60
    } > 2
  }

  /// Whether a box holds two prices.
  private func hasPrices(_ box: Int) -> Bool {
    let text = String(decoding: document.textBytes[document.textRange(box)].prefix(4000), as: UTF8.self)
    return text.unicodeScalars.count { $0.properties.generalCategory == .currencySymbol } > 1
      || text.components(separatedBy: "руб").count > 2
  }

  private func leadsToPicture(_ target: String) -> Bool {
    let path = target.lowercased().prefix { $0 != "?" && $0 != "#" }
    return [".jpg", ".jpeg", ".png", ".gif", ".webp"].contains { path.hasSuffix($0) }
  }

  /// Whether a list leads about its own page: all of its items are links to places on it.
  func isContents(_ list: Int) -> Bool {
    guard (20..<4000).contains(measures.length[list]) else { return false }
    var inner: Int32 = 0
    var links = 0
    var index = list + 1
    while index < document.end(list) {
      if document.name(index) == .a, let target = document.attribute(.href, of: index), target.hasPrefix("#"),
        target.utf8.count > 1
      {
        inner += measures.length[index]
        links += 1
        index = document.end(index)
      } else {
        index += 1
      }
    }
    return links > 1 && inner * 10 >= measures.length[list] * 8
  }

  /// Whether every item of a list holds a link that is a good part of it.
  func isListOfLinks(_ list: Int) -> Bool {
    var items = 0
    for item in document.children(list) where document.isElement(item) && measures.length[item] > 0 {
      guard measures.links[item] > 0, measures.linkDensity(item) > 0.3, measures.length[item] < 300 else {
        return false
      }
      items += 1
    }
    return items > 0
  }
}
