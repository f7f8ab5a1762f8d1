extension Paragraph {
  /// Cuts a paragraph of simple text: the same fragments as `appendFragments`, found eight bytes at a time. Only words
  /// with marks inside are looked at scalar by scalar.
  func appendSimpleFragments() {
    cutSimple(from: low, to: high, x: 0)
  }

  /// Cuts a range that starts and ends with a token.
  ///
  /// - Parameter x: the columns its first byte stands at.
  func cutSimple(from start: Int, to end: Int, x: Int) {
    var cutter = SimpleCutter(start: start &- low, startX: x, tokenStart: start, tokenX: x, x: x)
    var offset = start
    while offset < end {
      let isWhole = offset &+ 8 <= end
      let word =
        isWhole ? SimpleText.word(bytes, at: offset) : SimpleText.lastWord(bytes, at: offset, end: end)
      let counts = SimpleText.counts(SimpleText.leads(word))
      let (spaces, specials) = SimpleText.events(word)
      var events = spaces | specials
      while events != 0 {
        let bit = events & (0 &- events)
        events ^= bit
        guard bit & spaces != 0 else {
          if cutter.firstSpecial < 0 { cutter.firstSpecial = offset &+ (bit.trailingZeroBitCount &- 7) >> 3 }
          continue
        }
        let place = bit.trailingZeroBitCount &- 7
        let tokenEnd = offset &+ place >> 3
        if tokenEnd >= end { break }
        let x = cutter.x &+ Int(counts >> UInt64(place) & 0xFF) &- 1
        if tokenEnd > cutter.tokenStart { endToken(&cutter, at: tokenEnd, x) }
        cutter.tokenStart = tokenEnd &+ 1
        cutter.tokenX = x &+ 1
        cutter.firstSpecial = -1
      }
      cutter.x &+= Int(counts >> 56)
      offset &+= 8
    }
    // The last eight bytes were filled up with spaces.
    cutter.x &-= offset &- end
    if cutter.tokenStart < end { endToken(&cutter, at: end, cutter.x) }
    append(low &+ cutter.start, cutter.end, cutter.startX, cutter.endX, .space, .free)
  }

  /// Takes in the token that ends here: the break before it, then those inside it.
  @inline(__always)
  private func endToken(_ cutter: inout SimpleCutter, at end: Int, _ x: Int) {
    let start = cutter.tokenStart
    if cutter.end > 0 {
      let mayBreak =
        !cutter.hasSpecial && !cutter.followsSpecial || start == cutter.end &+ 1 && mayEnd(at: cutter.end)
        || mayBreak(between: cutter.end, and: start)
      if mayBreak {
        append(low &+ cutter.start, cutter.end, cutter.startX, cutter.endX, .space, .unknown)
        cutter.start = start &- low
        cutter.startX = cutter.tokenX
      }
    }
    if cutter.hasSpecial, !isClosingMark(cutter.firstSpecial, end), !isPlainWord(start, end) {
      cutInside(&cutter, start, end)
    }
    cutter.followsSpecial = cutter.hasSpecial
    cutter.end = end
    cutter.endX = x
  }

  /// UAX #14 for the spaces between two tokens.
  func mayBreak(between end: Int, and start: Int) -> Bool {
    let left = properties[bytes.scalar(before: end, start: low).value].lineClass
    let right = properties[bytes.scalar(at: start, end: high).value].lineClass
    return LineBreakState.action(afterSpacesBehind: left, before: right) == .allowed
  }

  /// UAX #14 for one space before a letter, a digit or «: only opening marks forbid a line end there.
  @inline(__always)
  func mayEnd(at space: Int) -> Bool {
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

  /// Whether all that stands at an offset before a token's end is one mark that closes.
  @inline(__always)
  private func isClosingMark(_ offset: Int, _ end: Int) -> Bool {
    let byte = bytes[offset]
    if offset == end &- 1 { return SimpleText.isStop(byte) }
    return offset == end &- 2 && byte == 0xC2 && bytes[offset &+ 1] == 0xBB
  }

  /// Whether a token is letters and digits between marks that hold to them on both sides.
  private func isPlainWord(_ start: Int, _ end: Int) -> Bool {
    var low = start
    var high = end
    while low < high, let length = openingLength(low, high) { low += length }
    while high > low {
      let last = bytes[high - 1]
      if SimpleText.isStop(last) || last == 0x29 || last == 0x22 {
        high -= 1
      } else if last == 0xBB, high - 2 >= low, bytes[high - 2] == 0xC2 {
        high -= 2
      } else {
        break
      }
    }
    var offset = low
    while offset < high {
      let byte = bytes[offset]
      let isWord =
        byte >= 0xD0 && byte <= 0xD3 || byte & 0xC0 == 0x80 || (byte | 0x20) &- 0x61 < 26
      if !isWord { return false }
      offset += 1
    }
    return true
  }

  /// « ( " before a word.
  private func openingLength(_ offset: Int, _ end: Int) -> Int? {
    switch bytes[offset] {
    case 0x28, 0x22: 1
    case 0xC2: offset + 1 < end && bytes[offset + 1] == 0xAB ? 2 : nil
    default: nil
    }
  }

  /// Looks for opportunities inside a token, scalar by scalar.
  private func cutInside(_ cutter: inout SimpleCutter, _ start: Int, _ end: Int) {
    var state = LineBreakState()
    var address: Bool?
    var x = cutter.tokenX
    var offset = start
    while offset < end {
      let (scalar, next) = bytes.scalar(at: offset, end: end)
      let action = state.action(before: properties[scalar].lineClass) {
        properties.digitFollows(in: bytes, at: next, end: end)
      }
      if offset > start, action != .prohibited || isAddressBreak(offset, start, &address) {
        let verdict = innerVerdict(start, offset, .other, &address)
        append(low &+ cutter.start, offset, cutter.startX, x, .other, verdict)
        cutter.start = offset &- low
        cutter.startX = x
      }
      x &+= 1
      offset = next
    }
  }
}

/// Where cutting simple text stands.
struct SimpleCutter {
  /// The fragment being cut, from the paragraph's start, and its columns.
  var start: Int
  var startX: Int
  /// The end of the last token, 0 before the first.
  var end = 0
  var endX = 0
  /// The token being read.
  var tokenStart: Int
  var tokenX: Int
  /// Its first byte that begins neither a letter nor a digit, −1 when there is none.
  var firstSpecial = -1
  var hasSpecial: Bool { firstSpecial >= 0 }
  /// Whether the token before it holds marks.
  var followsSpecial = false
  /// Columns before the eight bytes being read.
  var x: Int
}
