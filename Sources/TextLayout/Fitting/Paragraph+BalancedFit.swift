extension Paragraph {
  /// How many columns to leave free on every line so that a first fit gives no more lines and breaks no more rules
  /// than at full width, and lines are as even as can be.
  func balancedNarrowing() -> Int {
    let whole = fitFirst { _ in }
    guard whole.lines > 1 else { return 0 }
    var low = 0
    var high = room - 1
    while low < high {
      let middle = (low + high + 1) / 2
      let tried = fitFirst(narrowing: middle) { _ in }
      if tried.lines <= whole.lines, tried.broken <= whole.broken { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
