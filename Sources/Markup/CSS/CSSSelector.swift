/// A CSS selector (Selectors Level 3, the part that speaks of documents at rest): types, classes, ids, attributes,
/// `:not()`, the structural pseudo-classes, all four combinators, groups.
package struct Selector: Hashable, Sendable {
  /// How a compound stands to the one before it.
  enum Combinator: Hashable, Sendable {
    case descendant
    case child
    case next
    case following
  }

  /// One condition on one element.
  indirect enum Condition: Hashable, Sendable {
    case type(String)
    case id(String)
    case hasClass(String)
    case attribute(name: String, Match, value: String)
    case nth(Position, step: Int, offset: Int)
    case only(ofType: Bool)
    case empty
    case root
    case not([Condition])
  }

  /// How an attribute's value is compared.
  enum Match: Hashable, Sendable {
    case present
    case equal
    case word
    case prefix
    case suffix
    case part
    case dash
  }

  /// From which end, and among whom, a position is counted.
  enum Position: Hashable, Sendable {
    case child
    case lastChild
    case ofType
    case lastOfType
  }

  /// The conditions on one element and its relation to the compound before.
  struct Compound: Hashable, Sendable {
    var combinator: Combinator
    var conditions: [Condition]
  }

  /// A chain of at most `maximumCompounds`.
  typealias Chain = [Compound]

  /// Longer chains are refused.
  static let maximumCompounds = 32
  /// Longer groups are refused.
  static let maximumChains = 64

  let chains: [Chain]

  /// - Returns: `nil` when the text is no selector of this subset.
  package init?(_ css: String) {
    guard css.utf8.count <= 4096 else { return nil }
    var parser = CSSSelectorParser(css)
    guard let chains = parser.group() else { return nil }
    self.chains = chains
  }

  /// Whether any condition counts siblings.
  var countsSiblings: Bool {
    func counts(_ condition: Condition) -> Bool {
      switch condition {
      case .nth, .only: true
      case .not(let inner): inner.contains(where: counts)
      default: false
      }
    }
    return chains.contains { $0.contains { $0.conditions.contains(where: counts) } }
  }
}
