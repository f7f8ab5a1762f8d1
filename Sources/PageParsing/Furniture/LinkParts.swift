import Markup
import NewsModel

/// Parts of a text that are there to be followed, not read: cards of other articles, a page's table of contents.
struct LinkParts {
  let measures: PageMeasures
  private let document: HTMLDocument

  init(_ measures: PageMeasures) {
    self.measures = measures
    document = measures.document
  }

  /// Whether a link is a card: it holds a heading, a picture over a line, or several lines. A link in a text holds none.
  func isCard(_ link: Int) -> Bool {
    guard let target = document.attribute(.href, of: link), !target.hasPrefix("#"),
      (15..<600).contains(measures.length[link]), !leadsToPicture(target)
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
