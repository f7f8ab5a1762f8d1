import Markup

/// Where a page's article stands, and what around it is the site's or another article's.
///
/// The title and the text are the anchors; the lowest element that holds them all is the article's own box, and a foot
/// or a column within it is the article's (HTML: a `footer` is that of its nearest section).
struct ArticlePlace {
  let context: PageContext
  /// The title's node.
  let heading: Int?
  /// The title's node, else the first one of the text.
  let start: Int
  /// Behind the last node of the text.
  let end: Int
  /// The lowest element around title and text; `nil` where that is the whole page.
  let box: Int?
  /// The last menu or logo before the title begins here; 0 where there is none.
  private let lastMenu: Int
  private let foreign: ForeignParts
  /// What the text came from.
  private let roots: [Int]

  init(_ context: PageContext, heading: Int?, body: [Int]) {
    self.context = context
    self.heading = heading
    let document = context.document
    let anchors = ((heading.map { [$0] } ?? []) + body).sorted()
    start = heading ?? anchors.first ?? 0
    roots = body
    // The title may stand behind the text, too.
    end = anchors.map { document.end($0) }.max() ?? document.count
    foreign = ForeignParts(context: context, heading: heading, body: body)
    box = Self.box(around: anchors, in: document)
    lastMenu = Self.lastMenu(before: start, in: context)
  }

  private static func box(around anchors: [Int], in document: HTMLDocument) -> Int? {
    guard let first = anchors.first, let last = anchors.last else { return nil }
    var node = anchors.count == 1 ? document.parent(first) : first
    while node > 0, document.end(node) <= last { node = document.parent(node) }
    guard node > 0 else { return nil }
    switch document.name(node) {
    case .body, .html: return nil
    default: return node
    }
  }

  private static func lastMenu(before start: Int, in context: PageContext) -> Int {
    let document = context.document
    var last = 0
    for index in 1..<max(1, start) where document.isElement(index) && document.end(index) <= start {
      if isMenu(index, context) { last = index }
    }
    return last
  }

  /// A menu of three links and more, or the site's logo; a way back through sections is none.
  private static func isMenu(_ index: Int, _ context: PageContext) -> Bool {
    let hints = context.measures.hints[index]
    guard !hints.contains(.breadcrumb) else { return false }
    if hints.contains(.logo) { return true }
    return (context.document.name(index) == .nav || hints.contains(.menu))
      && context.measures.links[index] > 2
  }

  /// Whether an element is part of what the site shows on top of every page: it stands before a menu or the logo, or
  /// in a header that holds one of them and not the title.
  func isInMasthead(_ index: Int) -> Bool {
    guard index < start else { return false }
    let document = context.document
    if document.end(index) <= lastMenu { return true }
    var node = document.parent(index)
    while node > 0, document.end(node) <= start {
      if heading != nil, document.name(node) == .header || context.measures.hints[node].contains(.header) {
        return (node + 1..<document.end(node)).contains { Self.isMenu($0, context) }
      }
      node = document.parent(node)
    }
    return false
  }

  /// Whether an element stands beside a link to another article, as in a list of headlines.
  func isBesideHeadline(_ index: Int) -> Bool {
    let document = context.document
    var node = index
    for _ in 0..<5 where node > 0 {
      if holdsArticle(node) { return false }
      if (node..<document.end(node)).contains(where: isHeadlineLink) { return true }
      if document.end(node) - node > 300 { return false }
      node = document.parent(node)
    }
    return false
  }

  /// Whether an element holds the title or most of the text.
  private func holdsArticle(_ node: Int) -> Bool {
    let document = context.document
    if node <= start, start < document.end(node) { return true }
    return roots.contains { root in
      node <= root && root < document.end(node)
        || root <= node && node < document.end(root)
          && context.measures.length[node] * 2 > context.measures.length[root]
    }
  }

  /// A link of four words and more to another page, which does not tell when something was.
  private func isHeadlineLink(_ index: Int) -> Bool {
    let document = context.document
    guard document.name(index) == .a, context.measures.length[index] > 20,
      let address = context.addresses[index],
      address.withoutFragment != context.page.address?.withoutFragment,
      !(index..<document.end(index)).contains(where: { document.name($0) == .time })
    else { return false }
    let text = context.line(index, limit: 200)
    return text.spaceCount >= 3 && context.dates.find(in: text) == nil
  }

  /// Whether an element stands in a part of the page that speaks of something else.
  ///
  /// - Parameter hints: the parts that count, by their names; a foot within the article's box is the article's.
  func isForeign(_ index: Int, _ hints: ClassHints) -> Bool {
    foreign.hold(index, hints: isInBox(index) ? hints.subtracting(.footer) : hints)
  }

  /// Whether an element stands in the article's own box.
  func isInBox(_ index: Int) -> Bool { box.map { $0 < index && index < context.document.end($0) } ?? false }

  /// How far an element is from the title, in nodes; what stands before it counts twice.
  func distance(_ index: Int) -> Int {
    let anchor = heading ?? start
    return heading != nil && index < anchor ? (anchor - index) * 2 : abs(index - anchor)
  }

  /// Whether an element stands right at the title: shortly before it, or between it and the first paragraphs.
  func isAtTitle(_ index: Int) -> Bool { index < end && distance(index) <= 48 }
}
