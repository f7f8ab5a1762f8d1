import Language
import Markup
import NewsModel

/// Reads the menus of a page: nested lists, drop-downs, label and box, plain rows of links; copies are folded into one.
struct MenuReader {
  let context: PageContext
  private let kinds: LinkKinds
  /// The keys of addresses that the page's headlines lead to.
  private let articles: Set<String>
  /// The `article`s that hold others: the page, which some engines call one.
  private let frames: Set<Int>

  /// - Parameter articles: the keys of addresses that stand as headlines outside of any menu.
  init(context: PageContext, articles: Set<String> = []) {
    self.context = context
    self.articles = articles
    kinds = LinkKinds(address: context.page.address)
    frames = Self.frames(of: context.document)
  }

  private var document: HTMLDocument { context.document }

  private static func frames(of document: HTMLDocument) -> Set<Int> {
    var result: Set<Int> = []
    var open: [Int] = []
    for index in 1..<max(1, document.count) where document.name(index) == .article {
      while let last = open.last, document.end(last) <= index { open.removeLast() }
      if let last = open.last { result.insert(last) }
      open.append(index)
    }
    return result
  }

  /// The sections and the rule that gave them.
  func read() -> (sections: [Section], rule: String)? {
    if let nodes = context.rules.nodes(.menu) {
      let entries = nodes.flatMap { parse($0) }
      return entries.isEmpty ? nil : (fold(entries), "site file")
    }
    var candidates = candidates(isLenient: false)
    // A page that names nothing: rows of sections before its first text.
    if candidates.isEmpty { candidates = self.candidates(isLenient: true) }
    guard let best = candidates.max(by: { ($0.score, -$0.node) < ($1.score, -$1.node) }) else { return nil }
    var entries = best.entries
    // What stands in other menus beside the first completes it; footers and lists of tags do not.
    for candidate in candidates where candidate.node != best.node && candidate.isBeside {
      entries += candidate.entries
    }
    return (fold(entries), rule(best.node))
  }

  private struct Candidate {
    var node: Int
    var entries: [Section]
    var score: Double
    var isBeside: Bool
  }

  private func candidates(isLenient: Bool) -> [Candidate] {
    let limit = isLenient ? Masthead(context: context).limit : 0
    var result: [Candidate] = []
    var coveredEnd = 0
    var headerEnd = 0
    var footerEnd = 0
    let total = max(1, document.count)
    var parsed = 0
    var sample = LinkSample(nodes: total)
    for index in 1..<total where document.isElement(index) {
      let name = document.name(index)
      let hints = context.measures.hints[index]
      if name == .footer || hints.contains(.footer) { footerEnd = max(footerEnd, document.end(index)) }
      if name == .header || hints.contains(.header) { headerEnd = max(headerEnd, document.end(index)) }
      guard index >= coveredEnd else { continue }
      guard
        index < limit && Masthead.isRowOfSections(index, context)
          || isMenu(index, name, hints, isInHeader: index < headerEnd, &sample)
      else { continue }
      parsed += 1
      if parsed > 150 { break }
      let entries = menu(index)
      let flat = entries.flatMap { [$0] + $0.sections }.filter { $0.address != nil }
      let own = flat.filter { $0.address.map(kinds.isOwn) ?? false }
      guard own.count >= 3 || own.count >= 2 && name == .nav else { continue }
      guard Double(own.count) >= 0.4 * Double(flat.count) else { continue }
      // Links that stand on the page as headlines lead to articles, whatever repeats them.
      let told = own.filter { $0.address.map { articles.contains(LinkKinds.key($0)) } ?? false }
      guard told.count * 2 < own.count else { continue }
      coveredEnd = document.end(index)
      // A row of pages about the site itself is no menu of its sections.
      let about = own.filter { entry in entry.address.map { LinkKinds.isAboutSite(entry.title, $0) } ?? false
      }
      let isAbout = about.count * 2 >= own.count
      let isFooter = index < footerEnd && index > total / 2
      // Editions in other towns, each with a host of its own, are no sections of this one; a bar of matters is.
      let near = near(own)
      var score = Double(min(near.count, 40)) + Double(min(own.count - near.count, 10)) * 0.2
      if name == .nav || hints.contains(.menu) { score *= 1.5 }
      if index < headerEnd { score *= 1.3 }
      if isFooter { score *= 0.2 }
      if hints.contains(.mobile) { score *= 0.9 }
      if !entries.allSatisfy({ $0.sections.isEmpty }) { score *= 1.2 }
      let isSide = !hints.isDisjoint(with: [.tags, .footer])
      if isSide { score *= 0.3 }
      if isAbout { score *= 0.1 }
      result.append(
        Candidate(
          node: index, entries: entries, score: score,
          isBeside: !isFooter && !isSide && !isAbout && near.count * 10 >= flat.count * 6))
      if result.count > 60 { break }
    }
    return result
  }

