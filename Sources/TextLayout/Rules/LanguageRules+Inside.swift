extension LanguageRules {
  /// The verdict on an opportunity inside a token, right before `offset`.
  ///
  /// - Parameters:
  ///   - tokenStart: where the token starts.
  ///   - isAddress: whether it is a URL or a mail address.
  func verdict(inside tokenStart: Int, at offset: Int, isAddress: Bool) -> Verdict {
    if strength == .none { return .free }
    if isAddress { return Verdict(.hard, rule: 17) }
    let bytes = reader.bytes
    let before = bytes.scalar(before: offset, start: tokenStart)
    let after = bytes.scalar(at: offset, end: reader.high).value
    switch before.value {
    case 0x2D, 0x2010:
      return isDivisible(tokenStart, before.from, offset) ? .free : Verdict(.hard, rule: 16)
    case 0x2013, 0x2014, 0x2015, 0x2012:
      if isNumeric(after), before.from == tokenStart || isNumeric(scalar(before: before.from, tokenStart)) {
        return rangeVerdict(tokenStart)
      }
      if before.from == tokenStart, tokenStart == reader.low { return Verdict(.hard, rule: 13) }
    case 0x2F:
      let isSpelled = letters(before: before.from, tokenStart) > 2 && letters(after: offset) > 2
      if !isSpelled { return Verdict(.hard, rule: 7) }
    case 0x2116, 0xA7:
      if after == before.value { return Verdict(.hard, rule: 8) }
    default: break
    }
    if after == 0x2014 || after == 0x2015 { return Verdict(.hard, rule: 12) }
    return .free
  }

  /// Whether a token is a URL or a mail address: breaks inside it are a last resort.
  func isAddress(tokenStart: Int) -> Bool {
    let end = min(reader.high, tokenStart + 96)
    var offset = tokenStart
    var hasAt = false
    let bytes = reader.bytes
    while offset < end, reader.space(at: offset) == 0 {
      let byte = bytes[offset]
      if byte == 0x3A, offset + 2 < end, bytes[offset + 1] == 0x2F, bytes[offset + 2] == 0x2F { return true }
      if byte == 0x40 { hasAt = true }
      if byte == 0x2E {
        if hasAt { return true }
        if offset - tokenStart >= 3, (1...3).allSatisfy({ bytes[offset - $0] | 0x20 == 0x77 }) { return true }
      }
      offset += 1
    }
    return false
  }

  /// Rule 11: glued up to twelve columns, a last resort beyond.
  private func rangeVerdict(_ tokenStart: Int) -> Verdict {
    var offset = tokenStart
    var columns = 0
    while offset < reader.high, columns < 13, reader.space(at: offset) == 0 {
      if reader.bytes[offset] & 0xC0 != 0x80 { columns += 1 }
      offset += 1
    }
    return Verdict(columns > 12 ? .strong : .hard, rule: 11)
  }

  /// Rule 16: three letters on both sides, and no particle.
  private func isDivisible(_ tokenStart: Int, _ hyphen: Int, _ next: Int) -> Bool {
    guard letters(before: hyphen, tokenStart) > 2, letters(after: next) > 2 else { return false }
    var start = hyphen
    while start > tokenStart, hyphen - start < 64 {
      let (scalar, from) = reader.bytes.scalar(before: start, start: tokenStart)
      guard isLetter(scalar) else { break }
      start = from
    }
    var end = next
    while end < reader.high, end - next < 64 {
      let (scalar, after) = reader.bytes.scalar(at: end, end: reader.high)
      guard isLetter(scalar) else { break }
      end = after
    }
    return !isParticle(from: start, to: hyphen) && !isParticle(from: next, to: end)
  }

  private func isParticle(from start: Int, to end: Int) -> Bool {
    var key = RuleWords.emptyKey
    var pending: UInt32 = 0
    var offset = start
    while offset < end {
      let (scalar, next) = reader.bytes.scalar(at: offset, end: end)
      offset = next
      if LetterCase.isMark(scalar) {
        pending = LetterCase.composed(pending, scalar)
      } else {
        if pending != 0 { key = RuleWords.extend(key, by: pending) }
        pending = LetterCase.lower(scalar)
      }
    }
    if pending != 0 { key = RuleWords.extend(key, by: pending) }
    return words.uses(of: key).contains(.hyphenParticle)
  }

  private func isLetter(_ scalar: UInt32) -> Bool {
    reader.properties[scalar].isLetter || LetterCase.isMark(scalar)
  }

  /// Letters that end at an offset, counted up to three.
  private func letters(before offset: Int, _ start: Int) -> Int {
    var count = 0
    var offset = offset
    while offset > start, count < 3 {
      let (scalar, from) = reader.bytes.scalar(before: offset, start: start)
      guard isLetter(scalar) else { break }
      if !LetterCase.isMark(scalar) { count += 1 }
      offset = from
    }
    return count
  }

  private func letters(after offset: Int) -> Int {
    var count = 0
    var offset = offset
    while offset < reader.high, count < 3 {
      let (scalar, next) = reader.bytes.scalar(at: offset, end: reader.high)
      guard isLetter(scalar) else { break }
      if !LetterCase.isMark(scalar) { count += 1 }
      offset = next
    }
    return count
  }

  private func scalar(before offset: Int, _ start: Int) -> UInt32 {
    offset > start ? reader.bytes.scalar(before: offset, start: start).value : 0
  }

  /// A digit, or a capital as Roman numbers have.
  private func isNumeric(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x49, 0x56, 0x58, 0x4C, 0x43, 0x425, 0x406: true
    default: false
    }
  }
}
