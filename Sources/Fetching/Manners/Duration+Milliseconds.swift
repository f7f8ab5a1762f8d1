extension Duration {
  /// Whole milliseconds, rounded up, at least zero and no more than the C calls can take.
  var milliseconds: Int {
    guard self > .zero else { return 0 }
    guard self < .seconds(2_000_000) else { return 2_000_000_000 }
    let (seconds, attoseconds) = components
    return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