  /// The entries on the page's own host, and those on hosts below it where these are called by matters, not by towns.
  private func near(_ entries: [Section]) -> [Section] {
    let towns = entries.count { PageWords.towns.contains(ExactText(Folding.label($0.title))) }
    return entries.filter { entry in
      entry.address.map { kinds.isSameHost($0) || towns < 2 && kinds.isBelow($0) } ?? false
    }
  }

  private func isMenu(
    _ index: Int, _ name: HTMLName, _ hints: ClassHints, isInHeader: Bool, _ sample: inout LinkSample
  ) -> Bool {
    guard hints.isDisjoint(with: [.pages, .breadcrumb, .comments, .share, .language, .related, .top]) else {
      return false
    }
    guard
      Double(context.measures.length[index]) < 0.6 * Double(max(1, context.measures.length[0]))
        || context.measures.linkDensity(index) > 0.6
    else { return false }
    guard context.measures.links[index] > 0, !isOfItem(index) else { return false }
    if name == .nav { return true }
    if document.attribute(.role, of: index)?.lowercased() == "navigation" { return true }
    switch name {
    case .ul, .ol, .div, .section, .table, .td, .tr, .dl, .menu, .header, .p, .center: break
    default: return false
    }
    if !hints.isDisjoint(with: [.menu, .navigation]) { return linksMostlySections(index, &sample) }
    if name == .ul, isInHeader || index < document.count / 4 { return linksMostlySections(index, &sample) }
    // Pages of 2005: a row or column of cells that are nothing but short links.
    if name == .td || name == .tr || name == .p || name == .div || name == .center,
      !isInHeader || name == .div
    {
      return context.measures.links[index] >= 5 && context.measures.linkDensity(index) > 0.75
        && directLinks(index) >= 5
        && linksMostlySections(index, &sample)
    }
    return false
  }

  /// Boxes around a list are looked at so far out; and so many elements of it, for each box of a page is asked.
  private static let mostParents = 16
  private static let mostLookedAt = 48

  /// Whether a list belongs to one article among others: it stands in an `article`, or its links are tags and authors.
  private func isOfItem(_ index: Int) -> Bool {
    var node = document.parent(index)
    var steps = 0
    while node > 0, steps < Self.mostParents {
      if document.name(node) == .article, !frames.contains(node) { return true }
      node = document.parent(node)
      steps += 1
    }
    var links = 0
    var tags = 0
    let end = min(document.end(index), index + Self.mostLookedAt)
    for link in index + 1..<max(index + 1, end) where document.name(link) == .a {
      links += 1
      let relation = document.attribute(.rel, of: link)?.lowercased() ?? ""
      if relation.split(separator: " ").contains(where: { $0 == "tag" || $0 == "author" }) { tags += 1 }
      if links > 60 { break }
    }
    return links > 0 && tags * 2 > links
  }

  private func directLinks(_ index: Int) -> Int {
    document.children(index).reduce(0) { count, child in
      count
        + (document.name(child) == .a || document.children(child).contains { document.name($0) == .a }
          ? 1 : 0)
    }
  }

  /// What the links of a page are, each read once: lists in lists ask for the same ones again and again.
  private struct LinkSample {
    enum Kind {
      case section
      case other
      case none
    }

