import CTextScan

extension Paragraph {
  /// Cuts a paragraph of simple text: the same fragments as `appendFragments`, found sixty-four bytes at a time. Only
  /// words with marks inside are looked at scalar by scalar.
  func appendSimpleFragments() {
    cutSimple(from: low, to: high, x: 0)
  }

  /// Cuts a range that starts and ends with a token.
  ///
  /// - Parameter x: the columns its first byte stands at.
  func cutSimple(from start: Int, to end: Int, x: Int) {
    var cutter = SimpleCutter(start: start &- low, startX: x, tokenStart: start, tokenX: x)
    var x = x
    for block in stride(from: start, to: end, by: 64) {
      let found = text_spaces(bytes.base, block, end, bytes.count, spaces)
      for index in 0..<Int(found.spaces) {
        let space = spaces[index]
        let tokenEnd = block &+ Int(space.place)
        if space.mark < 64, cutter.firstSpecial < 0 { cutter.firstSpecial = block &+ Int(space.mark) }
        let endX = x &+ Int(space.columns)
        if tokenEnd > cutter.tokenStart { endToken(&cutter, at: tokenEnd, endX) }
        cutter.tokenStart = tokenEnd &+ 1
        cutter.tokenX = endX &+ 1
        cutter.firstSpecial = -1
      }
      if found.mark < 64, cutter.firstSpecial < 0 { cutter.firstSpecial = block &+ Int(found.mark) }
      x &+= Int(found.columns)
    }
    if cutter.tokenStart < end { endToken(&cutter, at: end, x) }
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
    let startsWord = right & 0xFC == 0xD0 || (right | 0x20) &- 0x61 < 26 || right &- 0x30 < 10
    guard startsWord || right == 0xC2 && bytes[space &+ 2] == 0xAB else { return false }
    let left = bytes[space &- 1]
    let before = bytes[space &- 2]
    let isBracket = left == 0x20 || left == 0x28 || left == 0x5B || left == 0x7B
    // The last bytes of „ and ‚, of letters and of marks of two bytes.
    let isQuote = (left == 0x9E || left == 0x9A) && before & 0xFC != 0xD0 && before != 0xC2
    return !isBracket && !isQuote
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
}
