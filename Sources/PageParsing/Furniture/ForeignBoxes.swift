import Markup
import NewsModel

/// Boxes of a page that are about something else by their make and their place, whatever they are called.
///
/// The title tells what the page is about: what holds it is never foreign.
struct ForeignBoxes {
  /// Why a box is foreign. The raw value is the name of the rule.
  enum Kind: String, CaseIterable {
    /// One of three or more boxes made alike, each with a heading that leads to another page and a few lines.
    case teaser
    /// A gallery of headings with texts in a page that has a text besides.
    case gallery = "gallery of another story"
    /// An article made like the one with the title, behind it, under a heading of its own.
    case nextArticle = "next article"
    /// What follows «Комментарии (4)».
    case comments = "comments under a heading"
    /// What those do not hear who read with their ears (`aria-hidden`, `inert`).
    case unheard = "hidden from assistive technology"
    /// A dialogue that a button opens.
    case window
    /// A column, a form, a discussion beside a title that has words of its own.
    case beside = "beside the title's text"
  }

  let document: HTMLDocument
  let measures: PageMeasures
  let heading: Int?
  let prose: [Double]
  let weights: BodyWeights
  let links: LinkParts
  private var kinds: [UInt8]

  /// - Parameters:
  ///   - heading: the node of the title, where it is a heading of the page.
  ///   - prose: how much of each node reads as prose.
  init(context: PageContext, heading: Int?, prose: [Double]) {
    document = context.document
    measures = context.measures
    links = LinkParts(context)
    weights = context.reading.weights
    self.heading = heading
    self.prose = prose
    kinds = [UInt8](repeating: 0, count: context.document.count)
    markTeasers()
    markGalleries()
    markComments()
    guard let heading else { return }
    markNextArticles(after: heading)
    markWindows()
    if hasOwnWords(heading) { markBeside() }
  }

  /// The boxes of what readers say, under headings that say so; found once for each heading.
  static func comments(in context: PageContext, heading: Int?) -> [Range<Int>] {
    if let known = context.comments[heading] { return known }
    let found = findComments(in: context, heading: heading)
    context.comments[heading] = found
    return found
  }

  private static func findComments(in context: PageContext, heading: Int?) -> [Range<Int>] {
    var boxes = ForeignBoxes(context: context, heading: heading)
    boxes.markComments()
    return boxes.kinds.indices.filter { boxes.kinds[$0] > 0 }.map { $0..<context.document.end($0) }
  }

  private init(context: PageContext, heading: Int?) {
    document = context.document
    measures = context.measures
    links = LinkParts(context)
    weights = context.reading.weights
    self.heading = heading
    prose = []
    kinds = [UInt8](repeating: 0, count: context.document.count)
  }

  subscript(node: Int) -> Kind? { kinds[node] == 0 ? nil : Kind.allCases[Int(kinds[node]) - 1] }

  mutating func mark(_ node: Int, _ kind: Kind) {
    guard kinds[node] == 0, !holdsTitle(node), let place = Kind.allCases.firstIndex(of: kind) else { return }
    kinds[node] = UInt8(place + 1)
  }

  /// Whether the title stands in a node.
  func holdsTitle(_ node: Int) -> Bool {
    heading.map { node <= $0 && $0 < document.end(node) } ?? false
  }

  // MARK: - Comments

  private mutating func markComments() {
    var index = max(1, endOfFirstLines())
    while index < document.count {
      guard mayHeadComments(index), isHeadOfComments(index) else {
        index += 1
        continue
      }
      // The box that begins with the heading, else all that follows it beside it.
      var head = index
      while document.parent(head) > 0, isFirst(head), !holdsTitle(document.parent(head)),
        document.name(document.parent(head)) != .body
      {
        head = document.parent(head)
      }
      let parent = document.parent(head)
      mark(head, .comments)
      var sibling = document.end(head)
      while head == index, sibling < document.end(parent) {
        if document.isElement(sibling), document.name(sibling) != .footer { mark(sibling, .comments) }
        sibling = document.end(sibling)
      }
      index = max(document.end(head), sibling)
    }
  }

