/// How much may be fetched before anybody asked for it.
package struct AheadBudget: Hashable, Sendable {
  /// Bytes on the wire, texts and pictures together; what is under way when they are spent still counts.
  package var bytes: Int

  /// - Parameter bytes: 50 MB, some thousand articles, unless told otherwise.
  package init(bytes: Int = 50_000_000) { self.bytes = bytes }
}

/// What was fetched before anybody asked for it.
package struct AheadReport: Hashable, Sendable {
  /// How many texts were wanted.
  package var wanted = 0
  /// How many texts came and are kept.
  package var texts = 0
  /// How many pictures came and are kept.
  package var pictures = 0
  /// What came over the wire for both.
  package var wireBytes = 0
  /// Whether something is left for the next time because the budget was spent.
  package var isBudgetSpent = false

  package init() {}
}