    /// By node; `nil` where it was not asked for yet.
    var kinds: [Kind?]
    /// Links that may still be asked for, the same ones counted anew.
    var budget = 8000

    init(nodes: Int) { kinds = [Kind?](repeating: nil, count: nodes) }
  }

  private func linksMostlySections(_ index: Int, _ sample: inout LinkSample) -> Bool {
    guard sample.budget > 0 else { return false }
    var all = 0
    var good = 0
    for node in index + 1..<max(index + 1, document.end(index)) where document.name(node) == .a {
      sample.budget -= 1
      if sample.budget <= 0 { return false }
      let kind = sample.kinds[node] ?? self.kind(ofLink: node)
      sample.kinds[node] = kind
      guard kind != .none else { continue }
      all += 1
      if kind == .section { good += 1 }
      if all > 60 { break }
    }
    return all >= 3 && good * 10 >= all * 7
  }

  private func kind(ofLink node: Int) -> LinkSample.Kind {
    guard let address = context.addresses[node] else { return .none }
    let title = text(node)
    return title.isEmpty ? .none : LinkKinds.readsAsSection(title, address) ? .section : .other
  }

  // MARK: - One menu as a tree

  /// The entries of a menu. A heading that stands over all of them is the menu's own, and no section.
  private func menu(_ index: Int) -> [Section] {
    let entries = parse(index)
    guard entries.count == 1, entries[0].address == nil else { return entries }
    let bare = parse(index, hasLabels: false)
    return bare.count > 1 ? bare : entries
  }

  /// The entries of a container, in order.
  /// - Parameter hasLabels: whether words before a list are the name of what it holds.
  private func parse(_ index: Int, depth: Int = 0, hasLabels: Bool = true) -> [Section] {
    var entries: [Section] = []
    var label: String?
    guard depth < 40 else { return entries }
    if document.name(index) == .a { return entry(index).map { [$0] } ?? [] }
    for child in document.children(index) where document.isElement(child) && !isSkipped(child) {
      let links = linkCount(child)
      if document.name(child) == .a {
        if let entry = entry(child) { entries.append(entry) }
        label = nil
      } else if links == 0 {
        let text = text(child)
        if text.count >= 2, text.count <= 40, text.contains(where: \.isLetter) { label = text }
      } else if isItem(child) {
        entries += item(child, depth: depth)
        label = nil
      } else {
        let inner = parse(child, depth: depth + 1, hasLabels: hasLabels)
        if hasLabels, let title = label, inner.count > 1, depth > 0 || entries.count > 0 {
          entries.append(Section(title: title, sections: flat(inner)))
        } else {
          entries += inner
        }
        label = nil
      }
      if entries.count > 400 { break }
    }
    return entries
  }

  /// Whether a node is one entry with what opens under it.
  private func isItem(_ index: Int) -> Bool {
    if document.name(index) == .li { return true }
    guard linkCount(index) > 1 else { return false }
    var hasHead = false
    for child in document.children(index) where document.isElement(child) && !isSkipped(child) {
      let links = linkCount(child)
      if hasHead, links >= 1 {
        let opens =
          !context.measures.hints[child].isDisjoint(with: [.menu, .popup, .hidden])
          || document.name(child) == .ul
        return opens
          && (document.name(child) == .ul || document.name(child) == .div || document.name(child) == .ol)
      }
      if document.name(child) == .a || links == 0 && !text(child).isEmpty {
        hasHead = true
      } else {
        return false
      }
    }
    return false
  }

