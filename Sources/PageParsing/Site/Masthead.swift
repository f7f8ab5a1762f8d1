import Markup

/// What a site shows on top of every page: a strip of headlines, the day, the logo, the menu, in any order.
struct Masthead {
  private let context: PageContext
  /// Behind the last of the first menu, the logo and the header that holds one of them; 0 where there is none.
  private let end: Int
  /// Where the day stands, next to which a strip may stand too.
  private let dayParent: Int?

  init(context: PageContext) {
    self.context = context
    let document = context.document
    var firstMenu: Int?
    var end = 0
    // The title of an article, or the first long text, ends what may be a masthead.
    let limit = document.first(.h1)?.index ?? document.count
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
      document.isElement(index) && !context.measures.hints[index].isDisjoint(with: [.date, .dateline])
        && context.measures.length[index] < 60
        && context.dates.find(in: context.spacedLine(index, limit: 80)) != nil
    }
    dayParent = day.map { document.parent($0) }
  }

  private static func isMenu(_ index: Int, _ context: PageContext) -> Bool {
    let hints = context.measures.hints[index]
    guard hints.isDisjoint(with: [.breadcrumb, .pages, .language]) else { return false }
    return (context.document.name(index) == .nav || hints.contains(.menu))
      && context.measures.links[index] > 2
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
