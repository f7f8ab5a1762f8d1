extension Paragraph {
  /// First fit: each line takes the end that is best for itself.
  ///
  /// - Parameters:
  ///   - narrowing: columns to leave free on every line, for balancing.
  ///   - limit: how many lines are wanted at most.
  /// - Returns: how much the lines cost by rules broken, and how many there are.
  @discardableResult
  func fitFirst(narrowing: Int = 0, limit lineLimit: Int = .max, _ emit: (FittedLine) -> Void) -> (
    broken: Int64, lines: Int
  ) {
    var state = FirstFit()
    let count = fragments.count
    while state.index < count, state.lines < lineLimit {
      let room = max(1, room(atStart: state.lines == 0) - narrowing)
      let limit = state.x &+ Int32(truncatingIfNeeded: room)
      while state.far < count, fragments[state.far].xEnd <= limit { state.far &+= 1 }
      state.lines += 1
      if state.far == count {
        let last = fragments[count - 1]
        emit(
          FittedLine(start: state.byte, end: last.end, columns: last.xEnd &- state.x, endsWithHyphen: false))
        break
      }
      let end = bestEnd(state, limit)
      state.broken += end.cost >= LineCost.hard ? LineCost.hard : 0
      emit(
        FittedLine(
          start: state.byte, end: end.byte, columns: end.x &- state.x &+ (end.hasHyphen ? 1 : 0),
          endsWithHyphen: end.hasHyphen))
      state.run = end.hasHyphen ? state.run + 1 : 0
      if let border = end.border {
        state.index = border
        if border < count {
          state.byte = fragments[border].start
          state.x = fragments[border].x
        }
      } else {
        state.index = max(state.index, end.inside)
        state.byte = end.byte
        state.x = end.x
      }
      state.far = max(state.far, state.index)
    }
    return (state.broken, state.lines)
  }

  /// The cheapest end of the line that starts at the state's place, the longest of equals.
  @inline(__always)
  func bestEnd(_ state: FirstFit, _ limit: Int32) -> FirstFit.End {
    var best = FirstFit.End()
    var hard: Int?
    var end = state.far &- 1
    while end >= state.index {
      let fragment = fragments[end]
      let gap = Int(limit &- fragment.xEnd &- fragment.hyphenColumns)
      if LineCost.gap(max(0, gap)) >= best.cost { break }
      if gap >= 0 {
        let level = verdict(behind: end).level
        if level == .hard {
          if hard == nil { hard = end }
        } else {
          let isSoft = fragment.ending == .soft
          let penalty = isSoft ? hyphenCost(after: state.run) : LineCost.penalty(of: level)
          best.take(LineCost.gap(gap) &+ penalty, fragment, border: end &+ 1)
        }
      }
      end &-= 1
    }
    if hyphenates, best.cost > LineCost.hyphen, state.run < 2 { takeHyphen(&best, state, limit) }
    if best.cost != FitNode.unreached { return best }
    if let hard {
      best.take(LineCost.hard, fragments[hard], border: hard &+ 1)
      return best
    }
    if hyphenates { takeHyphen(&best, state, limit) }
    if best.cost != FitNode.unreached { return best }
    let cut = self.cut(from: Int(state.byte), x: state.x, limit: limit, in: state.index)
    if cut.byte >= fragments[state.index].end {
      best.take(LineCost.cut, fragments[state.index], border: state.index + 1)
    } else {
      best = FirstFit.End(cost: LineCost.cut, byte: cut.byte, x: cut.x, inside: state.index)
    }
    return best
  }

  /// The longest part of the straddling fragment that fits with a hyphen.
  private func takeHyphen(_ best: inout FirstFit.End, _ state: FirstFit, _ limit: Int32) {
    let list = divisions(of: state.far)
    var low = list.lowerBound
    var high = list.upperBound
    while low < high {
      let middle = (low &+ high) / 2
      if divisions[middle].x < limit { low = middle &+ 1 } else { high = middle }
    }
    guard low > list.lowerBound, divisions[low - 1].byte > state.byte else { return }
    let division = divisions[low - 1]
    let isLast = isLast(state.far)
    let cost =
      LineCost.gap(Int(limit &- division.x &- 1)) &+ hyphenCost(after: state.run)
      &+ (isLast ? LineCost.lastWordHyphen : 0)
    guard cost < best.cost else { return }
    best = FirstFit.End(cost: cost, byte: division.byte, x: division.x, hasHyphen: true, inside: state.far)
  }
}

/// Where a first fit stands.
struct FirstFit {
  /// The fragment, byte and columns the line starts at.
  var index = 0
  var byte: Int32 = 0
  var x: Int32 = 0
  /// The first fragment that does not fit the line.
  var far = 0
  /// Lines in a row that end with a hyphen.
  var run = 0
  var lines = 0
  var broken: Int64 = 0

  /// A line's end.
  struct End {
    var cost = FitNode.unreached
    var byte: Int32 = 0
    var x: Int32 = 0
    var hasHyphen = false
    /// The fragment the next line starts with, nil when it starts inside one.
    var border: Int?
    var inside = 0

    @inline(__always)
    mutating func take(_ cost: Int64, _ fragment: Fragment, border: Int) {
      guard cost < self.cost else { return }
      self = End(
        cost: cost, byte: fragment.end, x: fragment.xEnd, hasHyphen: fragment.ending == .soft, border: border)
    }
  }
}
