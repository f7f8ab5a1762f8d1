extension LanguageRules {
  /// The hardest objection to a line end between two tokens.
  @inline(never)
  func verdict(left: Token, right: Token) -> Verdict {
    guard !left.isEmpty, !right.isEmpty else { return .free }
    if let rule = marks(left, right) { return Verdict(.hard, rule: rule) }
    let before = words.uses(of: left.key)
    let after = words.uses(of: right.key)
    if let rule = setPhrase(left, before, right, after) ?? names(left, before, right)
      ?? numbers(left, before, right, after) ?? shortWords(left, before, right, after)
    {
      return Verdict(.hard, rule: rule)
    }
    if isCounted(left, before, right) || isSecondMeasure(left, before, right) {
      return Verdict(.strong, rule: 7)
    }
    if isDesignation(left, before, right) { return Verdict(.strong, rule: 18) }
    return weak(left, before, right, after)
  }

  /// Rules 12–15: dashes, closing and opening marks, list markers.
  private func marks(_ left: Token, _ right: Token) -> UInt8? {
    if Marks.isDash(right.head) {
      if right.first == 0 || right.head == 0x2014 || right.head == 0x2015 { return 12 }
      if right.head == 0x2013, !right.beginsWithDigit { return 12 }
    }
    if left.start == reader.low {
      if left.first == 0, Marks.isDash(left.head) { return 13 }
      if left.first == 0, left.head == 0x2022 || left.head == 0x2A || left.head == 0xB7 { return 15 }
      if isListMarker(left), left.tail == 0x29 || left.tail == 0x2E && !left.isInitials { return 15 }
    }
    if Marks.isClosing(right.head) { return 14 }
    if Marks.isClosingAlone(right.head), right.first == 0 { return 14 }
    if Marks.isOpening(left.tail) { return 14 }
    if isListMarker(left), left.tail == 0x29, left.openers == 0 {
      let tail = reader.token(before: left).tail
      if tail == 0x3B || tail == 0x3A || tail == 0x2C { return 15 }
    }
    return nil
  }

  /// One letter or up to three digits with one mark behind.
  private func isListMarker(_ token: Token) -> Bool {
    token.closers == 1 && token.others == 0
      && (token.letters == 1 && token.digits == 0
        || token.letters == 0 && token.digits > 0 && token.digits < 4)
  }

  /// Rule 5.
  private func setPhrase(_ left: Token, _ before: WordUse, _ right: Token, _ after: WordUse) -> UInt8? {
    guard right.isDotted, right.letters < 3 else { return nil }
    if left.isDotted, left.letters < 3, before.contains(.setPhraseHead), after.contains(.setPhraseTail),
      !right.isCapitalFirst
    {
      return 5
    }
    if left.letters == 1, left.closers == 0, before.contains(.oneLetter), after.contains(.andOthers) {
      return 5
    }
    if before.contains(.weakPreposition), left.closers == 0, after.contains(.setPhraseHead) {
      let next = reader.token(after: right)
      if next.isDotted, next.letters < 3, words.uses(of: next.key).contains(.setPhraseTail) { return 5 }
    }
    return nil
  }

  /// Rules 4, 6 and 8.
  private func names(_ left: Token, _ before: WordUse, _ right: Token) -> UInt8? {
    if left.first == 0, Marks.isNumberSign(left.tail), right.first != 0 { return 8 }
    if left.isInitials, left.closers == 1, right.isCapitalFirst { return 4 }
    if left.isDotted, left.closers == 1, left.isCapitalFirst, before.contains(.initial), right.isCapitalFirst
    {
      return 4
    }
    if left.isName, left.closers == 0, right.isInitials, !isFollowedByName(right) { return 4 }
    if before.contains(.contraction), left.closers == 0, right.first != 0 { return 6 }
    if isPlaceName(left, right) { return 6 }
    guard left.isDotted, left.closers == 1,
      !before.isDisjoint(with: [.abbreviation, .beforeName, .beforeNumber])
    else { return nil }
    let previous = reader.token(before: left)
    if previous.isDotted, words.uses(of: previous.key).contains(.setPhraseHead),
      before.contains(.setPhraseTail)
    {
      return nil
    }
    if before.contains(.andOthers), previous.letters == 1, previous.closers == 0 { return nil }
    if before.contains(.abbreviation), right.first != 0 { return 6 }
    if before.contains(.beforeNumber),
      right.beginsWithDigit || right.head == 0x2116 || right.capitals > 0 && isRoman(right)
    {
      return 6
    }
    if before.contains(.beforeName), !previous.isNumber, !isRoman(previous),
      right.isCapitalFirst || Marks.isQuote(right.head) || right.beginsWithDigit
    {
      return 6
    }
    return nil
  }

  /// "Тверская обл.", "Ленинский р-н": a name before its kind, which belongs to no name behind it.
  private func isPlaceName(_ left: Token, _ right: Token) -> Bool {
    guard left.isName, left.closers == 0, left.letters > 3, !right.isCapitalFirst, right.openers == 0,
      right.isDotted || right.hyphens > 0, words.uses(of: right.key).contains(.afterName)
    else { return false }
    if right.closers > 1 || right.closers == 1 && !right.isDotted { return true }
    let next = reader.token(after: right)
    return !next.isCapitalFirst && !Marks.isQuote(next.head)
  }

  /// Whether the initials that start with a token belong to a surname behind them.
  private func isFollowedByName(_ initials: Token) -> Bool {
    var token = initials
    for _ in 0..<3 {
      guard token.isInitials, token.closers == 1 else { return false }
      token = reader.token(after: token)
      if token.isName { return true }
    }
    return false
  }

  /// Rules 7, 9, 10 and 17.
  private func numbers(_ left: Token, _ before: WordUse, _ right: Token, _ after: WordUse) -> UInt8? {
    if isPhone(left, right) { return 17 }
    if left.isNumber {
      if after.contains(.month), right.openers == 0 { return 9 }
      if after.contains(.year), right.letters > 1 || right.isDotted { return 9 }
      if left.digits < 4, left.others == 0, right.letters == 0, right.leadingDigits == 3 { return 10 }
      if right.openers == 0, after.contains(.unit),
        right.digits == 0 || right.digits == 1 && right.letters > 0
      {
        return 7
      }
      if right.openers == 0, isUnitInContext(right, after) { return 7 }
      if Marks.isUnitSign(right.head) { return 7 }
    }
    if left.isOrdinal, right.openers == 0,
      after.contains(.month) && left.digits < 3
        || right.isDotted && !after.isDisjoint(with: [.year, .century])
    {
      return 9
    }
    if after.contains(.century), right.letters > 2 || right.isDotted,
      left.isNumber || left.closers == 0 && isRoman(left)
    {
      return 9
    }
    if before.contains(.month), left.closers == 0, right.beginsWithDigit, isEnglishMonth(left) { return 9 }
    if before.contains(.unit), left.isAbbreviated, !right.isCapitalFirst,
      after.contains(.unit) || Marks.isUnitSign(right.head) || right.isDotted && after.contains(.dottedUnit),
      isMeasured(left)
    {
      return 7
    }
    return nil
  }

  /// Whether a number stands before a unit, or a number of thousands.
  private func isMeasured(_ unit: Token) -> Bool {
    let number = reader.token(before: unit)
    return number.isNumber
      || words.uses(of: number.key).contains(.multiplier) && reader.token(before: number).isNumber
  }

  /// Rule 7: "12 ч 30 мин", "10 руб. 50 коп.": the second number of one measure.
  private func isSecondMeasure(_ left: Token, _ before: WordUse, _ right: Token) -> Bool {
    guard right.isNumber, left.isAbbreviated, before.contains(.unit), !before.contains(.multiplier),
      reader.token(before: left).isNumber
    else { return false }
    let unit = reader.token(after: right)
    return unit.openers == 0 && words.uses(of: unit.key).contains(.unit)
  }

  /// Rule 18: capitals before their number or name: "ГОСТ 5773", "ГОСТ Р 51141", "ООО «…»".
  private func isDesignation(_ left: Token, _ before: WordUse, _ right: Token) -> Bool {
    guard left.closers == 0 else { return false }
    if left.isAcronym {
      let isLetter = right.letters == 1 && right.capitals == 1 && right.digits == 0 && right.closers == 0
      return right.beginsWithDigit || right.head == 0x2116 || Marks.isQuote(right.head)
        || before.contains(.legalForm) && right.isName
        || isLetter && reader.token(after: right).beginsWithDigit
    }
    return left.letters == 1 && left.capitals == 1 && left.digits == 0 && right.beginsWithDigit
      && reader.token(before: left).isAcronym
  }

  /// A unit that other words look like: "100 р.", "220 В", "15 с,".
  private func isUnitInContext(_ right: Token, _ after: WordUse) -> Bool {
    if after.contains(.dottedUnit) { return right.isDotted }
    return after.contains(.letterUnit) && (right.capitals == 1 ? !right.isDotted : right.closers > 0)
  }

  /// Latin letters: "December 5" holds, "декабря 2024" may be parted.
  private func isEnglishMonth(_ token: Token) -> Bool { token.first < 0x80 }

  private func isPhone(_ left: Token, _ right: Token) -> Bool {
    guard left.letters == 0, right.letters == 0, left.digits > 0, right.digits > 0 else { return false }
    if left.head == 0x2B || left.head == 0x28 && left.tail == 0x29 && left.digits > 2 { return true }
    if right.head == 0x28, right.digits > 2, right.digits < 6, left.digits < 3, left.tail != 0x2C {
      return true
    }
    if right.leadingDigits == 2, right.digits == 2, left.digits < 4, left.closers == 0, left.others == 0 {
      let previous = reader.token(before: left)
      return previous.letters == 0 && previous.digits > 1 && previous.digits < 4
        && (previous.isNumber || previous.openers == 1)
    }
    return right.hyphens > 0 && right.digits > 4 && right.digits < 9 && left.isNumber && left.digits > 2
      && left.digits < 6
  }

  /// Rules 1–3 in their hard form, and 20.
  private func shortWords(
    _ left: Token, _ before: WordUse, _ right: Token, _ after: WordUse
  ) -> UInt8? {
    if after.contains(.particle), right.digits == 0, right.openers == 0, right.letters < 3, !isLettered(right)
    {
      return 3
    }
    guard left.closers == 0, left.digits == 0 else { return nil }
    if before.contains(.oneLetter) { return 1 }
    if before.contains(.negation) { return 2 }
    return strength == .heading && before.contains(.headingWord) ? 20 : nil
  }

  /// "б)": a list marker, no particle.
  private func isLettered(_ token: Token) -> Bool {
    token.letters == 1 && token.closers == 1 && token.tail == 0x29
  }

  /// Rule 7 for a full noun.
  private func isCounted(_ left: Token, _ before: WordUse, _ right: Token) -> Bool {
    guard right.letters > 2, right.openers == 0, right.digits == 0, !right.isCapitalFirst else {
      return false
    }
    guard left.isNumber || before.contains(.multiplier) && reader.token(before: left).isNumber else {
      return false
    }
    return hasCountedStem(right)
  }

  /// Whether a word is a counted noun or begins with the stem of one; stems have four letters at least.
  private func hasCountedStem(_ word: Token) -> Bool {
    if words.uses(of: word.key).contains(.countedStem) { return true }
    var key = RuleWords.emptyKey
    var pending: UInt32 = 0
    var offset = word.start
    var letters = 0
    while offset < word.end, letters < 12 {
      let (scalar, next) = reader.bytes.scalar(at: offset, end: word.end)
      offset = next
      if LetterCase.isMark(scalar) {
        pending = LetterCase.composed(pending, scalar)
        continue
      }
      if pending != 0 { key = RuleWords.extend(key, by: pending) }
      if letters > 3, words.uses(of: key).contains(.countedStem) { return true }
      pending = LetterCase.lower(scalar)
      letters += 1
    }
    return false
  }

  /// Rules 1–3 in their weak form, and 19.
  private func weak(_ left: Token, _ before: WordUse, _ right: Token, _ after: WordUse) -> Verdict {
    if left.closers == 0, before.contains(.weakPreposition), left.digits == 0 {
      return Verdict(.weak, rule: left.letters == 1 ? 1 : 2)
    }
    if after.contains(.weakParticle), right.openers == 0 { return Verdict(.weak, rule: 3) }
    if right.end >= reader.high, right.first != 0,
      right.letters < 4 && right.digits == 0 || right.letters == 0
    {
      return Verdict(.weak, rule: 19)
    }
    return .free
  }

  /// Whether a token is a Roman number, with Latin letters or the Cyrillic Х and І.
  func isRoman(_ token: Token) -> Bool {
    guard token.letters > 0, token.letters == token.capitals, token.digits == 0 else {
      return false
    }
    var offset = token.start
    while offset < token.end {
      let (scalar, next) = reader.bytes.scalar(at: offset, end: token.end)
      offset = next
      switch scalar {
      case 0x49, 0x56, 0x58, 0x4C, 0x43, 0x44, 0x4D, 0x425, 0x406, 0x2013, 0x2D, 0x28, 0x29, 0xAB, 0xBB, 0x2C,
        0x2E, 0x3B:
        continue
      default: return false
      }
    }
    return true
  }
}
