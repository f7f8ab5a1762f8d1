/// A word with its punctuation, as the rules see it: what stands between two spaces.
struct Token {
  /// Its bytes.
  var start: Int
  var end: Int
  /// The key of its core (letters, digits and hyphens between its punctuation), in lower case.
  var key = RuleWords.emptyKey
  /// Letters in the core.
  var letters = 0
  var digits = 0
  /// Letters in upper case.
  var capitals = 0
  /// Characters of the core that are neither letters nor digits.
  var others = 0
  /// Characters before the core.
  var openers = 0
  /// Characters behind the core.
  var closers = 0
  /// The core is followed by a full stop.
  var isDotted = false
  /// The core's first scalar, 0 when there is none.
  var first: UInt32 = 0
  /// The whole token's first and last scalar.
  var head: UInt32 = 0
  var tail: UInt32 = 0
  /// Digits at the core's start.
  var leadingDigits = 0
  /// Stops between letters: "А.С.".
  var innerStops = 0
  /// Stops behind the core so far.
  var stops = 0
  var hyphens = 0

  /// Whether there is none: the text begins or ends here.
  var isEmpty: Bool { start == end }
  /// Whether it is a word and nothing is behind it.
  var isBareWord: Bool { letters > 0 && digits == 0 && closers == 0 }
  /// Whether nothing is behind it but the full stop of an abbreviation.
  var isAbbreviated: Bool { closers == 0 || isDotted && closers == 1 }
  /// Whether it ends in a digit and holds no letters: "5,6", "2024–2026", "+7".
  var isNumber: Bool { digits > 0 && letters == 0 && tail >= 0x30 && tail <= 0x39 }
  /// Whether it begins with a digit (after an opening mark).
  var beginsWithDigit: Bool { leadingDigits > 0 }
  var isCapitalFirst = false
  /// "А." or "А.С.": one capital before each full stop.
  var isInitials: Bool {
    capitals > 0 && capitals == letters && digits == 0 && isDotted && letters == innerStops + 1
      && others == innerStops + hyphens
  }
  /// "5-го", "20-х", "1990-е": digits, a hyphen and up to three letters.
  var isOrdinal: Bool {
    leadingDigits > 0 && leadingDigits == digits && hyphens == 1 && others == 1 && letters > 0 && letters < 4
      && closers == 0
  }
  /// A word like "Пушкин": a capital and lower-case letters.
  var isName: Bool { isCapitalFirst && letters > 1 && capitals < letters && digits == 0 }
  /// At least two letters, all capitals; digits may follow.
  var isAcronym: Bool { capitals > 1 && capitals == letters && innerStops == 0 }
}

/// Reads tokens of a paragraph from its bytes.
struct TokenReader {
  let bytes: UTF8Bytes
  let properties: ScalarProperties
  /// The paragraph's bounds.
  var low: Int
  var high: Int

  /// No token longer than this is looked into.
  private static let mostBytes = 64

  /// Whether a space, breaking or not, starts at an offset; its length, 0 if none.
  @inline(__always)
  func space(at offset: Int) -> Int {
    let byte = bytes[offset]
    if byte == 0x20 || byte == 0x0A || byte == 0x09 { return 1 }
    if byte == 0xC2 { return offset + 1 < high && bytes[offset + 1] == 0xA0 ? 2 : 0 }
    guard byte == 0xE2, offset + 2 < high, bytes[offset + 1] == 0x80 else { return 0 }
    return bytes[offset + 2] == 0xAF || bytes[offset + 2] == 0x87 ? 3 : 0
  }

  /// The token that ends at an offset.
  func token(endingAt end: Int) -> Token {
    var start = end
    while start > low, end - start < Self.mostBytes {
      let byte = bytes[start - 1]
      if byte == 0x20 || byte == 0x0A || byte == 0x09 { break }
      if byte == 0xA0, start - 2 >= low, bytes[start - 2] == 0xC2 { break }
      if byte == 0xAF || byte == 0x87, start - 3 >= low, bytes[start - 2] == 0x80, bytes[start - 3] == 0xE2 {
        break
      }
      start -= 1
    }
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return read(from: start, to: end)
  }

