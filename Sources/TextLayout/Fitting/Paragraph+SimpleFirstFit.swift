extension Paragraph {
  /// First fit over simple text without cutting it whole: jumps the width of a line, looks back for a plain end, and
  /// only where that is not the best one cuts the line's tail into fragments and chooses as `fitFirst` does.
  func fitFirstSimple(limit lineLimit: Int, _ emit: (FittedLine) -> Void) {
    var start = low
    var lines = 0
    var run = 0
    while start < high, lines < lineLimit {
      let room = self.room(atStart: lines == 0)
      let jump = SimpleText.jump(bytes, from: start, over: room, to: high)
      lines += 1
      if jump.offset >= high {
        emit(line(start, high, room &- jump.left, hasHyphen: false))
        return
      }
      if let end = plainEnd(before: jump.offset, after: start) {
        emit(line(start, end.offset, room &- end.gap, hasHyphen: false))
        start = end.offset &+ 1
        run = 0
        continue
      }
      let end = tailEnd(from: start, at: jump.offset, room: room, run: run)
      emit(line(start, low &+ Int(end.byte), Int(end.x) &+ (end.hasHyphen ? 1 : 0), hasHyphen: end.hasHyphen))
      run = end.hasHyphen ? run &+ 1 : 0
      start = low &+ Int(end.border.map { fragments[$0].start } ?? end.byte)
    }
  }

  @inline(__always)
  private func line(_ start: Int, _ end: Int, _ columns: Int, hasHyphen: Bool) -> FittedLine {
    FittedLine(
      start: Int32(truncatingIfNeeded: start &- low), end: Int32(truncatingIfNeeded: end &- low),
      columns: Int32(truncatingIfNeeded: columns), endsWithHyphen: hasHyphen)
  }

  /// The space before an offset when it is the best end beyond doubt: between two plain words, no rule objects, and no
  /// hyphen would be cheaper. `gap`: columns left free.
  @inline(__always)
  private func plainEnd(before offset: Int, after start: Int) -> (offset: Int, gap: Int)? {
    var end = offset
    var gap = 0
    while bytes[end] != 0x20 {
      if end &- start < 4 { return nil }
      end &-= 1
      let byte = bytes[end]
      if byte >= 0xC0 {
        // Letters, and « where the word begins.
        if byte & 0xFC != 0xD0, byte != 0xC2 || bytes[end &+ 1] != 0xAB || bytes[end &- 1] != 0x20 {
          return nil
        }
        gap &+= 1
      } else if byte < 0x80 {
        if byte != 0x20, (byte | 0x20) &- 0x61 >= 26, byte &- 0x30 >= 10 { return nil }
        gap &+= 1
      }
    }
    guard end &- start >= 4, end &+ 1 < high, mayEnd(at: end) else { return nil }
    if hyphenates, LineCost.gap(gap) > LineCost.hyphen { return nil }
    if strength == .none || strength == .full && rules.isPlain(end, end &+ 1) { return (end, gap) }
    return rules.verdict(between: end, and: end &+ 1).isFree ? (end, gap) : nil
  }

  /// UAX #14 for one space before a letter, a digit or «: only opening marks forbid a line end there.
  @inline(__always)
  private func mayEnd(at space: Int) -> Bool {
    let right = bytes[space &+ 1]
    if right < 0x80 {
      guard (right | 0x20) &- 0x61 < 26 || right &- 0x30 < 10 else { return false }
    } else if right & 0xFC != 0xD0 {
      guard right == 0xC2, bytes[space &+ 2] == 0xAB else { return false }
    }
    let left = bytes[space &- 1]
    if left < 0x80 { return left != 0x20 && left != 0x28 && left != 0x5B && left != 0x7B }
    return bytes[space &- 2] & 0xFC == 0xD0 || bytes[space &- 2] == 0xC2 || left != 0x9E && left != 0x9A
  }

  /// The best end of a line by the rules of `bestEnd`, looking at a tail of the line first and at all of it when that
  /// does not decide.
  private func tailEnd(from start: Int, at offset: Int, room: Int, run: Int) -> FirstFit.End {
    let isInside = start > low && bytes[start &- 1] != 0x20
    let anchor = isInside ? fragmentStart(of: start) : start
    var tail = tokenStart(at: max(anchor, offset &- 64), atLeast: anchor)
    let end = tokenEnd(after: offset)
    while true {
      fragments.removeAll()
      divisions.removeAll()
      let x = room &- SimpleText.columns(bytes, from: tail, to: offset)
      cutSimple(from: tail, to: end, x: x)
      var state = FirstFit(byte: Int32(truncatingIfNeeded: start &- low), run: run)
      while Int(fragments[state.index].end) &+ low <= start, state.index &+ 1 < fragments.count {
        state.index += 1
      }
      state.far = state.index
      let limit = Int32(truncatingIfNeeded: room)
      while state.far &+ 1 < fragments.count, fragments[state.far].xEnd <= limit { state.far &+= 1 }
      let isWhole = tail <= anchor
      if isWhole || state.far > 0 {
        let best = bestEnd(state, limit)
        if isWhole || best.cost <= LineCost.gap(max(0, room &- x)) && best.cost < LineCost.hard {
          return best
        }
      }
      tail = anchor
    }
  }

  /// Where the fragment begins that holds a byte inside a token.
  private func fragmentStart(of offset: Int) -> Int {
    var start = tokenStart(at: offset, atLeast: low)
    while start > low {
      var end = start
      while end > low, bytes[end &- 1] == 0x20 { end &-= 1 }
      if end == low { return low }
      if mayBreak(between: end, and: start) { return start }
      start = tokenStart(at: end &- 1, atLeast: low)
    }
    return start
  }

  /// The start of the token that holds a byte.
  private func tokenStart(at offset: Int, atLeast least: Int) -> Int {
    var start = offset
    while start > least, bytes[start &- 1] != 0x20 { start &-= 1 }
    // Spaces do not start a token.
    while start < high, bytes[start] == 0x20, start > least { start &+= 1 }
    return start
  }

  /// The end of the token that holds a byte, or of the next one where it is a space, with the tokens UAX #14 ties to
  /// it.
  private func tokenEnd(after offset: Int) -> Int {
    var end = offset
    var next = offset
    repeat {
      while next < high, bytes[next] == 0x20 { next &+= 1 }
      end = next
      while end < high, bytes[end] != 0x20 { end &+= 1 }
      next = end
      while next < high, bytes[next] == 0x20 { next &+= 1 }
    } while next < high && !mayBreak(between: end, and: next)
    return end
  }
}
