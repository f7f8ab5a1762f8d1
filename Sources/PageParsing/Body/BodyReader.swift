import Markup
import NewsModel

/// Finds an article's body, cleans it and turns it into blocks.
struct BodyReader {
  /// The blocks, the nodes they came from, and the rule that chose these.
  struct Body {
    var blocks: [Block]
    var roots: [Int]
    var rule: String
  }

  let context: PageContext

  func read(title: String, heading: Int?) -> Body {
    let measures = context.measures
    if let roots = context.rules.nodes(.body), !roots.isEmpty {
      let mask = dropped(by: BodyMask(measures, keep: roots))
      return build(roots, mask: mask, title: title, rule: "site file")
    }
    let mask = dropped(by: BodyMask(measures))
    var body = found(mask: mask, title: title, heading: heading)
    // Where hardly anything is left, the classes have misled: once more without them.
    if Self.length(body.blocks) < 300 {
      let lenient = dropped(by: BodyMask(measures, isLenient: true))
      let other = lenient == mask ? body : found(mask: lenient, title: title, heading: heading)
      if Self.length(other.blocks) > 3 * Self.length(body.blocks) + 200 { body = other }
    }
    return StatedBody(context: context).hold(body)
  }

  /// What a mask drops, and what the site file wants removed.
  private func dropped(by mask: BodyMask) -> [Bool] {
    var isDropped = mask.isDropped
    for node in context.rules.nodes(.remove) ?? [] {
      for index in node..<context.document.end(node) { isDropped[index] = true }
    }
    return isDropped
  }

  private func found(mask: [Bool], title: String, heading: Int?) -> Body {
    let finder = BodyFinder(measures: context.measures, isDropped: mask, heading: heading)
    guard let root = finder.find() else { return Body(blocks: [], roots: [], rule: "none") }
    let roots = BodyJoiner(context: context, isDropped: mask, weight: finder.weight).join(
      root, heading: heading)
    return build(roots, mask: mask, title: title, rule: rule(for: root))
  }

  static func length(_ blocks: [Block]) -> Int {
    blocks.reduce(0) { sum, block in
      if case .figure = block { sum } else { sum + block.plainText.utf8.count }
    }
  }

  private func build(_ roots: [Int], mask: [Bool], title: String, rule: String) -> Body {
    var cleaner = BodyCleaner(measures: context.measures, isDropped: mask)
    for root in roots { cleaner.clean(root, title: title) }
    var builder = BlockBuilder(
      document: context.document, isDropped: cleaner.isDropped, links: context.page.links)
    builder.signs = CaptionSigns(document: context.document, hints: context.measures.hints)
    let blocks = Repetition.removed(
      from: BodyEdges(dates: context.dates, title: title).trimmed(builder.blocks(of: roots)))
    return Body(blocks: blocks, roots: roots, rule: rule)
  }

  private func rule(for index: Int) -> String {
    let name = context.document.spelling(index)
    if let id = context.document.attribute(.id, of: index), !id.isEmpty {
      return "\(name)#\(CleanText.line(id, limit: 60))"
    }
    guard
      let classes = context.document.attribute(.class, of: index)?.split(whereSeparator: \.isWhitespace).first
    else {
      return name
    }
    return "\(name).\(CleanText.line(classes, limit: 60))"
  }
}
