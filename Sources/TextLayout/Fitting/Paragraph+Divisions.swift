extension Paragraph {
  /// The hyphenation points of a fragment, looked for once: a run of `divisions`.
  @inline(__always)
  func divisions(of index: Int) -> Range<Int> {
    if !fragments[index].isDivided { divide(index) }
    let first = Int(fragments[index].firstDivision)
    return Range(uncheckedBounds: (first, first &+ Int(fragments[index].divisions)))
  }

  private func divide(_ index: Int) {
    let fragment = fragments[index]
    let first = divisions.count
    let isSoft = fragment.ending == .soft || index > 0 && fragments[index - 1].ending == .soft
    if hyphenates, !isSoft, fragment.xEnd &- fragment.x >= 4, !findPlainDivisions(fragment) {
      findDivisions(fragment)
    }
    fragments[index].isDivided = true
    fragments[index].firstDivision = Int32(truncatingIfNeeded: first)
    fragments[index].divisions = Int32(truncatingIfNeeded: divisions.count - first)
  }

  /// The points of a fragment that is one word of two-byte letters with at most one mark behind; false when it is
  /// something else.
  private func findPlainDivisions(_ fragment: Fragment) -> Bool {
    let start = low &+ Int(fragment.start)
    var end = low &+ Int(fragment.end)
    let last = bytes[end &- 1]
    if SimpleText.isStop(last) || last == 0x29 || last == 0x2D { end &-= 1 }
    let letters = Int(fragment.xEnd &- fragment.x) &- (low &+ Int(fragment.end) &- end)
    guard end &- start == letters &* 2 else { return false }
    var offset = start
    while offset < end {
      if bytes[offset] & 0xFC != 0xD0 { return false }
      offset &+= 2
    }
    var points = points(from: start, to: end)
    while points != 0 {
      let byte = Int32(truncatingIfNeeded: points.trailingZeroBitCount)
      points &= points &- 1
      divisions.append(Division(byte: fragment.start &+ byte, x: fragment.x &+ byte >> 1))
    }
    return true
  }

  /// Words stand between marks; a fragment with a digit, an address or a stop between letters has none.
  private func findDivisions(_ fragment: Fragment) {
    let first = divisions.count
    let end = low + Int(fragment.end)
    var offset = low + Int(fragment.start)
    var x = fragment.x
    var wordStart = -1
    var wordX: Int32 = 0
    var mayFollow = true
    while offset < end {
      let (scalar, next) = bytes.scalar(at: offset, end: end)
      let property = properties[scalar]
      let isInWord =
        property.isLetter || LetterCase.isMark(scalar) && wordStart >= 0
        || isApostrophe(scalar) && wordStart >= 0 && isLetter(next, end)
      if isInWord {
        guard mayFollow else { return divisions.removeLast(divisions.count - first) }
        if wordStart < 0 {
          wordStart = offset
          wordX = x
        }
      } else {
        if wordStart >= 0 { appendDivisions(wordStart, offset, wordX) }
        wordStart = -1
        if property.isDigit { return divisions.removeLast(divisions.count - first) }
        switch scalar {
        case 0x40, 0x2F, 0x5C, 0x5F, 0x3D: return divisions.removeLast(divisions.count - first)
        case 0x2E, 0x3A: mayFollow = false
        default: break
        }
      }
      x &+= Int32(truncatingIfNeeded: property.columns)
      offset = next
    }
    if wordStart >= 0 { appendDivisions(wordStart, end, wordX) }
  }

  /// The points of one word. Marks have no columns and letters have one, so that columns are counted by letters.
  private func appendDivisions(_ start: Int, _ end: Int, _ x: Int32) {
    var points = points(from: start, to: end)
    guard points != 0 else { return }
    var x = x
    var offset = start
    while points != 0 {
      let point = start + points.trailingZeroBitCount
      points &= points &- 1
      while offset < point {
        let (scalar, next) = bytes.scalar(at: offset, end: end)
        x &+= Int32(truncatingIfNeeded: properties[scalar].columns)
        offset = next
      }
      divisions.append(Division(byte: Int32(truncatingIfNeeded: point &- low), x: x))
    }
  }

  /// The points of the word between two offsets.
  @inline(__always)
  func points(from start: Int, to end: Int) -> UInt128 {
    cache.points(in: UnsafeBufferPointer(start: bytes.base + start, count: end &- start), hyphenator)
  }

  private func isApostrophe(_ scalar: UInt32) -> Bool {
    scalar == 0x27 || scalar == 0x2019 || scalar == 0x2BC
  }

  private func isLetter(_ offset: Int, _ end: Int) -> Bool {
    offset < end && properties[bytes.scalar(at: offset, end: end).value].isLetter
  }
}
