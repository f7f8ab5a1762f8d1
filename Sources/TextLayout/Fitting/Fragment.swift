/// A piece of a paragraph between two break opportunities of UAX #14, with the spaces behind it taken off.
///
/// Bytes are counted from the start of the paragraph's bytes; columns are counted as if the paragraph were one line, so that a
/// line from fragment *i* to *j* is `xEnd[j] − x[i]` columns wide.
struct Fragment: BitwiseCopyable, Equatable {
  /// What a line end behind it means.
  enum Ending: UInt8, BitwiseCopyable {
    case space
    /// No space: a hyphen in the text, a slash, an ideograph, a zero-width space.
    case other
    /// A soft hyphen: a line that ends here prints a hyphen.
    case soft
  }

  var start: Int32
  var end: Int32
  var x: Int32
  var xEnd: Int32
  /// What the rules say of a line end behind it; `unknown` until somebody asks.
  var verdict: Verdict
  var ending: Ending
  /// Whether its hyphenation points have been looked for.
  var isDivided = false
  /// Where they are in the list of divisions.
  var firstDivision: Int32 = 0
  var divisions: Int32 = 0

  /// Columns a hyphen adds when a line ends behind it.
  @inline(__always) var hyphenColumns: Int32 { ending == .soft ? 1 : 0 }
}

/// A hyphenation point inside a fragment.
struct Division: BitwiseCopyable {
  var byte: Int32
  /// Columns before it, as in `Fragment`.
  var x: Int32
}
