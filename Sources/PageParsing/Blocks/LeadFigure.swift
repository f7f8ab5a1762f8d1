import Markup
import NewsModel

/// The picture that stands between an article's heading and its text, with its caption: many sites keep it outside the
/// box of the text.
struct LeadFigure {
  let context: PageContext

  /// - Parameters:
  ///   - heading: the heading's node.
  ///   - roots: the nodes that the text came from.
  /// - Returns: `nil` when the text has a figure of its own, or none stands before it.
  func find(heading: Int?, body: BodyReader.Body) -> Block? {
    guard let heading, let first = body.roots.min(), heading < first else { return nil }
    guard
      !body.blocks.contains(where: {
        if case .figure(let figure) = $0 { figure.picture != nil } else { false }
      })
    else { return nil }
    var index = context.document.end(heading)
    while index < first {
      if context.document.name(index) == .figure {
        var builder = BlockBuilder(
          document: context.document, isDropped: context.measures.isVoid,
          links: context.page.links)
        for block in builder.blocks(of: [index]) {
          if case .figure(let figure) = block, figure.picture != nil { return block }
        }
        index = context.document.end(index)
      } else {
        index += 1
      }
    }
    return nil
  }
}
