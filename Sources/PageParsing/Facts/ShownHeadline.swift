import Language
import Markup
import NewsModel

/// The headline of a page that makes no heading of it and names only itself in its title: a line of its own over the
/// text, marked as such, told again beside the picture, or with the article's date next to it.
struct ShownHeadline {
  let context: PageContext

  private var document: HTMLDocument { context.document }

  /// So many texts over the article's are looked at.
  private static let reach = 24

  /// - Parameter body: the nodes that the text came from.
  func find(above body: [Int]) -> (title: String, node: Int)? {
    guard let start = firstProse(in: body) else { return nil }
    let lines = lines(before: start)
    for (place, line) in lines.enumerated() where mayBeHeadline(line) {
      let again = lines[(place + 1)...].last { Folding.label($0.text) == Folding.label(line.text) }
      let beside = [place - 1, place + 1, place + 2].contains {
        lines.indices.contains($0) && isDate(lines[$0].text)
      }
      guard again != nil || beside || isMarked(line.node) else { continue }
      return (line.text, again?.node ?? line.node)
    }
    return nil
  }

  private struct Line {
    var node: Int
    var text: String
  }

  private func firstProse(in body: [Int]) -> Int? {
    for root in body.sorted() {
      for node in root..<document.end(root)
      where document.isText(node) && context.measures.length[node] >= 60 && context.measures.marks[node] > 0 {
        return node
      }
    }
    return nil
  }

  /// The texts before a node, each with the block it stands in, the nearest first.
  private func lines(before start: Int) -> [Line] {
    var lines: [Line] = []
    var node = start - 1
    while node > 0, lines.count < Self.reach {
      defer { node -= 1 }
      guard document.isText(node), !context.measures.isVoid[node], context.measures.length[node] > 2 else {
        continue
      }
      var block = document.parent(node)
      while block > 0, !document.name(block).isBlock { block = document.parent(block) }
      // A text beside others is a line of its own only where a break parts it.
      let isWhole = block > 0 && context.measures.length[block] == context.measures.length[node]
      lines.append(
        Line(
          node: isWhole ? block : document.parent(node),
          text: context.visibleLine(isWhole ? block : node, limit: 300)))
    }
    return lines
  }

  private func mayBeHeadline(_ line: Line) -> Bool {
    guard line.text.spaceCount >= 2, (16..<250).contains(line.text.scalarCount), let last = line.text.last,
      !":;,".contains(last), context.measures.linkLength[line.node] == 0, !isDate(line.text),
      !AuthorNames.isByline(line.text)
    else { return false }
    let label = Folding.label(line.text, limit: 120)
    return !BodyPhrases.isFurniture(label) && !BodyPhrases.isInvitation(label, ofBytes: line.text.utf8.count)
  }

  private func isDate(_ text: String) -> Bool {
    text.count <= 60 && text.contains(where: \.isNumber) && text.filter(\.isLetter).count <= 24
      && DateLine(dates: context.dates).read(text) != nil
  }

  /// Whether an element is made to be seen first: by its name or its class.
  private func isMarked(_ node: Int) -> Bool {
    switch document.name(node) {
    case .h4, .h5, .h6, .b, .strong, .big: return true
    default: break
    }
    if context.measures.hints[node].contains(.title) { return true }
    return (node + 1..<max(node + 1, min(document.end(node), node + 4))).contains {
      document.name($0) == .b || document.name($0) == .strong || context.measures.hints[$0].contains(.title)
    }
  }
}
