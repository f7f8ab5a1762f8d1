import Language
import Markup
import NewsModel

/// Takes out of the body what is not the text: «Читайте также», lists of links, share words, the title again.
struct BodyCleaner {
  let measures: PageMeasures
  private(set) var isDropped: [Bool]
  private let document: HTMLDocument
  private let links: LinkParts

  init(measures: PageMeasures, isDropped: [Bool]) {
    self.measures = measures
    self.isDropped = isDropped
    document = measures.document
    links = LinkParts(measures)
  }

  /// Cleans one subtree.
  mutating func clean(_ root: Int, title: String) {
    let foldedTitle = Folding.label(title)
    var index = root + 1
    while index < document.end(root) {
      if isDropped[index] {
        index = document.end(index)
        continue
      }
      if document.isElement(index), isJunk(index, title: foldedTitle) {
        drop(index)
        index = document.end(index)
        continue
      }
      index += 1
    }
  }

  private mutating func drop(_ index: Int) {
    for node in index..<document.end(index) { isDropped[node] = true }
  }

  private mutating func isJunk(_ index: Int, title: String) -> Bool {
    let name = document.name(index)
    let length = Int(measures.length[index])
    if name == .a, links.isCard(index) { return true }
    switch name {
    case .h1, .h2, .h3, .h4:
      guard length < 400 else { return false }
      let text = Folding.label(visibleText(index))
      if !title.isEmpty, text == title { return true }
      if BodyPhrases.isInvitation(text, ofBytes: text.utf8.count) {
        dropFollowing(index)
        return true
      }
      return false
    case .ul, .ol:
      if links.isContents(index) {
        dropLabel(before: index)
        return true
      }
      let density = measures.linkDensity(index)
      return density > 0.7 && measures.links[index] > 1 && length < 3000
    case .table:
      return measures.linkDensity(index) > 0.7 && measures.links[index] > 3
    case .p, .div, .section, .span, .strong, .b, .em, .i, .blockquote, .a, .li, .td, .center, .article,
      .other:
      guard length < 400 else { return false }
      guard length > 0 else { return false }
      let whole = visibleText(index)
      let text = Folding.label(whole, limit: BodyPhrases.opening)
      if BodyPhrases.isInvitation(text, ofBytes: whole.utf8.count) {
        if name.isBlock, length < 60 { dropFollowing(index) }
        return true
      }
      return name.isBlock && BodyPhrases.isFurniture(text)
    default: return false
    }
  }

  /// The list of links or linked paragraph that an invitation announces.
  private mutating func dropFollowing(_ index: Int) {
    let parent = document.parent(index)
    var sibling = document.end(index)
    var count = 0
    while sibling < document.end(parent), count < 12 {
      if document.isElement(sibling), !isDropped[sibling] {
        let length = Int(measures.length[sibling])
        if length > 0 {
          guard leads(sibling) else { return }
          drop(sibling)
        }
      } else if document.isText(sibling), measures.length[sibling] > 3 {
        return
      }
      sibling = document.end(sibling)
      count += 1
    }
  }

  private func leads(_ index: Int) -> Bool {
    if measures.linkDensity(index) > 0.7 { return true }
    let name = document.name(index)
    return (name == .ul || name == .ol) && links.isListOfLinks(index)
  }

  /// The line over a list that was dropped: «На этой странице».
  private mutating func dropLabel(before index: Int) {
    let parent = document.parent(index)
    var label: Int?
    for child in document.children(parent) {
      guard child < index else { break }
      if measures.length[child] > 0 { label = child }
    }
    if let label, document.isElement(label), measures.length[label] < 50, measures.marks[label] <= 1 {
      drop(label)
    }
  }

  private func visibleText(_ index: Int) -> String {
    var text = ""
    var node = index
    while node < document.end(index) {
      if isDropped[node] {
        node = document.end(node)
        continue
      }
      if document.isText(node) { text += document.text(node) }
      node += 1
    }
    return text
  }
}
