import CTextScan

extension Paragraph {
  /// First fit over simple text without cutting it whole: jumps the width of a line, looks back for a plain end, and
  /// only where that is not the best one cuts the line's tail into fragments and chooses as `fitFirst` does.
  ///
  /// - Returns: false when it met a token too long to be looked at again for every line; what was handed out must be
  ///   taken back then, and the paragraph cut whole.
  func fitFirstSimple(limit lineLimit: Int, _ emit: (FittedLine) -> Void) -> Bool {
    var start = low
    var lines = 0
    var run = 0
    while start < high, lines < lineLimit {
      let room = self.room(atStart: lines == 0)
      let jump = text_line_from(bytes.base, start, high, bytes.count, room)
      lines += 1
      if jump.offset >= high {
        emit(line(start, high, room &- Int(jump.left), hasHyphen: false))
        return true
      }
      if let end = plainEnd(jump, after: start, run: run) {
        emit(line(start, end.offset, room &- end.gap &+ (end.hasHyphen ? 1 : 0), hasHyphen: end.hasHyphen))
        start = end.hasHyphen ? end.offset : end.offset &+ 1
        run = end.hasHyphen ? run &+ 1 : 0
        continue
      }
      guard let end = tailEnd(from: start, at: jump.offset, room: room, run: run) else { return false }
      emit(line(start, low &+ Int(end.byte), Int(end.x) &+ (end.hasHyphen ? 1 : 0), hasHyphen: end.hasHyphen))
      run = end.hasHyphen ? run &+ 1 : 0
      start = low &+ Int(end.border.map { fragments[$0].start } ?? end.byte)
    }
    return true
  }

  @inline(__always)
  private func line(_ start: Int, _ end: Int, _ columns: Int, hasHyphen: Bool) -> FittedLine {
    FittedLine(
      start: Int32(truncatingIfNeeded: start &- low), end: Int32(truncatingIfNeeded: end &- low),
      columns: Int32(truncatingIfNeeded: columns), endsWithHyphen: hasHyphen)
  }

  /// The best end before an offset, where only plain words and spaces have to be looked at to find it; nil where more
  /// might matter.
  @inline(__always)
  private func plainEnd(_ jump: text_line, after start: Int, run: Int) -> PlainEnd? {
    let offset = jump.offset
    guard !mayBreak(before: bytes[offset]) else { return nil }
    var best: PlainEnd?
    var end = offset
    var gap = 0
    var wordStart = 0
    var isBehindWord = bytes[offset] != 0x20
    var word = jump.word
    while true {
      if isBehindWord {
        if word.bytes == 0 {
          guard let quoted = quotedWord(before: end, after: start) else { return nil }
          word = quoted
        }
        end &-= Int(word.bytes)
        gap &+= Int(word.columns)
      }
      guard end &- start >= 4, end &+ 1 < high, mayEnd(at: end) else { return nil }
      if wordStart == 0 { wordStart = end &+ 1 }
      let gapCost = LineCost.gap(gap)
      if let best, gapCost >= best.cost { break }
      let level = rules.verdict(between: end, and: end &+ 1).level
      if level == .free, best == nil, !hyphenates || gapCost <= LineCost.hyphen {
        return PlainEnd(offset: end, gap: gap, cost: gapCost)
      }
      let cost = gapCost &+ LineCost.penalty(of: level)
      if level != .hard, best.map({ cost < $0.cost }) ?? true {
        best = PlainEnd(offset: end, gap: gap, cost: cost)
      }
      if level == .free { break }
      // On to the space before, over one mark behind the word.
      if SimpleText.isStop(bytes[end &- 1]) {
        end &-= 1
        gap &+= 1
      }
      let byte = bytes[end &- 1]
      guard byte & 0xC0 == 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 else { return nil }
      isBehindWord = true
      word = text_word_before(bytes.base, end)
    }
    guard let best else { return nil }
    return hyphenates && best.cost > LineCost.hyphen && run < 2
      ? plainHyphen(best, wordStart, offset, run) : best
  }

