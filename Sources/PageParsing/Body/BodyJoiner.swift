import Markup

/// Joins to the body what belongs to it and stands beside: the lead between title and body, further parts of a text
/// that is cut into several boxes.
struct BodyJoiner {
  let context: PageContext
  let isDropped: [Bool]
  let weight: [Double]

  private var document: HTMLDocument { context.document }
  private var signs: CaptionSigns { CaptionSigns(document: document, hints: context.measures.hints) }

  /// The nodes of the text, in order, none in another.
  func join(_ root: Int, heading: Int?) -> [Int] {
    let before = leads(root, heading)
    let after = followers(root)
    let listed = ingredients(beside: root).filter { list in
      !(before + after).contains { $0 <= list && list < document.end($0) }
    }
    return (before + [root] + after + listed).sorted()
  }

  /// What a recipe takes, in lists beside what tells how it is made.
  private func ingredients(beside root: Int) -> [Int] {
    var result: [Int] = []
    var node = root
    for _ in 0..<4 where document.parent(node) > 0 {
      let parent = document.parent(node)
      result += document.children(parent).filter {
        $0 != node && !isDropped[$0] && document.isElement($0)
          && context.measures.hints[$0].contains(.ingredients)
      }
      node = parent
    }
    return result
  }

  /// What reads as prose between the title, else the article's begin, and the body.
  private func leads(_ root: Int, _ heading: Int?) -> [Int] {
    var result: [Int] = []
    var node = root
    var steps = 0
    while steps < 8 {
      let parent = document.parent(node)
      guard parent > 0 else { break }
      if let heading, heading > node, heading < document.end(node) { break }
      let floor = heading.map { $0 < node ? document.end($0) : 0 } ?? 0
      var found: [Int] = []
      collect(parent, upTo: node, from: floor, into: &found, depth: 0)
      result = found + result
      let name = document.name(parent)
      if let heading, parent <= heading, heading < document.end(parent) { break }
      // Without a heading to hold on to, nothing outside the article's own box.
      if heading == nil || heading.map({ $0 > node }) ?? true, name == .article || name == .main || steps > 0
      {
        break
      }
      node = parent
      steps += 1
    }
    return result
  }

  /// Prose in a parent's children that end before a node.
  private func collect(_ parent: Int, upTo end: Int, from start: Int, into found: inout [Int], depth: Int) {
    guard depth < 8 else { return }
    for child in document.children(parent) {
      guard child < end else { return }
      guard document.end(child) > start, !isDropped[child], document.isElement(child),
        !signs.isPictureBox(child)
      else { continue }
      if child < start {
        // It holds the title: what follows that.
        collect(child, upTo: end, from: start, into: &found, depth: depth + 1)
      } else if isLead(child) {
        found.append(child)
      } else if weight[child] > 0 || context.measures.hints[child].contains(.lead) {
        collect(child, upTo: end, from: start, into: &found, depth: depth + 1)
      }
    }
  }

  private func isLead(_ index: Int) -> Bool {
    let measures = context.measures
    let length = measures.length[index]
    let hints = measures.hints[index]
    guard length >= 30, length < 1500, measures.linkDensity(index) < 0.3,
      hints.isDisjoint(with: [.caption, .date, .meta, .author])
        || hints.contains(.lead)
    else { return false }
    if holdsOther(index) { return false }
    switch document.name(index) {
    case .p, .h2, .h3, .h4, .blockquote:
      return measures.marks[index] >= 1 && length >= 40 || hints.contains(.lead)
    case .ul: return hints.contains(.lead) && measures.linkDensity(index) < 0.2
    case .div, .section, .span, .strong, .b, .header, .em, .i, .other:
      if hints.contains(.lead) || document.attribute(.itemprop, of: index)?.lowercased() == "description" {
        return measures.marks[index] >= 1 || length >= 50
      }
      return isPlain(index) && measures.marks[index] >= 2 && length >= 80
    default: return false
    }
  }

  /// Whether a box holds pictures' captions, dates or headings that are no lead.
  private func holdsOther(_ index: Int) -> Bool {
    for node in index..<document.end(index) where document.isElement(node) {
      switch document.name(node) {
      case .time, .figure, .h1, .form: return true
      case .a where context.measures.hints[node].contains(.author): return true
      default: break
      }
    }
    return false
  }

  /// Whether an element holds text and no blocks.
  private func isPlain(_ index: Int) -> Bool {
    !(index + 1..<max(index + 1, document.end(index))).contains { document.name($0).isBlock }
  }

  /// What belongs to the body behind it: boxes that are made like it, or like what holds it, and paragraphs.
  private func followers(_ root: Int) -> [Int] {
    var result: [Int] = []
    var node = root
    var steps = 0
    while steps < 4 {
      let parent = document.parent(node)
      guard parent > 0 else { break }
      for child in document.children(parent)
      where child > node && !isDropped[child] && document.isElement(child)
        && isPart(child, like: node, of: root)
      {
        result.append(child)
      }
      switch document.name(node) {
      case .article, .main, .body, .td: return result
      default: break
      }
      node = parent
      steps += 1
    }
    return result
  }

  private func isPart(_ child: Int, like node: Int, of root: Int) -> Bool {
    let measures = context.measures
    guard measures.linkDensity(child) < 0.25 else { return false }
    let isLike =
      document.name(child) == document.name(node)
      && document.attribute(.class, of: child) == document.attribute(.class, of: node)
    // Beside what holds the body, likeness must be more than a bare `<div>`.
    if isLike, node == root || isShapedAlike(child, node), !isHeaded(child) {
      // What has no name is like anything: it must weigh more.
      let least = context.reading.weights.partLeast
      let isNamed = node != root || document.attribute(.class, of: child) != nil
      return weight[child] > (isNamed ? least : max(2 * least, weight[root] * 0.08))
        && measures.marks[child] >= (isNamed ? 1 : 2)
        && measures.links[child] * 80 < measures.length[child]
    }
    return node == root && document.name(child) == .p && measures.length[child] > 80
      && measures.marks[child] >= 2 && weight[child] > 80
  }

  /// Whether two boxes are made alike: the same names and classes on the way to what they hold, one class at least.
  private func isShapedAlike(_ one: Int, _ other: Int) -> Bool {
    let shape = shape(one)
    return shape.contains { $0.last != "." } && shape == self.shape(other)
  }

  /// The names and classes from a node down as long as each holds one element: `div.flex > div.w-full > div.px`.
  private func shape(_ index: Int) -> [String] {
    var shape: [String] = []
    var node = index
    while shape.count < 5, document.name(node).isBlock, document.name(node) != .p {
      shape.append(document.spelling(node) + "." + (document.attribute(.class, of: node) ?? ""))
      let inner = document.children(node).filter { document.isElement($0) && !isDropped[$0] }
      guard inner.count == 1, let first = inner.first else { break }
      node = first
    }
    return shape
  }

  /// Whether a box begins with a heading that leads elsewhere, as other articles do.
  private func isHeaded(_ index: Int) -> Bool {
    for node in index..<document.end(index) {
      switch document.name(node) {
      case .h1, .h2, .h3, .h4, .h5: return context.measures.links[node] > 0
      case .p: return false
      default: break
      }
    }
    return false
  }
}
