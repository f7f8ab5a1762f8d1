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
  let weights: BodyWeights
  let isDropped: [Bool]
  /// The weight of each node and its descendants.
  let weight: [Double]

  /// The node of the title, where it is a heading of the page.
  let heading: Int?

  init(measures: PageMeasures, weights: BodyWeights, isDropped: [Bool], heading: Int?) {
    self.heading = heading
    self.measures = measures
    self.weights = weights
    self.isDropped = isDropped
    document = measures.document
    weight = ProseWeights(measures: measures, isDropped: isDropped).weight
  }

  /// The node that holds the text; `nil` when nothing reads as prose.
  func find() -> Int? {
    guard document.count > 1, weight[0] > 0 else { return largest() }
    let root = descend(from: strongest() ?? 0)
    guard let own = titled(), !holds(own, root) else { return root }
    return !holds(root, own) || othersFill(root, beside: own) ? descend(from: own) : root
  }

  /// Whether what a node holds besides an article is other articles, for the most part.
  private func othersFill(_ root: Int, beside own: Int) -> Bool {
    let rest = weight[root] - weight[own]
    guard weight[own] > weights.titledShare * weight[root], rest > 0 else { return false }
    var others = 0.0
    var index = root + 1
    while index < document.end(root) {
      if document.name(index) == .article, !isDropped[index], !holds(index, own) {
        others += max(0, weight[index])
        index = document.end(index)
      } else {
        index += 1
      }
    }
    return others > weights.othersShare * rest
  }

  private func holds(_ outer: Int, _ inner: Int) -> Bool { outer <= inner && inner < document.end(outer) }

  /// The article whose heading is the title, where it holds a text: what lies beyond it is another's.
  private func titled() -> Int? {
    guard var node = heading else { return nil }
    while node > 0 {
      if document.name(node) == .article {
        return weight[node] > max(weights.titledLeast, weights.titledLeastShare * weight[0]) ? node : nil
      }
      node = document.parent(node)
    }
    return nil
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
    let threshold = weights.namedShare * weight[0]
    var best: (index: Int, weight: Double)?
    for index in 1..<document.count where !isDropped[index] && isNamedBody(index) {
      guard weight[index] >= threshold, !isOneOfParagraphs(index) else { continue }
      if weight[index] >= weights.namedDepth * (best?.weight ?? 0) {
        best = (index, max(weight[index], best?.weight ?? 0))
      }
    }
    return best?.index
  }

  /// Whether an element is one paragraph of a text: the text is what holds them all.
  private func isOneOfParagraphs(_ index: Int) -> Bool {
    document.name(index) == .p
      && document.children(document.parent(index)).contains {
        $0 != index && document.name($0) == .p && !isDropped[$0] && weight[$0] > 0
      }
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
      let holdsTitle = (heading.map { best < $0 && $0 < document.end(best) } ?? false) && holdsArticle(best)
      let needed =
        isNamedBody(node)
        ? weights.descentInNamed
        : document.name(node) == .article
          ? weights.descentInArticle : holdsTitle ? weights.descentToTitle : weights.descent
      guard share >= needed, Self.holdsBlocks(document.name(best)) else {
        return outOfTable(node, from: start)
      }
      node = best
    }
  }

  /// A table that places things on the page has the text in one cell; where the way ends between its rows, it is a part
  /// of the text.
  private func outOfTable(_ node: Int, from start: Int) -> Int {
    var node = node
    while node > start {
      switch document.name(node) {
      case .table, .tbody, .thead, .tfoot, .tr: node = document.parent(node)
      default: return node
      }
    }
    return node
  }

  /// Whether a node is an article, or the only thing in it is.
  private func holdsArticle(_ index: Int) -> Bool {
    var node = index
    for _ in 0..<4 {
      if document.name(node) == .article || document.attribute(.role, of: node)?.lowercased() == "article" {
        return true
      }
      let inner = document.children(node).filter {
        document.isElement($0) && !isDropped[$0] && weight[$0] > 0
      }
      guard inner.count == 1 else { return false }
      node = inner[0]
    }
    return false
  }

  private static func holdsBlocks(_ name: HTMLName) -> Bool {
    switch name {
    case .p, .blockquote, .ul, .ol, .pre, .h1, .h2, .h3, .h4, .h5, .h6, .textRun: false
    default: true
    }
  }
}