  /// The same as `text_word_before` of a word that is long or begins with «, looked at byte by byte; nil where it is
  /// no plain one.
  @inline(never)
  private func quotedWord(before offset: Int, after start: Int) -> text_word? {
    var end = offset
    var columns = 0
    repeat {
      if end &- start < 4 || offset &- end >= Self.longestToken { return nil }
      end &-= 1
      let byte = bytes[end]
      if byte >= 0xC0 {
        if byte & 0xFC != 0xD0, byte != 0xC2 || bytes[end &+ 1] != 0xAB || bytes[end &- 1] != 0x20 {
          return nil
        }
        columns &+= 1
      } else if byte < 0x80 {
        if byte != 0x20, (byte | 0x20) &- 0x61 >= 26, byte &- 0x30 >= 10 { return nil }
        columns &+= 1
      }
    } while bytes[end] != 0x20
    return text_word(
      bytes: UInt16(truncatingIfNeeded: offset &- end), columns: UInt16(truncatingIfNeeded: columns))
  }

  /// A plain end, or a hyphen in the word that straddles the line's end where that is cheaper; nil when it is no plain
  /// word with another behind it.
  private func plainHyphen(_ best: PlainEnd, _ start: Int, _ offset: Int, _ run: Int) -> PlainEnd? {
    var end = start
    while end < high, bytes[end] & 0xFC == 0xD0 { end &+= 2 }
    let wordEnd = end
    if end < high, SimpleText.isStop(bytes[end]) || bytes[end] == 0x29 { end &+= 1 }
    guard end &+ 1 < high, bytes[end] == 0x20, mayEnd(at: end) else { return nil }
    guard offset &- start >= 4, wordEnd &- start >= 8 else { return best }
    var points = hyphenator.points(
      in: UnsafeBufferPointer(start: bytes.base + start, count: wordEnd &- start))
    // Points beyond the last column but one, which the hyphen takes.
    let room = offset &- start &- 2
    points &= 2 &<< UInt128(min(room, 126)) &- 1
    guard points != 0 else { return best }
    let point = 127 &- points.leadingZeroBitCount
    let gap = (offset &- start &- point) >> 1 &- 1
    let cost = LineCost.gap(gap) &+ hyphenCost(after: run)
    guard cost < best.cost else { return best }
    return PlainEnd(offset: start &+ point, gap: gap &+ 1, cost: cost, hasHyphen: true)
  }

  /// Whether a line might end right before a byte inside a token whose letters and digits stand before it.
  @inline(__always)
  private func mayBreak(before byte: UInt8) -> Bool {
    if byte >= 0xC0 { return byte & 0xFC != 0xD0 }
    switch byte {
    case 0x20, 0x21, 0x29, 0x2C, 0x2E, 0x30...0x39, 0x3A, 0x3B, 0x3F, 0x41...0x5A, 0x61...0x7A: return false
    default: return true
    }
  }

  /// The best end of a line by the rules of `bestEnd`, looking at a tail of the line first and at all of it when that
  /// does not decide.
  private func tailEnd(from start: Int, at offset: Int, room: Int, run: Int) -> FirstFit.End? {
    let isInside = start > low && bytes[start &- 1] != 0x20
    let anchor = isInside ? fragmentStart(of: start) : start
    let end = tokenEnd(after: offset)
    guard start &- anchor < Self.longestToken, end &- offset < Self.longestToken else { return nil }
    var tail = tokenStart(at: max(anchor, offset &- 32), atLeast: anchor)
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

  /// Tokens and what UAX #14 ties to them are looked at this far, in bytes.
  private static let longestToken = 2_048

  /// Where the fragment begins that holds a byte inside a token, or a place far before.
  private func fragmentStart(of offset: Int) -> Int {
    let least = max(low, offset &- Self.longestToken)
    var start = tokenStart(at: offset, atLeast: least)
    while start > least {
      var end = start
      while end > least, bytes[end &- 1] == 0x20 { end &-= 1 }
      if end <= least { return least }
      if mayBreak(between: end, and: start) { return start }
      start = tokenStart(at: end &- 1, atLeast: least)
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
    let most = min(high, offset &+ Self.longestToken)
    var end = offset
    var next = offset
    repeat {
      while next < most, bytes[next] == 0x20 { next &+= 1 }
      end = next
      while end < most, bytes[end] != 0x20 { end &+= 1 }
      next = end
      while next < most, bytes[next] == 0x20 { next &+= 1 }
    } while next < most && !mayBreak(between: end, and: next)
    return next >= most && most < high ? most : end
  }
}

/// A line's end as the fast path finds it: the columns free behind its text, without those of a hyphen.
private struct PlainEnd {
  var offset: Int
  var gap: Int
  var cost: Int64
  var hasHyphen = false
}
