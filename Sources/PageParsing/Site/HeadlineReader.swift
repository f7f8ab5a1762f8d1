import Foundation
import Language
import Markup
import NewsModel

/// Finds the lists of headlines on a page: each link to an article with the date, section and summary beside it,
/// gathered into blocks under the heading they stand below.
struct HeadlineReader {
  /// What a block of headlines is.
  enum Kind: Hashable {
    case block
    case ticker
    case top
    case related
  }

  /// Headlines that stand together.
  struct Group {
    var kind: Kind
    var title: String
    var address: WebAddress?
    var headlines: [Headline]
    var node: Int
  }

  private struct Link {
    var node: Int
    var address: WebAddress
    var key: String
    var title: String
  }

  let context: PageContext
  private let kinds: LinkKinds
  /// Nodes whose headlines are not wanted: the article's body.
  private let excluded: [Range<Int>]

  init(context: PageContext, excluding nodes: [Int] = []) {
    self.context = context
    kinds = LinkKinds(address: context.page.address)
    excluded = nodes.map { $0..<context.document.end($0) }
  }

  private var document: HTMLDocument { context.document }

  /// The groups in the page's order.
  func read() -> [Group] {
    let links = links()
    guard !links.isEmpty else { return [] }
    var counts = [Int32](repeating: 0, count: document.count)
    for link in links { counts[link.node] += 1 }
    for index in stride(from: document.count - 1, through: 1, by: -1) {
      counts[document.parent(index)] += counts[index]
    }

    let masthead = Masthead(context: context)
    var groups: [Group] = []
    var groupOfPlace: [Int: Int] = [:]
    var known: [Int: [Heading]] = [:]
    for link in links {
      // The item: the highest element with no other headline in it. Its list: what holds the item.
      var item = link.node
      while document.parent(item) > 0, counts[document.parent(item)] == 1, !isWholeItem(item) {
        item = document.parent(item)
      }
      let list = document.parent(item)
      let isStrip = masthead.isStrip(list)
      let heading = isStrip ? nil : heading(for: item, in: list, &known)
      let container = heading.map { document.parent($0.node) } ?? list
      let headline = headline(link, item: item)
      // Each heading has its own list, though several stand in one column.
      let place = heading?.node ?? container
      if let known = groupOfPlace[place] {
        groups[known].headlines.append(headline)
      } else {
        groupOfPlace[place] = groups.count
        let title = heading?.title ?? ""
        groups.append(
          Group(
            kind: isStrip ? .ticker : kind(list, container, title: title), title: title,
            address: heading?.address, headlines: [headline], node: container))
      }
    }
    return groups
  }

  /// Whether an element is one entry of a list, though the entries beside it hold no headline: an entry by its name,
  /// or one of several made alike.
  private func isWholeItem(_ index: Int) -> Bool {
    switch document.name(index) {
    case .li, .article, .tr, .dd: return true
    case .a, .h1, .h2, .h3, .h4, .h5, .h6, .span: return false
    default: break
    }
    guard let classes = document.attribute(.class, of: index), !classes.isEmpty else { return false }
    var seen = 0
    for sibling in document.children(document.parent(index))
    where sibling != index && document.isElement(sibling) {
      seen += 1
      if seen > 30 { return false }
      if document.name(sibling) == document.name(index), document.attribute(.class, of: sibling) == classes,
        context.measures.links[sibling] > 0
      {
        return true
      }
    }
    return false
  }

  // MARK: - Links

  /// The links that read as headlines, each address once in a row (a picture and its words are one).
  private func links() -> [Link] {
    var result: [Link] = []
    let page = context.page.address?.withoutFragment
    var index = 1
    while index < document.count, result.count < 3000 {
      if let range = excluded.first(where: { $0.contains(index) }) {
        index = range.upperBound
        continue
      }
      let name = document.name(index)
      if name == .nav || name == .script || name == .style || name == .template
        || !context.measures.hints[index].isDisjoint(with: [.breadcrumb, .pages, .share, .language])
          && context.measures.length[index] < 400
      {
        index = document.end(index)
        continue
      }
      guard name == .a, let address = context.addresses[index], address.withoutFragment != page
      else {
        index += 1
        continue
      }
      let title = title(index)
      let key = LinkKinds.key(address)
      let isHeadline =
        reads(title, address, in: index) && kinds.isOwn(address) && !LinkKinds.looksLikeFile(address)
        && !kinds.isService(title, address)
      if let last = result.last, last.key == key {
        // «Подробнее» and «Читать далее: …» beside the headline's own link.
        if isHeadline, title.scalarCount > last.title.scalarCount, !PageWords.isMore(title) {
          result[result.count - 1].title = title
        }
      } else if isHeadline {
        result.append(Link(node: index, address: address, key: key, title: title))
      }
      index = document.end(index)
    }
    return result
  }

