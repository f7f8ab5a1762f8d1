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
    for index in context.document.end(heading)..<max(first, context.document.end(heading))
    where context.document.name(index) == .figure {
      var builder = BlockBuilder(
        document: context.document, isDropped: context.measures.isVoid, links: context.page.links)
      for block in builder.blocks(of: [index]) {
        if case .figure(let figure) = block, figure.picture != nil { return block }
      }
    }
    let place = ArticlePlace(context, heading: heading, body: body.roots)
    // Between title and text, in any box; then right before the title, in the article's own box.
    return picture(in: context.document.end(heading)..<max(first, context.document.end(heading)), place)
      ?? picture(in: max(place.box ?? heading, heading - 40)..<heading, place)
  }

  /// The first large picture that leads nowhere else; counters and buttons are small.
  private func picture(in nodes: Range<Int>, _ place: ArticlePlace) -> Block? {
    let document = context.document
    for index in nodes where document.name(index) == .img && !context.measures.isVoid[index] {
      let sizes = [
        document.attribute(spelled: "width", of: index), document.attribute(spelled: "height", of: index),
      ]
      guard sizes.allSatisfy({ $0.flatMap { Int($0.prefix { $0.isNumber }) }.map { $0 >= 200 } ?? true }),
        !place.isInMasthead(index), !place.isForeign(index, Self.foreign), !isLinkedElsewhere(index),
        let address = PictureAddress.of(index, in: document, links: context.page.links)
      else { continue }
      return .figure(
        Block.Figure(
          picture: address, description: CleanText.line(document.attribute(.alt, of: index) ?? "", limit: 300)
        ))
    }
    return nil
  }

  private static let foreign: ClassHints = [
    .comments, .related, .sidebar, .top, .ticker, .footer, .logo, .advertisement, .author, .share, .menu,
    .navigation,
  ]

  /// Whether a picture is a link to another page: that one's teaser, or a banner.
  private func isLinkedElsewhere(_ index: Int) -> Bool {
    let document = context.document
    var node = document.parent(index)
    for _ in 0..<4 where node > 0 {
      if document.name(node) == .a, let address = context.addresses[node] {
        return !LinkKinds.looksLikeFile(address)
          && address.withoutFragment != context.page.address?.withoutFragment
      }
      node = document.parent(node)
    }
    return false
  }
}