  /// The token that starts at an offset.
  func token(startingAt start: Int) -> Token {
    var end = start
    let limit = min(high, start + Self.mostBytes)
    while end < limit, space(at: end) == 0 { end += 1 }
    while end > start, end < high, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return read(from: start, to: end)
  }

  /// The token before one, across one run of spaces.
  func token(before token: Token) -> Token {
    var end = token.start
    while end > low {
      if bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
        end -= 1
      } else if bytes[end - 1] == 0xA0, end - 2 >= low, bytes[end - 2] == 0xC2 {
        end -= 2
      } else if bytes[end - 1] == 0xAF || bytes[end - 1] == 0x87, end - 3 >= low, bytes[end - 2] == 0x80,
        bytes[end - 3] == 0xE2
      {
        end -= 3
      } else {
        break
      }
      if token.start - end > Self.mostBytes { break }
    }
    return self.token(endingAt: end)
  }

  /// The token after one, across one run of spaces.
  func token(after token: Token) -> Token {
    var start = token.end
    while start < high {
      let length = space(at: start)
      if length == 0 || start - token.end > Self.mostBytes { break }
      start += length
    }
    return self.token(startingAt: start)
  }

  private func read(from start: Int, to end: Int) -> Token {
    var token = Token(start: start, end: end)
    var key = RuleWords.emptyKey
    // The last scalar, kept back until it is known that no mark follows.
    var pending: UInt32 = 0
    var offset = start
    while offset < end {
      let (scalar, next) = bytes.scalar(at: offset, end: end)
      offset = next
      if LetterCase.isMark(scalar) {
        pending = LetterCase.composed(pending, scalar)
        continue
      }
      if token.head == 0 { token.head = scalar }
      token.tail = scalar
      if pending != 0 { key = RuleWords.extend(key, by: pending) }
      let property = properties[scalar]
      if property.isLetter || property.isDigit {
        token.takeCore(scalar, property)
        pending = LetterCase.lower(scalar)
        offset = takeLetters(from: offset, to: end, &token, &key, &pending)
      } else {
        if token.closers == 0 { token.key = key }
        token.takeMark(scalar)
        pending = token.first == 0 ? 0 : scalar == 0x2011 ? 0x2D : scalar
      }
    }
    if token.closers == 0 { token.key = pending != 0 ? RuleWords.extend(key, by: pending) : key }
    return token
  }

  /// Takes in the letters А–я behind a letter or a digit, as `takeCore` does, without asking what they are.
  ///
  /// - Returns: where they end.
  @inline(__always)
  private func takeLetters(
    from start: Int, to end: Int, _ token: inout Token, _ key: inout UInt64, _ pending: inout UInt32
  ) -> Int {
    var offset = start
    while offset &+ 1 < end, bytes[offset] & 0xFE == 0xD0 {
      let scalar = UInt32(bytes[offset] & 0x1F) &<< 6 | UInt32(bytes[offset &+ 1] & 0x3F)
      guard scalar &- 0x410 < 0x40, bytes[offset &+ 1] & 0xC0 == 0x80 else { break }
      key = RuleWords.extend(key, by: pending)
      let isCapital = scalar < 0x430
      pending = isCapital ? scalar &+ 0x20 : scalar
      token.letters &+= 1
      token.capitals &+= isCapital ? 1 : 0
      token.tail = scalar
      offset &+= 2
    }
    return offset
  }
}

extension Token {
  fileprivate mutating func takeCore(_ scalar: UInt32, _ property: ScalarProperty) {
    // What looked like closing marks stands inside the core.
    others += closers
    innerStops += stops
    closers = 0
    stops = 0
    isDotted = false
    if first == 0 {
      first = scalar
      isCapitalFirst = property.isUppercase
    }
    if property.isDigit {
      if letters == 0, others == 0 { leadingDigits += 1 }
      digits += 1
    } else if property.columns > 0 {
      // Conjoining vowels and finals belong to the letter before them.
      letters += 1
      if property.isUppercase { capitals += 1 }
    }
  }

  fileprivate mutating func takeMark(_ scalar: UInt32) {
    guard first != 0 else {
      openers += 1
      return
    }
    closers += 1
    if closers == 1 { isDotted = scalar == 0x2E }
    if scalar == 0x2E { stops += 1 }
    if scalar == 0x2D || scalar == 0x2011 { hyphens += 1 }
  }
}
