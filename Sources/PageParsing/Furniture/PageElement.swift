import Markup

/// An element of a page as the rules of furniture see it.
struct PageElement {
  let measures: PageMeasures
  let weights: BodyWeights
  let index: Int
  let name: HTMLName
  let hints: ClassHints
  /// Whether it stands in an `<article>` or `<main>`: there, headers and footers are the article's own.
  let isInArticle: Bool
  let isInQuotation: Bool

  var length: Int { Int(measures.length[index]) }

  /// Whether it reads as running text.
  var isProse: Bool {
    measures.length[index] > Int32(weights.proseLength) && measures.linkDensity(index) < weights.proseLinks
      && measures.marks[index] > Int32(weights.proseMarks)
  }

  func isHinted(_ hints: ClassHints) -> Bool { !self.hints.isDisjoint(with: hints) }

  /// Whether its role is that of a part beside the text (WAI-ARIA 1.2 §5.3: landmarks, windows, widgets).
  var hasForeignRole: Bool {
    guard let role = measures.document.attribute(.role, of: index)?.lowercased() else { return false }
    switch role {
    case "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu", "menubar",
      "tablist", "alert", "toolbar", "tooltip", "alertdialog":
      return true
    default: return false
    }
  }

  /// What class and role say of an element.
  enum Make {
    /// Its name says what it is: `<nav>`.
    case named
    /// It carries words itself: `<p>`, `<li>`, `<h2>`.
    case text
    /// It holds others: `<div>`.
    case box
  }

  var make: Make {
    switch name {
    case .nav, .menu, .aside, .footer, .form, .header: .named
    case .h1, .h2, .h3, .h4, .h5, .h6, .p, .figure, .img, .blockquote, .table, .tr, .td, .tbody, .li, .pre,
      .em, .strong, .b, .i, .article:
      .text
    default: .box
    }
  }
}
