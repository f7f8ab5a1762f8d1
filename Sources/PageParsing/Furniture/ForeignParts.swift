import Markup

/// The parts of a page that speak of something else: comments, other articles, columns, the foot.
struct ForeignParts {
  let context: PageContext
  /// The title and the text: what holds one of them is no part beside them, whatever its name.
  let anchors: [Int]

  /// What readers say under a heading that says so.
  private let comments: [Range<Int>]

  init(context: PageContext, heading: Int?, body: [Int]) {
    self.context = context
    anchors = (heading.map { [$0] } ?? []) + body.prefix(8)
    comments = ForeignBoxes.comments(in: context, heading: heading)
  }

  /// Whether an element stands in such a part.
  ///
  /// - Parameter hints: the parts that count, by their names.
  func hold(_ index: Int, hints: ClassHints) -> Bool {
    if comments.contains(where: { $0.contains(index) }) { return true }
    let document = context.document
    let countsFooter = hints.contains(.footer)
    var node = index
    var steps = 0
    while node > 0, steps < 12 {
      if anchors.contains(where: { node <= $0 && $0 < document.end(node) }) { return false }
      if !context.measures.hints[node].isDisjoint(with: hints),
        Double(context.measures.length[node]) < 0.5 * Double(context.measures.length[0])
      {
        return true
      }
      switch document.name(node) {
      case .nav, .aside: return true
      case .footer: if countsFooter { return true }
      default: break
      }
      node = document.parent(node)
      steps += 1
    }
    return false
  }
}
