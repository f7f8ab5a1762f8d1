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

  private let document: HTMLDocument
  private let measures: PageMeasures
  private let heading: Int?
  private let prose: [Double]
  private let weights: BodyWeights
  private let links: LinkParts
  private var kinds: [UInt8]

  /// - Parameters:
  ///   - heading: the node of the title, where it is a heading of the page.
  ///   - prose: how much of each node reads as prose.
  init(context: PageContext, heading: Int?, prose: [Double]) {
    document = context.document
    measures = context.measures
    links = LinkParts(context.measures, host: context.page.address?.host)
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

  /// The boxes of what readers say, under headings that say so.
  static func comments(in context: PageContext, heading: Int?) -> [Range<Int>] {
    var boxes = ForeignBoxes(context: context, heading: heading)
    boxes.markComments()
    return boxes.kinds.indices.filter { boxes.kinds[$0] > 0 }.map { $0..<context.document.end($0) }
  }

  private init(context: PageContext, heading: Int?) {
    document = context.document
    measures = context.measures
    links = LinkParts(context.measures, host: context.page.address?.host)
    weights = context.reading.weights
    self.heading = heading
    prose = []
    kinds = [UInt8](repeating: 0, count: context.document.count)
  }

  subscript(node: Int) -> Kind? { kinds[node] == 0 ? nil : Kind.allCases[Int(kinds[node]) - 1] }

  private mutating func mark(_ node: Int, _ kind: Kind) {
    guard kinds[node] == 0, !holdsTitle(node), let place = Kind.allCases.firstIndex(of: kind) else { return }
    kinds[node] = UInt8(place + 1)
  }

  /// Whether the title stands in a node.
  func holdsTitle(_ node: Int) -> Bool {
    heading.map { node <= $0 && $0 < document.end(node) } ?? false
  }

  // MARK: - Teasers and galleries

  private static let fewestTeasers = 3

  private mutating func markTeasers() {
    var headings: [Int] = []
    var counts = [Int32](repeating: 0, count: document.count)
    for index in 1..<max(1, document.count) where isLinkedHeading(index) {
      headings.append(index)
      counts[index] = 1
    }
    guard headings.count >= Self.fewestTeasers else { return }
    for index in stride(from: document.count - 1, through: 1, by: -1) where counts[index] > 0 {
      counts[document.parent(index)] += counts[index]
    }
    var likeness: [Int: Bool] = [:]
    for heading in headings {
      var box = document.parent(heading)
      for _ in 0..<4 {
        let parent = document.parent(box)
        guard parent > 0, counts[box] == 1, Double(measures.length[box]) <= weights.teaserLongest else {
          break
        }
        if counts[parent] >= Self.fewestTeasers {
          let key = parent * 256 + Int(document.name(box).rawValue)
          let isOneOfMany =
            likeness[key]
            ?? (document.children(parent).count { counts[$0] == 1 && document.name($0) == document.name(box) }
              >= Self.fewestTeasers)
          likeness[key] = isOneOfMany
          if isOneOfMany { mark(box, .teaser) }
          break
        }
        box = parent
      }
    }
  }

  /// Whether an element is a heading of which all is one link to another page of the site.
  private func isLinkedHeading(_ index: Int) -> Bool {
    guard !measures.isVoid[index], index != heading, (8..<250).contains(measures.length[index]),
      measures.linkLength[index] * 10 >= measures.length[index] * 9
    else { return false }
    switch document.name(index) {
    case .h2, .h3, .h4, .h5: break
    default: return false
    }
    let link = (index + 1..<document.end(index)).first { document.name($0) == .a } ?? enclosingLink(index)
    return link.map(links.isOwn) ?? false
  }

  private func enclosingLink(_ index: Int) -> Int? {
    var node = document.parent(index)
    for _ in 0..<4 where node > 0 {
      if document.name(node) == .a { return node }
      node = document.parent(node)
    }
    return nil
  }

  private mutating func markGalleries() {
    var index = 1
    while index < document.count {
      guard measures.hints[index].contains(.gallery), !measures.isVoid[index],
        prose[0] - prose[index] > weights.proseOutside,
        measures.length[index] > 200, headings(in: index) >= 4
      else {
        index += 1
        continue
      }
      mark(index, .gallery)
      index = document.end(index)
    }
  }

  private func headings(in index: Int) -> Int {
    (index + 1..<max(index + 1, document.end(index))).count { node in
      switch document.name(node) {
      case .h2, .h3, .h4, .h5: true
      default: false
      }
    }
  }

  // MARK: - Comments

  private mutating func markComments() {
    var index = 1
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

  // MARK: - The next article

  private mutating func markNextArticles(after heading: Int) {
    guard let own = article(of: heading) else { return }
    let name = document.name(own)
    let token = firstClass(own)
    let title = document.text(heading)
    var index = document.end(own)
    while index < document.count {
      guard document.isElement(index), prose[index] > 150,
        document.name(index) == name && firstClass(index) == token || isLoadedNext(index),
        hasOwnHeading(index, otherThan: title)
      else {
        index += 1
        continue
      }
      mark(index, .nextArticle)
      index = document.end(index)
    }
  }

  /// Whether a box says that it was loaded behind another, or loads the next: `data-next-url`.
  private func isLoadedNext(_ index: Int) -> Bool {
    ["data-next-url", "data-next", "data-next-article"].contains {
      document.attribute(spelled: $0, of: index) != nil
    }
  }

  /// The nearest box with the heading that is an article by name or class and holds a text.
  private func article(of heading: Int) -> Int? {
    var node = document.parent(heading)
    while node > 0 {
      let isArticle =
        document.name(node) == .article
        || document.name(node) == .div && firstClass(node) != nil
          && !measures.hints[node].isDisjoint(with: [.content, .body])
      if isArticle, prose[node] > 100 { return node }
      node = document.parent(node)
    }
    return nil
  }

  private func firstClass(_ index: Int) -> Substring? {
    guard let text = document.attribute(.class, of: index) else { return nil }
    return text.split(whereSeparator: \.isWhitespace).first
  }

  /// Whether a box begins with a heading of three words or more that is not the title.
  private func hasOwnHeading(_ index: Int, otherThan title: String) -> Bool {
    for node in index + 1..<max(index + 1, document.end(index)) {
      switch document.name(node) {
      case .h1, .h2:
        let text = document.text(node)
        return text != title && text.split(separator: " ").count >= 3
      case .p: if measures.length[node] > 80 { return false }
      default: break
      }
    }
    return false
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
  private func isBeside(_ index: Int) -> Bool {
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

  private func isFurniture(_ index: Int) -> Bool {
    switch document.name(index) {
    case .nav, .footer, .header, .menu, .figure, .time: true
    default: !measures.hints[index].isDisjoint(with: .boilerplate)
    }
  }
}
