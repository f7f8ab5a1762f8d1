import Markup
import NewsModel

/// Tells of every line of a page what took it out of the article or kept it in.
///
/// A line ends where a block begins or ends, at a break, and where the words before and behind were taken by different
/// rules. What a script or a style holds is no line; what is hidden is one that nobody sees.
struct PageLineReader {
  private let context: PageContext
  private let log: FurnitureLog
  private let heading: Int?
  private let limit: Int
  /// The lines of the article, by their letters.
  private let kept: Set<ExactText>
  /// All letters of the article: a line may stand in it between others. Empty where there are too many to look through.
  private let letters: String
  /// So many lines may still be looked for in them.
  private var budget = 32
  private static let mostLetters = 200_000
  /// Where the text came from, when it is not the page's own.
  private let source: String?
  /// What of each node is known before its words are looked up; by node.
  private var fates: [Fate]
  /// What holds each node, where it is a part of the text: «in div.text».
  private var boxes: [Int32: String] = [:]

  private enum Fate: Equatable {
    /// Nobody sees it; the name of what holds it.
    case unseen(String)
    case removed(String)
    case title
    case beside
    /// In the text that was found, in the root of this number.
    case inText(Int32, spared: String?)
  }

  /// - Parameters:
  ///   - heading: the node of the title.
  ///   - blocks: the article's, as they are given out.
  ///   - limit: the scalars told of each line.
  init(context: PageContext, body: BodyReader.Body, heading: Int?, blocks: [Block], limit: Int = 80) {
    self.context = context
    log = body.log
    self.heading = heading
    self.limit = limit
    let lines = blocks.flatMap { Self.lines($0.plainText) }
    kept = Set(lines.map { ExactText($0) })
    let letters = lines.joined()
    self.letters = letters.utf8.count < Self.mostLetters ? letters : ""
    source = body.isFromData ? "text from " + body.rule : nil
    fates = Self.fates(context, body: body, heading: heading)
    for root in body.roots { boxes[Int32(root)] = "in " + BodyReader.name(of: root, in: context.document) }
  }

  /// All lines, in the page's order.
  mutating func read() -> PageLines {
    let document = context.document
    var result = PageLines()
    var line: [Int] = []
    var block = -1
    var node = 1
    while node < document.count {
      defer { node += 1 }
      if document.name(node) == .head || document.name(node) == .title {
        node = document.end(node) - 1
        continue
      }
      if document.isText(node) {
        guard !isBlank(node) else { continue }
        let own = nearestBlock(of: node)
        if own != block { flush(&line, into: &result) }
        block = own
        line.append(node)
      } else if document.name(node) == .br || document.name(node).isBlock {
        flush(&line, into: &result)
      }
    }
    flush(&line, into: &result)
    return result
  }

  // MARK: - Lines

  private mutating func flush(_ line: inout [Int], into result: inout PageLines) {
    defer { line = [] }
    var rest = line[...]
    // What is left of a line is looked up as one: words within it may have been taken out.
    let own = line.filter { if case .inText = fates[$0] { true } else { false } }
    let verdict = own.isEmpty ? (false, Self.unknown) : verdict(of: text(own), at: own[0])
    var wasKept = false
    while let first = rest.first {
      let fate = fates[first]
      let run = rest.prefix { fates[$0] == fate }
      rest = rest.dropFirst(run.count)
      let (isKept, rule): (Bool, String) =
        switch fate {
        case .unseen(let name): (false, name)
        case .removed(let rule): (false, rule)
        case .title: (true, "title")
        case .beside: (false, "beside the text")
        case .inText: verdict
        }
      let isText = if case .inText = fate { true } else { false }
      if isText, wasKept { continue }
      wasKept = wasKept || isText
      let words = isText ? text(own) : text(Array(run))
      result.add(PageLine(text: CleanText.line(words, limit: limit), isKept: isKept, rule: rule))
    }
  }

  /// What is told where no rule is known to have taken a line.
  static let unknown = "not in the article"

  private mutating func verdict(of text: String, at node: Int) -> (Bool, String) {
    guard case .inText(let root, let spared) = fates[node] else { return (false, Self.unknown) }
    let key = Self.key(text)
    if kept.contains(ExactText(key)) || key.isEmpty || isWithin(key) {
      return (true, (boxes[root] ?? "in the text") + (spared.map { ", \($0) overruled" } ?? ""))
    }
    return (false, log.rule(ofLine: key) ?? source ?? (isInPicture(node) ? "picture" : Self.unknown))
  }

  private mutating func isWithin(_ key: String) -> Bool {
    guard budget > 0, log.rule(ofLine: key) == nil else { return false }
    budget -= 1
    return letters.contains(key)
  }

  private func isInPicture(_ node: Int) -> Bool {
    var node = context.document.parent(node)
    while node > 0 {
      if context.document.name(node) == .figure || context.measures.hints[node].contains(.picture) {
        return true
      }
      node = context.document.parent(node)
    }
    return false
  }

  private func text(_ nodes: [Int]) -> String { nodes.map { context.document.text($0) }.joined() }

  private func isBlank(_ node: Int) -> Bool {
    context.document.textBytes[context.document.textRange(node)].allSatisfy { $0 <= 0x20 }
  }

  private func nearestBlock(of node: Int) -> Int {
    var block = context.document.parent(node)
    while block > 0, !context.document.name(block).isBlock { block = context.document.parent(block) }
    return block
  }

  /// The lines of a text by their letters and digits: spaces and signs are set anew in an article.
  static func lines(_ text: String) -> [String] {
    text.split { $0 == "\n" || $0 == "\t" }.map { key(String($0)) }.filter { !$0.isEmpty }
  }

  static func key(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }

  // MARK: - Nodes

  private static func fates(_ context: PageContext, body: BodyReader.Body, heading: Int?) -> [Fate] {
    let document = context.document
    var fates = [Fate](repeating: .beside, count: document.count)
    let removed = Dictionary(body.log.nodes.map { ($0.node, $0.rule) }) { first, _ in first }
    let spared = Dictionary(body.log.spared.map { ($0.node, $0.rule) }) { first, _ in first }
    let roots = Set(body.roots)
    for node in 1..<max(1, document.count) {
      let outer = fates[document.parent(node)]
      var fate = outer
      switch outer {
      case .unseen, .removed, .title: break
      case .beside where roots.contains(node): fate = .inText(Int32(node), spared: spared[node])
      case .inText(let root, _): if let rule = spared[node] { fate = .inText(root, spared: rule) }
      case .beside: break
      }
      switch fate {
      case .unseen, .removed, .title: break
      case .beside, .inText:
        if let rule = removed[node] {
          fate = .removed(rule)
        } else if context.measures.isVoid[node] {
          fate = .unseen(document.isElement(node) ? "unseen " + document.spelling(node) : "unseen")
        } else if node == heading, fate == .beside {
          fate = .title
        }
      }
      fates[node] = fate
    }
    return fates
  }
}
