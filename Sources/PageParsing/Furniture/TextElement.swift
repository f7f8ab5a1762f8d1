import Language
import Markup

/// An element of a text that was found, as the rules of furniture see it; its words are read once for all of them.
final class TextElement {
  let measures: PageMeasures
  let weights: BodyWeights
  let links: LinkParts
  /// The folded title.
  let title: String
  private(set) var index = 0
  private(set) var name = HTMLName.document
  private(set) var length = 0
  private var known: (text: String, label: String)?
  private var isDropped: [Bool] = []

  var document: HTMLDocument { measures.document }

  init(context: PageContext, title: String) {
    measures = context.measures
    weights = context.reading.weights
    self.title = Folding.label(title)
    links = LinkParts(context)
  }

  /// Turns to another element.
  func turn(to index: Int, isDropped: [Bool]) {
    self.index = index
    self.isDropped = isDropped
    name = document.name(index)
    length = Int(measures.length[index])
    known = nil
  }

  /// Its words, those that were taken out left out.
  var text: String { words().text }

  /// The opening of its words, folded; of a heading all of it.
  var label: String { words().label }

  private func words() -> (text: String, label: String) {
    if let known { return known }
    var text = ""
    var node = index
    while node < document.end(index) {
      if isDropped[node] {
        node = document.end(node)
        continue
      }
      if document.isText(node) {
        let next = document.text(node)
        // «Читайте также» and a headline meet where each stands in an element of its own.
        if let last = text.last, last.isLowercase, next.first?.isUppercase == true { text += " " }
        text += next
      }
      node += 1
    }
    let label = isHeading ? Folding.label(text) : Folding.label(text, limit: BodyPhrases.opening)
    known = (text, label)
    return (text, label)
  }

  var isHeading: Bool {
    switch name {
    case .h1, .h2, .h3, .h4: true
    default: false
    }
  }

  /// Whether it may be a block of its own that is no heading.
  var isBlock: Bool {
    switch name {
    case .p, .div, .section, .center, .article: true
    default: false
    }
  }

  /// Whether it tells who wrote and when, and nothing else: a link to an author, a time, and a word or two.
  var isByline: Bool {
    guard (4..<160).contains(length) else { return false }
    var rest = length
    var tells = false
    var node = index + 1
    while node < document.end(index) {
      if isAuthorOrTime(node) {
        tells = true
        rest -= Int(measures.length[node])
        node = document.end(node)
      } else {
        node += 1
      }
    }
    return tells && rest < 24
  }

  private func isAuthorOrTime(_ node: Int) -> Bool {
    if document.name(node) == .time { return true }
    guard document.isElement(node) else { return false }
    if let rel = document.attribute(.rel, of: node)?.lowercased(), rel.contains("author") { return true }
    return document.attribute(.itemprop, of: node)?.lowercased() == "author"
  }

  var isList: Bool { name == .ul || name == .ol }

  /// Whether it may be a line of its own or a part of one.
  var isLine: Bool {
    switch name {
    case .p, .div, .section, .span, .strong, .b, .em, .i, .blockquote, .a, .li, .td, .center, .article,
      .other:
      true
    default: false
    }
  }
}
