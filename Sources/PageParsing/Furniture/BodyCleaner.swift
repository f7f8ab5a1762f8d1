import Markup
import NewsModel

/// Takes out of the body what is not the text, by the rules of texts.
struct BodyCleaner {
  private(set) var isDropped: [Bool]
  private(set) var log: FurnitureLog
  private let rules: [FurnitureRule<TextElement>]
  private let element: TextElement
  private let measures: PageMeasures
  private let document: HTMLDocument

  init(
    context: PageContext, title: String, isDropped: [Bool], log: FurnitureLog
  ) {
    measures = context.measures
    self.isDropped = isDropped
    self.log = log
    document = context.document
    rules = context.reading.asked(FurnitureRule.ofText)
    element = TextElement(context: context, title: title)
  }

  /// Cleans one subtree.
  mutating func clean(_ root: Int) {
    var index = root + 1
    while index < document.end(root) {
      if isDropped[index] {
        index = document.end(index)
        continue
      }
      guard document.isElement(index) else {
        index += 1
        continue
      }
      element.turn(to: index, isDropped: isDropped)
      if let rule = rules.first(where: { $0.holds(element) }) {
        switch rule.company {
        case .nothing: break
        case .listBehind: dropFollowing(index, rule.name)
        case .labelBefore: dropLabel(before: index, rule.name)
        }
        drop(index, rule.name)
        index = document.end(index)
        continue
      }
      index += 1
    }
  }

  private mutating func drop(_ index: Int, _ rule: String) {
    log.tookOut(index, by: rule)
    for node in index..<document.end(index) { isDropped[node] = true }
  }

  /// The list of links or linked paragraph that an invitation announces.
  private mutating func dropFollowing(_ index: Int, _ rule: String) {
    let parent = document.parent(index)
    var sibling = document.end(index)
    var count = 0
    while sibling < document.end(parent), count < 12 {
      if document.isElement(sibling), !isDropped[sibling] {
        let length = Int(measures.length[sibling])
        if length > 0 {
          guard leads(sibling) else { return }
          drop(sibling, rule)
        }
      } else if document.isText(sibling), measures.length[sibling] > 3 {
        return
      }
      sibling = document.end(sibling)
      count += 1
    }
  }

  private func leads(_ index: Int) -> Bool {
    if measures.linkDensity(index) > element.weights.linksOnly { return true }
    let name = document.name(index)
    return (name == .ul || name == .ol) && element.links.isListOfLinks(index)
  }

  /// The line over a list that was dropped: «На этой странице».
  private mutating func dropLabel(before index: Int, _ rule: String) {
    let parent = document.parent(index)
    var label: Int?
    for child in document.children(parent) {
      guard child < index else { break }
      if measures.length[child] > 0 { label = child }
    }
    if let label, document.isElement(label), measures.length[label] < 50, measures.marks[label] <= 1 {
      drop(label, rule)
    }
  }
}
