/// How hard a line end is refused.
package enum BreakLevel: UInt8, Comparable, Sendable {
  /// Not at all.
  case free
  /// Weak penalty, `W`.
  case weak
  /// Strong penalty, `S`.
  case strong
  /// Never while the glued run fits the line, `H`.
  case hard

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a language rule says of one break opportunity: a level and the number of the rule.
struct Verdict: Hashable {
  private var bits: UInt8

  /// - Parameter rule: 1…23; see `SpaceRules` and `InnerRules`.
  init(_ level: BreakLevel, rule: UInt8) { bits = level.rawValue << 5 | rule }

  private init(bits: UInt8) { self.bits = bits }

  /// No rule objects.
  static let free = Verdict(bits: 0)
  /// Nobody has asked yet.
  static let unknown = Verdict(bits: 0xFF)

  @inline(__always) var isUnknown: Bool { bits == 0xFF }
  @inline(__always) var level: BreakLevel { BreakLevel(rawValue: bits >> 5 & 3) ?? .hard }
  @inline(__always) var isFree: Bool { bits == 0 }
  /// The rule's number, 0 when none objects.
  var rule: Int { Int(bits & 0x1F) }
}
