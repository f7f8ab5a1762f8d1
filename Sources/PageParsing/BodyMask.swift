import Markup

/// Which parts of a page are furniture: menus, share bars, comments, boxes, by their element, role and class words.
struct BodyMask {
  private(set) var isDropped: [Bool]

  /// - Parameter keep: nodes that are known to hold the article, never dropped, nor what holds them.
  init(_ measures: PageMeasures, keep: [Int] = []) {
    let document = measures.document
    isDropped = measures.isVoid
    let total = Int(measures.length[0])
    var isKept = [Bool](repeating: false, count: document.count)
    for node in keep {
      var index = node
      while index >= 0, !isKept[index] {
        isKept[index] = true
        index = document.parent(index)
      }
    }
    // How deep in an `<article>` or `<main>`: there, headers and footers are the article's own.
    var articleEnd = 0
    var quoteEnd = 0
    var index = 1
    while index < document.count {
      defer { index += 1 }
      if isDropped[index] || isDropped[document.parent(index)] {
        isDropped[index] = true
        continue
      }
      guard document.isElement(index) else { continue }
      let name = document.name(index)
      if name == .article || name == .main { articleEnd = max(articleEnd, document.end(index)) }
      if name == .blockquote { quoteEnd = max(quoteEnd, document.end(index)) }
      guard !isKept[index], name != .html, name != .body else { continue }
      let length = Int(measures.length[index])
      let share = total == 0 ? 0 : Double(length) / Double(total)
      if share > 0.5, name != .nav { continue }
      isDropped[index] = Self.isFurniture(
        index, name, measures, isInArticle: index < articleEnd, isInQuotation: index < quoteEnd)
    }
  }

  private static func isFurniture(
    _ index: Int, _ name: HTMLName, _ measures: PageMeasures, isInArticle: Bool, isInQuotation: Bool
  ) -> Bool {
    let document = measures.document
    let hints = measures.hints[index]
    let length = Int(measures.length[index])
    let isProse = length > 600 && measures.linkDensity(index) < 0.15 && measures.marks[index] > 8
    switch name {
    case .nav, .menu: return true
    case .aside: return !(isProse && hints.contains(.body))
    case .footer: return !isInQuotation && !(isInArticle && isProse)
    case .form: return !isProse
    case .header: return !isInArticle && !isProse
    case .h1, .h2, .h3, .h4, .h5, .h6, .p, .figure, .img, .blockquote, .table, .tr, .td, .tbody, .li, .pre,
      .em, .strong,
      .b, .i, .article:
      // What carries text itself is furniture only by the plainest words.
      let plain: ClassHints = [
        .share, .related, .subscription, .advertisement, .comments, .hidden, .popup, .tags,
      ]
      guard !hints.isDisjoint(with: plain), !hints.contains(.body) else { return role(index, document) }
      return !isProse || hints.contains(.comments) || hints.contains(.related)
    default: break
    }
    if role(index, document) { return !isProse }
    guard !hints.isDisjoint(with: .boilerplate) else { return false }
    let certain: ClassHints = [.comments, .related, .share, .hidden, .breadcrumb, .pages]
    if hints.contains(.body) { return false }
    if !hints.isDisjoint(with: certain) { return !(isProse && length > 3000 && !hints.contains(.comments)) }
    return !isProse
  }

  private static func role(_ index: Int, _ document: HTMLDocument) -> Bool {
    guard let role = document.attribute(.role, of: index)?.lowercased() else { return false }
    switch role {
    case "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu", "menubar",
      "tablist",
      "alert", "toolbar", "tooltip", "alertdialog":
      return true
    default: return false
    }
  }
}
