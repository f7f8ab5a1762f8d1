import Language
import Markup

/// What a site shows on top of every page: a strip of headlines, the day, the logo, the menu, in any order.
struct Masthead {
  private let context: PageContext
  /// Behind the last of the first menu, the logo and the header that holds one of them; 0 where there is none.
  private let end: Int
  /// Where the day stands, next to which a strip may stand too.
  private let dayParent: Int?
  /// The element or text that tells the day.
  let day: Int?
  /// The title of an article, or the first long text, ends what may be a masthead.
  let limit: Int

  init(context: PageContext) {
    self.context = context
    let document = context.document
    var firstMenu: Int?
    var end = 0
    let limit = min(
      document.first(.h1)?.index ?? document.count, Self.firstLongText(context) ?? document.count)
    self.limit = limit
    for index in 1..<max(1, min(document.count, max(limit, 1))) where document.isElement(index) {
      let hints = context.measures.hints[index]
      if firstMenu == nil, Self.isMenu(index, context) { firstMenu = index }
      if hints.contains(.logo), firstMenu == nil || index < (firstMenu ?? 0) + 400 { end = max(end, index) }
    }
    if let firstMenu { end = max(end, firstMenu) }
    if end > 0 {
      var node = document.parent(end)
      while node > 0 {
        let isHeader = document.name(node) == .header || context.measures.hints[node].contains(.header)
        let isSmall = context.measures.length[node] * 3 < max(1, context.measures.length[0])
        if isHeader, isSmall || document.name(node) == .header, document.end(node) <= limit {
          end = max(end, document.end(node))
        }
        node = document.parent(node)
      }
    }
    self.end = end
    let day = (1..<max(1, min(limit, document.count))).first { index in
      guard context.measures.length[index] < 60 else { return false }
      if document.isElement(index) {
        return !context.measures.hints[index].isDisjoint(with: [.date, .dateline])
          && context.dates.find(in: context.spacedLine(index, limit: 80)) != nil
      }
      return Self.tellsWeekday(index, context)
    }
    self.day = day
    dayParent = day.map { document.parent($0) }
  }

  /// Whether a text is a day with the name of the day of the week: «Среда, 21 января 2026», in an element of any name.
  private static func tellsWeekday(_ index: Int, _ context: PageContext) -> Bool {
    guard context.document.isText(index), !context.measures.isVoid[index],
      context.measures.length[index] >= 8,
      context.mayHoldNumber(index)
    else { return false }
    let text = context.line(index, limit: 80)
    let words = Folding.label(text, limit: 80).split { !$0.isLetter && $0 != "'" && $0 != "’" }
    return words.contains { PageWords.weekdays.contains(ExactText($0)) }
      && context.dates.find(in: text) != nil
  }

  private static func firstLongText(_ context: PageContext) -> Int? {
    (1..<max(1, context.document.count)).first {
      context.document.isText($0) && !context.measures.isVoid[$0] && context.measures.length[$0] >= 120
        && context.measures.marks[$0] > 1
    }
  }

  private static func isMenu(_ index: Int, _ context: PageContext) -> Bool {
    let hints = context.measures.hints[index]
    guard hints.isDisjoint(with: [.breadcrumb, .pages, .language]) else { return false }
    guard context.measures.links[index] > 2 else { return false }
    return context.document.name(index) == .nav || hints.contains(.menu) || isRowOfSections(index, context)
  }

  /// Whether an element is a row of links of a word or two that reads as a menu, whatever it is called.
  static func isRowOfSections(_ index: Int, _ context: PageContext) -> Bool {
    let document = context.document
    switch document.name(index) {
    case .div, .p, .td, .tr, .ul, .center, .section: break
    default: return false
    }
    guard context.measures.links[index] <= 40, context.measures.linkDensity(index) > 0.9 else { return false }
    var links = 0
    for child in document.children(index)
    where document.isElement(child) && context.measures.length[child] > 0 {
      let link =
        document.name(child) == .a ? child : document.children(child).first { document.name($0) == .a }
      guard let link, context.measures.links[child] == 1, let address = context.addresses[link] else {
        return false
      }
      let title = context.line(link, limit: 60)
      guard title.spaceCount < 3, LinkKinds.readsAsSection(title, address), address.path != "/" else {
        return false
      }
      links += 1
    }
    return links > 2
  }

  /// Whether a list is the strip of headlines of the masthead: it stands before the menu or the logo, in their header,
  /// or beside the day, has no heading of its own and is no menu itself.
  func isStrip(_ list: Int) -> Bool {
    let document = context.document
    guard list > 0, isOnTop(list), !isRoom(list) else { return false }
    var node = list
    var steps = 0
    while node > 0, steps < 3, !isRoom(node) {
      if context.document.name(node) == .nav || context.measures.hints[node].contains(.menu) { return false }
      for child in document.children(node).prefix(12) {
        switch document.name(child) {
        case .h2, .h3, .h4, .h5, .h6: if context.measures.links[child] == 0 { return false }
        default: break
        }
      }
      node = document.parent(node)
      steps += 1
    }
    return context.measures.links[list] >= 2
  }

  private func isOnTop(_ list: Int) -> Bool {
    let document = context.document
    if document.end(list) <= end { return true }
    guard let dayParent, dayParent > 0, !isRoom(dayParent) || document.name(dayParent) == .header else {
      return false
    }
    return dayParent < list && document.end(list) <= document.end(dayParent)
      && context.measures.length[dayParent] * 3 < context.measures.length[0]
  }

  /// An element that holds the whole page or its header.
  private func isRoom(_ index: Int) -> Bool {
    switch context.document.name(index) {
    case .body, .html, .main, .header: true
    default: false
    }
  }
}
