import NewsModel

/// A part of a page that was taken for no text of its article, and why.
package struct RemovedPart: Hashable, Sendable {
  /// The rule that took it out.
  package let rule: String
  /// The beginning of what it says: one line of at most 80 scalars.
  package let text: String

  /// More are not told of one page.
  package static let most = 400

  init(rule: String, text: String) {
    self.rule = rule
    self.text = text
  }
}

/// What the rules took out of one page, as far as it is asked for.
struct FurnitureLog {
  let isRecording: Bool
  private(set) var nodes: [(node: Int, rule: String)] = []
  private(set) var blocks: [RemovedPart] = []
  /// Elements that a rule would have taken out, had they not held too much of the page's text.
  private(set) var spared: [(node: Int, rule: String)] = []
  /// Which rule took a line of the text, by its letters.
  private var lines: [ExactText: String] = [:]

  init(isRecording: Bool) { self.isRecording = isRecording }

  mutating func tookOut(_ node: Int, by rule: String) {
    if isRecording { nodes.append((node, rule)) }
  }

  mutating func tookOut(_ block: Block, by rule: BlockRule) {
    guard isRecording, blocks.count < RemovedPart.most else { return }
    let text = CleanText.line(block.plainText, limit: 80)
    if !text.isEmpty { blocks.append(RemovedPart(rule: rule.rawValue, text: text)) }
    for line in PageLineReader.lines(block.plainText) { lines[ExactText(line)] = rule.rawValue }
  }

  mutating func tookOut(_ block: Block, by rule: String) {
    guard isRecording else { return }
    for line in PageLineReader.lines(block.plainText) { lines[ExactText(line)] = rule }
  }

  mutating func spare(_ node: Int, from rule: String) {
    if isRecording, spared.count < RemovedPart.most { spared.append((node, rule)) }
  }

  /// The rule that took a line out of the text that was put together; `nil` where none did.
  func rule(ofLine key: String) -> String? { lines[ExactText(key)] }

  /// What was taken out, in the page's order, blocks last; what stood beside the text and was never in it is told as such.
  func parts(of context: PageContext, roots: [Int]) -> [RemovedPart] {
    let document = context.document
    var result: [RemovedPart] = []
    let inOrder = nodes.sorted { $0.node < $1.node }
    var next = inOrder.startIndex
    var node = 1
    while node < document.count, result.count < RemovedPart.most {
      while next < inOrder.endIndex, inOrder[next].node < node { next += 1 }
      if next < inOrder.endIndex, inOrder[next].node == node {
        let text = context.visibleLine(node, limit: 80)
        if !text.isEmpty { result.append(RemovedPart(rule: inOrder[next].rule, text: text)) }
        node = document.end(node)
      } else if roots.contains(node) {
        // The rules of the text stand among the nodes: go on within.
        node += 1
      } else if context.measures.isVoid[node] {
        node = document.end(node)
      } else {
        if document.isText(node), context.measures.length[node] > 1,
          !roots.contains(where: { $0 <= node && node < document.end($0) })
        {
          result.append(RemovedPart(rule: "beside the text", text: context.line(node, limit: 80)))
        }
        node += 1
      }
    }
    return Array((result + blocks).prefix(RemovedPart.most))
  }
}