  private func mayHeadComments(_ index: Int) -> Bool {
    guard (6..<60).contains(measures.length[index]), !measures.isVoid[index], measures.links[index] == 0,
      heading.map({ $0 < index }) ?? true
    else { return false }
    switch document.name(index) {
    case .h2, .h3, .h4, .h5, .h6, .legend, .b, .strong, .div, .p: return true
    default: return false
    }
  }

  /// Where the first lines of a text behind the title end: «Комментариев: 3» before them heads nothing.
  private func endOfFirstLines() -> Int {
    guard let heading else { return 0 }
    var letters: Int32 = 0
    for node in document.end(heading)..<document.count
    where document.isText(node) && measures.length[node] >= 20 && measures.marks[node] > 0 {
      letters += measures.length[node] - measures.linkLength[node]
      if Double(letters) >= weights.titleLetters { return node }
    }
    return document.count
  }

  private func isHeadOfComments(_ index: Int) -> Bool {
    let text = String(decoding: document.textBytes[document.textRange(index)].prefix(240), as: UTF8.self)
    return BodyPhrases.headsComments(text)
  }

  /// Whether nothing is told in a node's parent before it.
  private func isFirst(_ index: Int) -> Bool {
    for child in document.children(document.parent(index)) {
      if child == index { return true }
      if measures.length[child] > 0 { return false }
    }
    return true
  }

  // MARK: - Beside the title

  private mutating func markWindows() {
    for index in 1..<document.count
    where document.isElement(index) && measures.length[index] > 40 && !measures.isVoid[index] {
      if let role = document.attribute(.role, of: index)?.lowercased(),
        role == "dialog" || role == "alertdialog"
      {
        mark(index, .window)
      } else if measures.length[index] > 200, isUnheard(index), prose[0] - prose[index] > weights.proseOutside
      {
        mark(index, .unheard)
      }
    }
  }

  private func isUnheard(_ index: Int) -> Bool {
    document.attribute(.ariaHidden, of: index)?.lowercased() == "true"
      || document.hasAttribute(.inert, of: index)
  }

  private mutating func markBeside() {
    for index in 1..<document.count where isBeside(index) { mark(index, .beside) }
  }

  /// Whether an element is one that stands beside a text: a column, a form, a discussion.
  func isBeside(_ index: Int) -> Bool {
    guard document.isElement(index), !measures.isVoid[index] else { return false }
    switch document.name(index) {
    case .aside, .form: return true
    case .html, .body, .article, .main: return false
    default: break
    }
    if !measures.hints[index].isDisjoint(with: [.column, .comments]) { return true }
    return document.attribute(.role, of: index)?.lowercased() == "complementary"
  }

  /// Whether words of its own stand at the title, outside of links, columns, forms and discussions.
  private func hasOwnWords(_ heading: Int) -> Bool {
    var node = heading
    while node > 0 {
      let parent = document.parent(node)
      var letters: Int32 = 0
      for child in document.children(parent) where child > node { letters += ownLetters(child) }
      if Double(letters) >= weights.titleLetters { return true }
      node = parent
    }
    return false
  }

  private func ownLetters(_ root: Int) -> Int32 {
    var letters: Int32 = 0
    var node = root
    while node < document.end(root), Double(letters) < weights.titleLetters {
      if measures.isVoid[node] || isBeside(node) || isFurniture(node) || kinds[node] > 0 {
        node = document.end(node)
        continue
      }
      if document.isText(node), measures.length[node] >= 20 {
        letters += measures.length[node] - measures.linkLength[node]
      }
      node += 1
    }
    return letters
  }

  func isFurniture(_ index: Int) -> Bool {
    switch document.name(index) {
    case .nav, .footer, .header, .menu, .figure, .time: true
    default: !measures.hints[index].isDisjoint(with: .boilerplate)
    }
  }
}
