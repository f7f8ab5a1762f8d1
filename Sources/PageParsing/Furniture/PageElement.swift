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
  /// Whether the title stands in it: what does is not taken out for an uncertain name.
  let holdsTitle: Bool
  /// Why it is about something else, whatever it is called.
  let foreign: ForeignBoxes.Kind?

  var length: Int { Int(measures.length[index]) }

  /// Whether it reads as running text.
  var isProse: Bool {
    measures.length[index] > Int32(weights.proseLength) && measures.linkDensity(index) < weights.proseLinks
      && measures.marks[index] > Int32(weights.proseMarks)
  }

  /// Whether its words are sentences, hardly any of them linked: what a class says against that counts little.
  var isPlainText: Bool {
    guard measures.length[index] >= 60, measures.marks[index] >= 1 else { return false }
    return measures.links[index] == 0
      || measures.length[index] >= 120 && measures.marks[index] >= 2 && measures.linkDensity(index) < 0.3
  }

  /// Whether it asks nothing of the reader, neither by its words nor by fields, and stands where a text does: it is a
  /// paragraph, a cell of a layout, or beside paragraphs.
  var isTextAsked: Bool {
    let document = measures.document
    let standsInText =
      name == .p || hints.contains(.layout) || holdsNamedText
      || document.children(document.parent(index)).count {
        document.name($0) == .p && measures.marks[$0] > 0 && $0 != index
      } > 1
    guard standsInText else { return false }
    let text = String(decoding: document.textBytes[document.textRange(index)].prefix(600), as: UTF8.self)
    return !BodyPhrases.isAppeal(text)
      && !(index + 1..<max(index + 1, document.end(index))).contains {
        document.name($0) == .form || document.name($0) == .input || document.name($0) == .button
      }
  }

  /// Whether most of its words stand in a box that its class names as a text.
  private var holdsNamedText: Bool {
    let document = measures.document
    return document.children(index).contains {
      measures.hints[$0].contains(.body) && measures.length[$0] * 2 > measures.length[index]
    }
  }

  /// Whether it is a run of words among others of one paragraph.
  var isInline: Bool {
    switch name {
    case .span, .b, .strong, .em, .i, .small, .mark, .font, .u, .cite, .code, .abbr: break
    default: return false
    }
    let document = measures.document
    let parent = document.parent(index)
    return document.children(parent).contains { document.isText($0) && measures.length[$0] > 1 }
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

    init(_ name: HTMLName) {
      switch name {
      case .nav, .menu, .aside, .footer, .form, .header: self = .named
      case .h1, .h2, .h3, .h4, .h5, .h6, .p, .figure, .img, .blockquote, .table, .tr, .td, .tbody, .li, .pre,
        .em, .strong, .b, .i, .article:
        self = .text
      default: self = .box
      }
    }
  }

  var make: Make { Make(name) }
}