  /// An entry: its first link or words before any inner list, then the inner lists' entries.
  private func item(_ index: Int, depth: Int) -> [Section] {
    var head: Section?
    var title = ""
    var children: [Section] = []
    func walk(_ node: Int, _ level: Int) {
      guard level < 12 else { return }
      for child in document.children(node) {
        if document.isText(child) {
          if head == nil, children.isEmpty { title += document.text(child) }
          continue
        }
        guard !isSkipped(child) else { continue }
        switch document.name(child) {
        case .a:
          if head == nil, children.isEmpty {
            if let entry = entry(child) { head = entry } else { title += text(child) }
          } else if let entry = entry(child) {
            children.append(entry)
          }
        case .ul, .ol, .menu, .dl: children += parse(child, depth: depth + 1)
        default:
          if head != nil || !title.trimmingSpaces.isEmpty, linkCount(child) > 0 {
            children += parse(child, depth: depth + 1)
          } else {
            walk(child, level + 1)
          }
        }
      }
    }
    walk(index, 0)
    let inner = flat(children)
    if var head {
      // «Все» and the section's own name again, as the first of its sub-menu.
      head.sections = inner.filter { $0.address != head.address }
      return [head]
    }
    let words = CleanText.line(title, limit: 60)
    if words.count >= 2, words.count <= 40, !inner.isEmpty { return [Section(title: words, sections: inner)] }
    return inner
  }

  private func flat(_ entries: [Section]) -> [Section] {
    entries.flatMap { entry -> [Section] in
      guard !entry.sections.isEmpty else { return [entry] }
      let bare = Section(title: entry.title, address: entry.address)
      return (entry.address == nil ? [] : [bare]) + entry.sections
    }
  }

  private func entry(_ link: Int) -> Section? {
    guard let href = document.attribute(.href, of: link)?.trimmingSpaces, !href.isEmpty, !href.hasPrefix("#"),
      let address = context.page.resolve(href)
    else { return nil }
    let title = text(link)
    guard LinkKinds.readsAsSection(title, address), !kinds.isService(title, address),
      !LinkKinds.looksLikeFile(address)
    else { return nil }
    return Section(title: title, address: address)
  }

  private func linkCount(_ index: Int) -> Int {
    var count = document.name(index) == .a ? 1 : 0
    for node in index + 1..<max(index + 1, document.end(index)) where document.name(node) == .a {
      count += 1
      if count > 2 { break }
    }
    return count
  }

  private func isSkipped(_ index: Int) -> Bool {
    switch document.name(index) {
    case .script, .style, .template, .noscript, .svg, .form, .input, .button, .select, .iframe: true
    default: context.measures.hints[index].contains(.language) && linkCount(index) > 1
    }
  }

  /// The words of a link, hidden ones too; else its title or its picture's.
  private func text(_ index: Int) -> String {
    var words = ""
    var node = index
    while node < document.end(index), words.utf8.count < 400 {
      switch document.name(node) {
      case .script, .style, .template, .svg:
        node = document.end(node)
        continue
      case .textRun: words += document.text(node)
      default: if document.name(node).isBlock { words += " " }
      }
      node += 1
    }
    let line = CleanText.line(words, limit: 100)
    if !line.isEmpty { return line }
    if let title = document.attribute(.title, of: index) { return CleanText.line(title, limit: 100) }
    return ""
  }

  /// One entry an address, in the order of the menus; the entry with sub-sections wins.
  private func fold(_ entries: [Section]) -> [Section] {
    var places: [String: Int] = [:]
    var seen: Set<String> = []
    var result: [Section] = []
    func key(_ section: Section) -> String {
      section.address.map(LinkKinds.key) ?? "#" + Folding.label(section.title)
    }
    for entry in entries {
      var entry = entry
      let own = key(entry)
      let existing = places[own]
      if let existing {
        if result[existing].sections.isEmpty {
          result[existing].sections = entry.sections.filter { seen.insert(key($0)).inserted }
        }
        continue
      }
      if entry.address != nil, !seen.insert(key(entry)).inserted { continue }
      entry.sections = entry.sections.filter { seen.insert(key($0)).inserted }
      if entry.address == nil, entry.sections.isEmpty { continue }
      // Words over one entry alone head nothing.
      if entry.address == nil, entry.sections.count == 1 { entry = entry.sections[0] }
      places[own] = result.count
      result.append(entry)
      if result.count >= 300 { break }
    }
    return result
  }

  private func rule(_ index: Int) -> String {
    let classes = document.attribute(.class, of: index)?.split(whereSeparator: \.isWhitespace).first
    let name = document.spelling(index)
    return classes.map { "\(name).\(CleanText.line($0, limit: 60))" } ?? name
  }
}
