import Fetching
import NewsModel

/// A text that did not come.
package struct MissingText: Hashable, Sendable {
  /// Where it should stand.
  package let address: WebAddress
  /// Why it did not come.
  package let failure: OpeningFailure
}

/// What was fetched before anybody asked for it.
package struct AheadReport: Hashable, Sendable {
  /// How many texts were wanted.
  package var wanted = 0
  /// How many texts came and are kept.
  package var texts = 0
  /// How many texts did not come: their pages gave none, or their servers or the network do not answer, so that they
  /// were not even asked for. An older text from before a correction may be here. What the budget or a break left out
  /// is not among them.
  package internal(set) var missing = 0
  /// The first few of those, the first to fail first.
  package private(set) var firstMissing: [MissingText] = []
  /// How many pictures came and are kept.
  package var pictures = 0
  /// What came over the wire for both.
  package var wireBytes = 0
  /// Whether something is left for the next time because the budget was spent.
  package var isBudgetSpent = false

  package init() {}

  /// So many are told with their reasons.
  private static let toldMissing = 5

  /// Notes that a text did not come.
  mutating func miss(_ failure: OpeningFailure, at address: WebAddress) {
    if case .fetch(.cancelled, _) = failure { return }
    missing += 1
    guard firstMissing.count < Self.toldMissing else { return }
    firstMissing.append(MissingText(address: address, failure: failure))
  }
}