  private func reads(_ title: String, _ address: WebAddress, in link: Int) -> Bool {
    let length = title.scalarCount
    guard length >= 10, title.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return false }
    // One space stands between words, none at the ends.
    let words = title.spaceCount + 1
    if words < 4, PageWords.isMore(title) || LinkKinds.namesMonth(title) { return false }
    if words >= 4, length >= 22 { return address.path != "/" || LinkKinds.namesPage(address) }
    return words >= 2 && LinkKinds.looksLikeArticle(address)
  }

  /// The words of a headline: those of a heading in the link where there is one, dates and counters left out.
  private func title(_ link: Int) -> String {
    for node in link + 1..<max(link + 1, document.end(link)) {
      switch document.name(node) {
      case .h1, .h2, .h3, .h4, .h5, .h6: return context.visibleLine(node, limit: 400)
      default:
        if context.measures.hints[node].contains(.title), document.isElement(node) {
          let text = context.visibleLine(node, limit: 400)
          if text.scalarCount >= 10 { return text }
        }
      }
    }
    var words = ""
    var node = link
    while node < document.end(link), words.utf8.count < 1200 {
      let isSmall =
        node > link && document.isElement(node)
        && (document.name(node) == .time
          || !context.measures.hints[node].isDisjoint(with: [.date, .meta, .lead, .author]))
        && context.measures.length[node] < context.measures.length[link]
      if context.measures.isVoid[node] || isSmall {
        node = document.end(node)
        continue
      }
      if document.isText(node) {
        words += document.text(node)
      } else if document.name(node).isBlock {
        words += " "
      }
      node += 1
    }
    return CleanText.line(words, limit: 400)
  }

  // MARK: - What stands beside

  private func headline(_ link: Link, item: Int) -> Headline {
    var headline = Headline(title: link.title, address: link.address)
    guard item > 0, document.end(item) - item < 400 else { return headline }
    var node = item
    var summary = ""
    while node < document.end(item) {
      if context.measures.isVoid[node] {
        node = document.end(node)
        continue
      }
      let hints = context.measures.hints[node]
      let length = context.measures.length[node]
      if headline.published == nil, document.isElement(node),
        document.name(node) == .time || hints.contains(.date) && length < 60
          || document.name(node) == .abbr && document.hasAttribute(.title, of: node)
      {
        if let found = date(node) {
          headline.tell(found)
          node = document.end(node)
          continue
        }
      }
      if headline.section == nil, document.isElement(node), node != link.node, length > 1, length < 40,
        isSection(node, link)
      {
        // «Рубрика: Город»: the link in it is the section, the rest its label.
        let inner = (node + 1..<max(node + 1, document.end(node))).first { document.name($0) == .a }
        headline.section = context.visibleLine(inner ?? node, limit: 60)
      }
      if headline.picture == nil, document.name(node) == .img, isOfArticle(node, link) {
        headline.picture = PictureAddress.of(node, in: document, links: context.page.links)
      }
      if summary.isEmpty, node != link.node, length > 50, document.name(node) == .p || hints.contains(.lead),
        !(node..<document.end(node)).contains(link.node)
      {
        summary = summaryLine(node)
      }
      node += 1
    }
    if headline.published == nil, let found = dateInWords(item, link) { headline.tell(found) }
    if !summary.isEmpty, summary != headline.title { headline.summary = summary }
    return headline
  }

  /// A picture with a shorter side is a sign.
  private static let leastSide = 60

  /// Whether a picture leads to the article, as its own does: a face leads to its author.
  private func isOfArticle(_ picture: Int, _ link: Link) -> Bool {
    let sides = ["width", "height"].compactMap { document.attribute(spelled: $0, of: picture) }
    guard sides.allSatisfy({ Int($0.prefix(while: \.isNumber)).map { $0 >= Self.leastSide } ?? true }) else {
      return false
    }
    var node = document.parent(picture)
    for _ in 0..<4 where node > 0 {
      if document.name(node) == .a { return context.addresses[node].map(LinkKinds.key) == link.key }
      node = document.parent(node)
    }
    return false
  }

  /// The words of a summary, without the link at its end that leads on to the article.
  private func summaryLine(_ node: Int) -> String {
    let line = context.visibleLine(node, limit: 500)
    let links = (node + 1..<max(node + 1, document.end(node))).filter { document.name($0) == .a }
    guard let last = links.last else { return line }
    let more = context.visibleLine(last, limit: 300)
    guard PageWords.isMore(more), line.hasSuffix(more) else { return line }
    return CleanText.line(String(line.dropLast(more.count)), limit: 500)
  }

  private func isSection(_ node: Int, _ link: Link) -> Bool {
    if document.name(node) == .a {
      guard let address = context.addresses[node] else { return false }
      return LinkKinds.key(address) != link.key && !LinkKinds.looksLikeArticle(address)
        && kinds.isOwn(address)
        && !kinds.isService(context.visibleLine(node, limit: 60), address)
    }
    guard let classes = document.attribute(.class, of: node)?.lowercased() else { return false }
    return ["section", "rubric", "category", "cat-", "razdel"].contains { classes.contains($0) }
      && !(node..<document.end(node)).contains(link.node)
  }

  /// What an element says of its time: for machines, else through a `<time>` or `<abbr>` near its beginning, else in
  /// words. One look at each: such elements may stand in one another without an end.
  private func date(_ node: Int) -> FoundDate? {
    if let stated = statedDate(node) { return stated }
    if document.name(node) == .abbr { return nil }
    let end = min(document.end(node), node + Self.mostLookedAt)
    for inner in node + 1..<max(node + 1, end) where [.time, .abbr].contains(document.name(inner)) {
      if let stated = statedDate(inner) { return stated }
      if document.name(inner) == .time, let written = writtenDate(inner) { return written }
    }
    return writtenDate(node)
  }

  /// So many nodes of an element are looked at for its time.
  private static let mostLookedAt = 24

  private func statedDate(_ node: Int) -> FoundDate? {
    // hAtom: the moment stands in the `title` of an `abbr`.
    let names: [HTMLName] = [.datetime, .content, .dataDatetime, .dataTime]
    for name in document.name(node) == .abbr ? names + [.title] : names {
      if let text = document.attribute(name, of: node),
        let date = context.dates.parse(CleanText.line(text, limit: 80))
      {
        return date
      }
    }
    return nil
  }

  private func writtenDate(_ node: Int) -> FoundDate? {
    let text = context.spacedLine(node, limit: 80)
    return context.dates.parse(text) ?? context.dates.find(in: text)
  }

  /// A date among the item's other words.
  private func dateInWords(_ item: Int, _ link: Link) -> FoundDate? {
    let linkRange = link.node..<document.end(link.node)
    for node in item..<document.end(item) where document.isText(node) && !linkRange.contains(node) {
      let length = context.measures.length[node]
      guard length >= 5, length < 60 else { continue }
      let text = context.line(node, limit: 80)
      guard text.contains(where: \.isNumber), let date = context.dates.find(in: text) else { continue }
      return date
    }
    return nil
  }

  // MARK: - Blocks

  private struct Heading {
    var node: Int
    var title: String
    var address: WebAddress?
  }

  /// The heading above an item: the nearest ancestor's last short heading before it that is no headline itself.
  ///
  /// - Parameter known: the headings that stand in nodes, so that they are not read again for each of their items.
  private func heading(for item: Int, in list: Int, _ known: inout [Int: [Heading]]) -> Heading? {
    var container = list
    var inner = item
    var steps = 0
    while container > 0, steps < 5 {
      if known[container] == nil { known[container] = headings(in: container) }
      if let found = known[container]?.last(where: { $0.node < inner }) { return found }
      if document.name(container) == .body || document.name(container) == .main { return nil }
      inner = container
      container = document.parent(container)
      steps += 1
    }
    return nil
  }

  /// The headings among the first children of a node.
  private func headings(in container: Int) -> [Heading] {
    document.children(container).prefix(60).compactMap { document.isElement($0) ? heading($0) : nil }
  }

  /// Whether a text without any mark of a heading is one by its words, or stands in bold right before a list of links.
  private func headsList(_ node: Int) -> Bool {
    guard document.isElement(node) else { return false }
    let siblings = document.children(document.parent(node)).prefix(60).filter { document.isElement($0) }
    let behind = siblings.lazy.filter { $0 > node && context.measures.length[$0] > 0 }.prefix(2).map {
      context.measures.links[$0]
    }
    // A list, or items one after the other.
    guard let first = behind.first,
      first >= 2 || first == 1 && behind.count == 2 && behind.allSatisfy({ $0 > 0 })
    else { return false }
    switch document.name(node) {
    case .strong, .b: return first >= 2
    case .div, .p, .span:
      let text = Folding.label(context.visibleLine(node, limit: 80))
      return PageWords.namesTopList(text) || PageWords.begins(text, with: PageWords.relatedLists)
    default: return false
    }
  }

  /// What a node says as a heading of a block; nil when it is none.
  private func heading(_ node: Int) -> Heading? {
    let length = context.measures.length[node]
    guard length > 1, length < 60, context.measures.links[node] <= 1 else { return nil }
    var target: Int?
    switch document.name(node) {
    case .h1, .h2, .h3, .h4, .h5, .h6: target = node
    case .div, .header, .span, .p, .strong, .b, .a, .section, .td, .legend, .dt, .center:
      if context.measures.hints[node].contains(.title) {
        target = node
      } else {
        target = (node + 1..<max(node + 1, document.end(node))).first { inner in
          switch document.name(inner) {
          case .h1, .h2, .h3, .h4, .h5, .h6: true
          default: context.measures.hints[inner].contains(.title)
          }
        }
      }
    default: break
    }
    if target == nil, context.measures.links[node] == 0, headsList(node) { target = node }
    guard let target else { return nil }
    let title = headingLine(target)
    // One space stands between words, none at the ends.
    guard title.scalarCount >= 2, title.spaceCount < 7 else { return nil }
    let link = (node..<document.end(node)).first { document.name($0) == .a }
    let address = link.flatMap { context.addresses[$0] }
    if let address, LinkKinds.looksLikeArticle(address), title.scalarCount > 25 { return nil }
    return Heading(node: node, title: title, address: address)
  }

  /// The words of a heading, without the tools beside them: «[править]».
  private func headingLine(_ node: Int) -> String {
    var words = ""
    var inner = node
    while inner < document.end(node), words.utf8.count < 400 {
      let isTool =
        inner > node && document.isElement(inner) && context.measures.hints[inner].contains(.meta)
        && context.measures.length[inner] < context.measures.length[node]
      if context.measures.isVoid[inner] || isTool {
        inner = document.end(inner)
        continue
      }
      if document.isText(inner) {
        words += document.text(inner)
      } else if document.name(inner).isBlock {
        words += " "
      }
      inner += 1
    }
    return CleanText.line(words, limit: 80)
  }

  private func kind(_ list: Int, _ container: Int, title: String) -> Kind {
    let folded = Folding.label(title)
    if PageWords.namesTopList(folded) { return .top }
    if PageWords.begins(folded, with: PageWords.relatedLists) { return .related }
    var node = list
    var steps = 0
    while node > 0, steps < 4 {
      let hints = context.measures.hints[node]
      if hints.contains(.ticker) { return .ticker }
      if hints.contains(.related) { return .related }
      if hints.contains(.top), !hints.contains(.header), !hints.contains(.content) { return .top }
      if node == container, steps > 0 { break }
      node = document.parent(node)
      steps += 1
    }
    if document.name(list) == .marquee || document.name(container) == .marquee { return .ticker }
    return .block
  }
}

extension Headline {
  fileprivate mutating func tell(_ found: FoundDate) {
    (published, isDayOnly) = (found.date, !found.hasTime)
  }
}
