import Markup

/// Finds the element that holds an article's text.
///
/// Every block of text has a weight: letters outside links, fully where it reads as prose, little where it does not,
/// below zero where it is links. The weights are summed up the tree. From the top, the way leads down as long as one
/// child holds most of what its parent holds; an element that its class names as the body, or that holds what the
/// page's own data calls the text, is preferred.
struct BodyFinder {
  let document: HTMLDocument
  let measures: PageMeasures
  let isDropped: [Bool]
  /// The weight of each node and its descendants.
  private(set) var weight: [Double]

  init(measures: PageMeasures, isDropped: [Bool]) {
    self.measures = measures
    self.isDropped = isDropped
    document = measures.document
    weight = [Double](repeating: 0, count: document.count)
    weigh()
  }

  /// The nearest block around each text run collects what it says.
  private mutating func weigh() {
    struct Own {
      var length: Int32 = 0
      var linked: Int32 = 0
      var marks: Int32 = 0
    }
    var own = [Own](repeating: Own(), count: document.count)
    var block = [Int32](repeating: 0, count: document.count)
    for index in 1..<max(1, document.count) {
      let parent = document.parent(index)
      let isBlock = document.name(index).isBlock || document.name(index) == .other
      block[index] = isBlock ? Int32(index) : block[parent]
      guard document.isText(index), !isDropped[index] else { continue }
      let owner = Int(block[parent])
      own[owner].length += measures.length[index]
      own[owner].linked += measures.linkLength[index]
      own[owner].marks += measures.marks[index]
    }
    for index in stride(from: document.count - 1, through: 1, by: -1) where !isDropped[index] {
      if own[index].length > 0 {
        weight[index] += Self.weight(
          length: Int(own[index].length), linked: Int(own[index].linked), marks: Int(own[index].marks),
          name: document.name(index))
      }
      weight[document.parent(index)] += weight[index]
    }
  }

  private static func weight(length: Int, linked: Int, marks: Int, name: HTMLName) -> Double {
    let density = Double(linked) / Double(max(1, length))
    let free = Double(length - linked)
    switch name {
    case .h1, .h2, .h3, .h4, .h5, .h6: return density > 0.5 ? -free * 0.2 : free * 0.2
    case .option, .legend, .label: return 0
    default: break
    }
    if density > 0.6 { return -0.3 * Double(min(length, 200)) }
    if length >= 80, marks >= 1 { return free * (1 - density) }
    if length >= 25, marks >= 1 { return free * (1 - density) * 0.6 }
    return free * (1 - density) * 0.15
  }

  /// The node that holds the text; `nil` when nothing reads as prose.
  func find() -> Int? {
    guard document.count > 1, weight[0] > 0 else { return largest() }
    return descend(from: strongest() ?? 0)
  }

  /// A page where furniture outweighs the text: the heaviest node at all.
  private func largest() -> Int? {
    guard let best = weight.indices.dropFirst().max(by: { weight[$0] < weight[$1] }), weight[best] > 0 else {
      return nil
    }
    return best
  }

  /// The deepest of the elements that are named as the body and hold most of what any of them holds.
  private func strongest() -> Int? {
    let threshold = 0.35 * weight[0]
    var best: (index: Int, weight: Double)?
    for index in 1..<document.count where !isDropped[index] && isNamedBody(index) {
      guard weight[index] >= threshold else { continue }
      if weight[index] >= 0.85 * (best?.weight ?? 0) { best = (index, max(weight[index], best?.weight ?? 0)) }
    }
    return best?.index
  }

  private func isNamedBody(_ index: Int) -> Bool {
    if let property = document.attribute(.itemprop, of: index), property.lowercased().contains("articlebody")
    {
      return true
    }
    return measures.hints[index].contains(.body)
  }

  private func descend(from start: Int) -> Int {
    var node = start
    while true {
      var best = -1
      for child in document.children(node) where !isDropped[child] && document.isElement(child) {
        if best < 0 || weight[child] > weight[best] { best = child }
      }
      guard best >= 0, weight[node] > 0 else { return node }
      let share = weight[best] / weight[node]
      let needed = isNamedBody(node) ? 0.98 : document.name(node) == .article ? 0.9 : 0.75
      guard share >= needed, Self.holdsBlocks(document.name(best)) else { return node }
      node = best
    }
  }

  private static func holdsBlocks(_ name: HTMLName) -> Bool {
    switch name {
    case .p, .blockquote, .ul, .ol, .pre, .h1, .h2, .h3, .h4, .h5, .h6, .textRun: false
    default: true
    }
  }
}
