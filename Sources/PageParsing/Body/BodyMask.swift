import Markup

/// Which parts of a page are furniture: menus, share bars, comments, boxes, by their element, role and class words.
struct BodyMask {
  private(set) var isDropped: [Bool]

  /// - Parameters:
  ///   - keep: nodes that are known to hold the article, never dropped, nor what holds them.
  ///   - isLenient: whether classes are passed over, so that only elements and roles speak.
  init(_ measures: PageMeasures, keep: [Int] = [], isLenient: Bool = false) {
    let document = measures.document
    isDropped = measures.isVoid
    // What holds a good part of all prose is no furniture, whatever it is called.
    let prose = ProseWeights(measures: measures, isDropped: isDropped).weight
    let total = max(1, prose[0])
    var isKept = [Bool](repeating: false, count: document.count)
    for node in keep {
      var index = node
      while index >= 0, !isKept[index] {
        isKept[index] = true
        index = document.parent(index)
      }
    }
    let holdsCore = Self.cores(measures, prose: prose)
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
      let hints = measures.hints[index]
      let share = prose[index] / total
      let isBeside = name == .footer || !hints.isDisjoint(with: [.comments, .related, .share])
      if holdsCore[index], !isBeside { continue }
      if isLenient {
        isDropped[index] =
          name == .nav || name == .footer || name == .aside && share < 0.5 || hints.contains(.footer)
          || hints.contains(.comments) && share < 0.7
        continue
      }
      let isSecondary = isBeside || name == .nav || name == .aside || hints.contains(.footer)
      if share > (isSecondary ? 0.8 : 0.35), name != .footer { continue }
      isDropped[index] = Self.isFurniture(
        index, name, measures, isInArticle: index < articleEnd, isInQuotation: index < quoteEnd)
    }
  }

  /// Which nodes hold what the page itself calls its main part or the article's body.
  private static func cores(_ measures: PageMeasures, prose: [Double]) -> [Bool] {
    let document = measures.document
    var holds = [Bool](repeating: false, count: document.count)
    for index in 1..<max(1, document.count) where document.isElement(index) && !measures.isVoid[index] {
      let isCore =
        document.name(index) == .main || document.attribute(.role, of: index) == "main"
        || document.attribute(.itemprop, of: index)?.lowercased().contains("articlebody") == true
      guard isCore, prose[index] > 100 else { continue }
      var node = index
      while node > 0, !holds[node] {
        holds[node] = true
        node = document.parent(node)
      }
    }
    return holds
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
      // A post of a network that is quoted stands in the text.
      if name == .blockquote, !hints.contains(.hidden) { return false }
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
