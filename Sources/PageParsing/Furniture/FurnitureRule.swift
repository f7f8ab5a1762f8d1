/// A rule by which an element of a page is no part of its article's text.
///
/// The rules stand in two lists, asked in their order; the first that holds takes the element out with all that is in
/// it. `FurnitureRule.ofPage` is asked of every element before the text is looked for, `FurnitureRule.ofText` of those
/// in the text that was found. A new rule is an entry in one of them, and its words in `Data/*.words`.
struct FurnitureRule<Subject>: Sendable {
  /// What goes with an element that is taken out.
  enum Company {
    case nothing
    /// The list of links that follows, which the element announced.
    case listBehind
    /// The short line before it, which announced it.
    case labelBefore
  }

  /// As `inspect article` names it beside each line that it took out.
  let name: String
  var company: Company
  /// Whether it is asked even of what holds a good part of all prose of a page.
  var isFirm = false
  let holds: @Sendable (Subject) -> Bool

  init(
    _ name: String, with company: Company = .nothing, isFirm: Bool = false,
    _ holds: @escaping @Sendable (Subject) -> Bool
  ) {
    self.name = name
    self.company = company
    self.isFirm = isFirm
    self.holds = holds
  }
}

/// How a page is read: with which thresholds and without which rules. Readers use the shipped ones; what measures a
/// rule switches it off.
package struct BodyReading: Sendable {
  /// The thresholds.
  package var weights = BodyWeights()
  /// The names of rules that are not asked.
  package var without: Set<String> = []
  /// Whether it is recorded what was taken out, and by which rule.
  package var isRecording = false

  package init() {}

  /// The names of all rules, in the order in which they are asked.
  package static var ruleNames: [String] {
    FurnitureRule.ofPage.map(\.name) + FurnitureRule.ofText.map(\.name) + BlockRule.allCases.map(\.rawValue)
  }

  /// The rules that are asked.
  func asked<Subject>(_ rules: [FurnitureRule<Subject>]) -> [FurnitureRule<Subject>] {
    without.isEmpty ? rules : rules.filter { !without.contains($0.name) }
  }

  func asks(_ rule: BlockRule) -> Bool { without.isEmpty || !without.contains(rule.rawValue) }
}
