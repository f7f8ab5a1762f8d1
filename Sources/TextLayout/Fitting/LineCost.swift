/// What makes a line end dear, on the scale of squared gaps: a gap of *n* columns costs *n*².
enum LineCost {
  /// On lines up to sixty columns; wider ones, which have more spaces to end at, add one for every five columns.
  static let hyphen: Int64 = 30
  /// On top, for the second line in a row that ends with a hyphen.
  static let secondHyphen: Int64 = 60
  /// For a third one: only where nothing else fits.
  static let thirdHyphen: Int64 = 3_000
  /// For a hyphen in a paragraph's last word.
  static let lastWordHyphen: Int64 = 200
  static let weak: Int64 = 20
  static let strong: Int64 = 200
  /// For breaking a hard rule: only where a glued run is wider than the line.
  static let hard: Int64 = 1_500
  /// For a cut between clusters.
  static let cut: Int64 = 20_000

  @inline(__always)
  static func gap(_ columns: Int) -> Int64 {
    let bounded = Int64(min(columns, 10_000))
    return bounded &* bounded
  }

  @inline(__always)
  static func penalty(of level: BreakLevel) -> Int64 {
    switch level {
    case .free: 0
    case .weak: weak
    case .strong: strong
    case .hard: hard
    }
  }
}

/// A place where a line may start: the border of two fragments, a hyphenation point, or a cut between clusters.
struct FitNode: BitwiseCopyable {
  enum Kind: UInt8, BitwiseCopyable {
    case border
    case hyphen
    case cut
  }

  /// The first byte of the line, counted as in `Fragment`.
  var byte: Int32
  var x: Int32
  /// What all lines up to here cost at least; `unreached` until a line ends here.
  var cost: Int64 = Self.unreached
  /// The node the line that ends here starts at.
  var back: Int32 = -1
  /// The next node inside the same fragment.
  var next: Int32 = -1
  /// How many lines in a row end with a hyphen, this one included; three stands for more.
  var run: UInt8 = 0
  var kind: Kind

  static let unreached = Int64.max
}
