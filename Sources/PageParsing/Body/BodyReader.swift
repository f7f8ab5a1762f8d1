import Markup
import NewsModel

/// Finds an article's body, cleans it and turns it into blocks.
struct BodyReader {
  /// The blocks, the nodes they came from, and the rule that chose these.
  struct Body {
    var blocks: [Block]
    var roots: [Int]
    var rule: String
    var log: FurnitureLog
    /// Whether the text stands in the page's data and not in the roots.
    var isFromData = false
  }

  let context: PageContext

  private var weights: BodyWeights { context.reading.weights }

  func read(title: String, heading: Int?) -> Body {
    if let roots = context.rules.nodes(.body), !roots.isEmpty {
      let mask = mask(heading: nil, keep: roots)
      return build(roots, mask: mask, title: title, rule: "site file")
    }
    let mask = mask(heading: heading)
    var body = found(mask: mask, title: title, heading: heading)
    // Where hardly anything is left, the classes have misled: once more without them.
    if Double(Self.length(body.blocks)) < weights.shortBody {
      let lenient = self.mask(heading: heading, isLenient: true)
      let other =
        lenient.isDropped == mask.isDropped ? body : found(mask: lenient, title: title, heading: heading)
      let gain = Double(Self.length(other.blocks)) - weights.lenientGain * Double(Self.length(body.blocks))
      if gain > 200 { body = other }
    }
    body = StatedBody(context: context).hold(body)
    // A page that a script draws has its text in no element.
    guard Double(Self.length(body.blocks)) < weights.shortBody else { return body }
    let stated = StateText(context: context).blocks()
    guard Self.length(stated) > 2 * Self.length(body.blocks) + 200 else { return body }
    return Body(
      blocks: stated, roots: body.roots, rule: "script state", log: body.log, isFromData: true)
  }

  /// What a mask drops, and what the site file wants removed.
  private func mask(heading: Int?, keep: [Int] = [], isLenient: Bool = false) -> Mask {
    var log = FurnitureLog(isRecording: context.reading.isRecording)
    let mask = BodyMask(
      context, heading: heading, keep: keep, isLenient: isLenient, log: &log)
    var isDropped = mask.isDropped
    for node in context.rules.nodes(.remove) ?? [] {
      log.tookOut(node, by: "site file")
      for index in node..<context.document.end(node) { isDropped[index] = true }
    }
    return Mask(isDropped: isDropped, log: log)
  }

  private struct Mask {
    var isDropped: [Bool]
    var log: FurnitureLog
  }

  private func found(mask: Mask, title: String, heading: Int?) -> Body {
    let finder = BodyFinder(
      measures: context.measures, weights: weights, isDropped: mask.isDropped, heading: heading)
    guard let root = finder.find() else { return Body(blocks: [], roots: [], rule: "none", log: mask.log) }
    let roots = BodyJoiner(context: context, isDropped: mask.isDropped, weight: finder.weight).join(
      root, heading: heading)
    return build(roots, mask: mask, title: title, rule: rule(for: root))
  }

  static func length(_ blocks: [Block]) -> Int {
    blocks.reduce(0) { sum, block in
      if case .figure = block { sum } else { sum + block.plainText.utf8.count }
    }
  }

  private func build(_ roots: [Int], mask: Mask, title: String, rule: String) -> Body {
    var cleaner = BodyCleaner(
      context: context, title: title, isDropped: mask.isDropped, log: mask.log)
    for root in roots { cleaner.clean(root) }
    var builder = BlockBuilder(
      document: context.document, isDropped: cleaner.isDropped, links: context.page.links)
    builder.signs = CaptionSigns(document: context.document, hints: context.measures.hints)
    var log = cleaner.log
    let edges = BodyEdges(dates: context.dates, title: title, reading: context.reading)
    let blocks = Repetition(reading: context.reading).removed(
      from: edges.trimmed(builder.blocks(of: roots), log: &log), log: &log)
    return Body(blocks: blocks, roots: roots, rule: rule, log: log)
  }

  private func rule(for index: Int) -> String { Self.name(of: index, in: context.document) }

  /// An element as a selector names it: «div#text», «article.post».
  static func name(of index: Int, in document: HTMLDocument) -> String {
    let name = document.spelling(index)
    if let id = document.attribute(.id, of: index), !id.isEmpty {
      return "\(name)#\(CleanText.line(id, limit: 60))"
    }
    guard let classes = document.attribute(.class, of: index)?.split(whereSeparator: \.isWhitespace).first
    else {
      return name
    }
    return "\(name).\(CleanText.line(classes, limit: 60))"
  }
}
