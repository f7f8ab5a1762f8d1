import Markup

extension FurnitureRule<PageElement> {
  /// What is no text wherever it stands: menus, columns, share bars, comments, by element, role and class.
  static let ofPage: [FurnitureRule<PageElement>] =
    ForeignBoxes.Kind.allCases.map { kind in
      FurnitureRule(kind.rawValue, isFirm: true) { $0.foreign == kind }
    }
    + [
      FurnitureRule("nav") { $0.name == .nav || $0.name == .menu },
      FurnitureRule("aside") { $0.name == .aside && !($0.isProse && $0.hints.contains(.body)) },
      FurnitureRule("footer") {
        $0.name == .footer && !$0.isInQuotation && !($0.isInArticle && $0.isProse)
      },
      FurnitureRule("form") { $0.name == .form && !$0.isProse },
      FurnitureRule("header") { $0.name == .header && !$0.isInArticle && !$0.isProse },
      FurnitureRule("role of a text") { $0.make == .text && $0.hasForeignRole },
      FurnitureRule("role") { $0.make == .box && $0.hasForeignRole && !$0.isProse },
    ]
    + certain.map { name, hint in
      FurnitureRule("class " + name) {
        $0.hints.contains(hint) && $0.make == .box && !$0.hints.contains(.body)
          && !($0.isProse && $0.length > Int($0.weights.certainLength) && !$0.hints.contains(.comments))
      }
    }
    + uncertain.map { name, hint in
      FurnitureRule("class " + name) {
        $0.hints.contains(hint) && $0.make == .box && !$0.isHinted([.body, .certain]) && !$0.isProse
          && !$0.isInline && !$0.holdsTitle && !(hint.isMild && $0.isPlainText && $0.isTextAsked)
      }
    }
    + plain.map { name, hint in
      FurnitureRule("class \(name) of a text") {
        // A post of a network that is quoted stands in the text.
        $0.hints.contains(hint) && $0.make == .text && !$0.hints.contains(.body)
          && ($0.name != .blockquote || $0.hints.contains(.hidden))
          && (!$0.isProse || $0.isHinted([.comments, .related])) && !$0.isInline
          && !(hint.isMild && $0.isPlainText && $0.isTextAsked)
      }
    }

  private static let certain = ClassHints.names(in: .certain)
  private static let uncertain = ClassHints.names(in: ClassHints.boilerplate.subtracting(.certain))
  private static let plain = ClassHints.names(in: .plain)
}

extension ClassHints {
  /// What a box is for certain that is called so.
  static let certain: ClassHints = [.comments, .related, .share, .hidden, .breadcrumb, .pages]
  /// What carries text itself is furniture only by the plainest words.
  static let plain: ClassHints = [
    .share, .related, .subscription, .advertisement, .comments, .hidden, .popup, .tags,
  ]

  /// Whether it is said of texts that one pays for, too, and of the cells they stand in.
  var isMild: Bool { !isDisjoint(with: [.subscription, .advertisement, .sidebar]) }

  static func names(in hints: ClassHints) -> [(String, ClassHints)] {
    names.filter { hints.contains($0.1) }
  }
}
