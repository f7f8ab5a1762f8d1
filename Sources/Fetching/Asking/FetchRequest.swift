import NewsModel

/// One question to a transport: an address, what is known of it already, and how much of it is wanted.
package struct FetchRequest: Hashable, Sendable {
  /// Whom the answer is for; among waiting requests the more urgent go first.
  package enum Priority: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// Full texts and pictures before anybody asked for them.
    case ahead
    /// A refresh that was asked for.
    case refresh
    /// Somebody looks at the screen and waits.
    case reader

    package static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
  }

  /// The size beyond which a body is refused unless the request says otherwise: 8 MiB.
  package static let defaultLimitBytes = 8 * 1024 * 1024

  /// Where to ask first; redirects are followed.
  package var address: WebAddress
  /// What the last answer gave; makes the request conditional.
  package var validators: Validators
  /// The size of the body, after decompression, beyond which it is refused.
  package var limitBytes: Int
  /// Whom the answer is for.
  package var priority: Priority

  package init(
    address: WebAddress, validators: Validators = Validators(), limitBytes: Int = defaultLimitBytes,
    priority: Priority = .refresh
  ) {
    self.address = address
    self.validators = validators
    self.limitBytes = limitBytes
    self.priority = priority
  }
}
