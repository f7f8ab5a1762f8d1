/// A line of a page, and what became of it: one run of words within a block, as people see it.
package struct PageLine: Hashable, Sendable {
  /// The beginning: one line of at most 80 scalars.
  package let text: String
  /// Whether it stands in the article.
  package let isKept: Bool
  /// The rule that took it out, else what kept it: «title», «in div.text».
  package let rule: String

  init(text: String, isKept: Bool, rule: String) {
    self.text = text
    self.isKept = isKept
    self.rule = rule
  }
}

/// What became of all lines of a page.
package struct PageLines: Hashable, Sendable {
  /// In the page's order; of a longer page the first ones.
  package internal(set) var told: [PageLine] = []
  /// How many lines stand in the article, told or not.
  package internal(set) var kept = 0
  /// How many were taken out, told or not.
  package internal(set) var removed = 0

  package init() {}

  /// More are counted only.
  package static let most = 2000

  mutating func add(_ line: PageLine) {
    if line.isKept { kept += 1 } else { removed += 1 }
    if told.count < Self.most { told.append(line) }
  }
}
