/// Days as they are written.
extension DateReader {
  /// The day that starts at a token, in any order of its parts.
  func day(at index: Int) -> Day? {
    if let (value, digits) = number(index) {
      // A number in the middle of a longer chain is no start: 192.168.10.11.
      if isJoined(index) { return nil }
      if digits == 8 || digits == 14 || digits == 12 { return compactDay(value, digits, index) }
      if digits == 4 { return yearFirst(value, index) }
      if digits <= 2 { return dayThenMonthName(value, index) ?? numericDay(value, digits, index) }
      return nil
    }
    return monthNameFirst(index)
  }

  /// Whether a token continues numbers before it: `3.` 5 of 3.5.
  private func isJoined(_ index: Int) -> Bool {
    guard index >= 2, !followsSpace(index), let before = sign(index - 1),
      ".-/:".unicodeScalars.contains(before)
    else { return false }
    return !followsSpace(index - 1) && number(index - 2) != nil
  }

  /// 20241213, 20241213204100, 202412132041.
  private func compactDay(_ value: Int, _ digits: Int, _ index: Int) -> Day? {
    guard isField || digits == 8 else { return nil }
    var date = value
    for _ in 0..<(digits - 8) { date /= 10 }
    let day = Day(
      year: date / 10_000, month: date / 100 % 100, day: date % 100, end: index + 1, isWeak: !isField)
    guard let year = day.year, 1900...2200 ~= year,
      CivilTime(year: year, month: day.month, day: day.day).isValid
    else { return nil }
    return day
  }

  /// 2024-12-13, 2024/12/13, 2024.12.13, "2024 ж. 13 желтоқсан", 2024年12月13日, 2024-július-13.
  private func yearFirst(_ year: Int, _ index: Int) -> Day? {
    guard isField || 1900...2200 ~= year else { return nil }
    var next = index + 1
    // 2025-жылдын 5-марты
    if sign(next) == "-", word(next + 1).map(DateWords.yearMarks.contains) == true { next += 1 }
    if let week = weekDay(year, next) { return week }
    if let mark = sign(next), "-/.–‐−".unicodeScalars.contains(mark) {
      next += 1
      if let (month, digits) = number(next) {
        if digits == 3, isField, mark == "-" { return ordinalDay(year, month, next + 1) }
        guard digits <= 2, sign(next + 1) == mark, let (day, dayDigits) = number(next + 2), dayDigits <= 2
        else { return nil }
        return valid(Day(year: year, month: month, day: day, end: next + 3))
      }
      if let month = word(next).flatMap(DateNames.month), let dash = sign(next + 1), dash == mark,
        let (day, digits) = number(next + 2), digits <= 2
      {
        return valid(Day(year: year, month: month, day: day, end: next + 3))
      }
      return nil
    }
    next = behindYearMark(next)
    if sign(next) == "," { next += 1 }
    guard let (value, digits) = number(next), digits <= 2 else {
      if let month = word(next).flatMap(DateNames.month) {
        if sign(next + 1) == "." { next += 1 }
        if let (day, digits) = number(next + 1), digits <= 2 {
          return valid(Day(year: year, month: month, day: day, end: next + 2))
        }
      }
      return nil
    }
    if let (_, month, end) = monthName(afterDay: next + 1) {
      return valid(Day(year: year, month: month, day: value, end: end))
    }
    if let unit = word(next + 1), unit == "月" || unit == "월", let (day, _) = number(next + 2) {
      let hasUnit = word(next + 3).map { $0 == "日" || $0 == "일" } ?? false
      return valid(Day(year: year, month: value, day: day, end: next + (hasUnit ? 4 : 3)))
    }
    return nil
  }

  /// 2024-W40-6, 2024W406, 2024-W40: ISO 8601's weeks, of which the first has the year's first Thursday.
  private func weekDay(_ year: Int, _ index: Int) -> Day? {
    let hasMark = sign(index) == "-"
    let start = hasMark ? index + 1 : index
    guard isField, word(start) == "w", !followsSpace(start), !followsSpace(start + 1),
      let (value, digits) = number(start + 1), digits == 2 || (digits == 3 && !hasMark), 1...9999 ~= year
    else { return nil }
    var day = digits == 3 ? value % 10 : 1
    var end = start + 2
    if digits == 2, sign(end) == "-", let (number, count) = number(end + 1), count == 1 {
      day = number
      end += 2
    }
    let week = digits == 3 ? value / 10 : value
    guard 1...53 ~= week, 1...7 ~= day else { return nil }
    let fourth = CivilTime(year: year, month: 1, day: 4)
    let monday = fourth.daysSinceEpoch - (fourth.weekday - 1)
    let civil = CivilTime(daysSinceEpoch: monday + (week - 1) * 7 + day - 1)
    return Day(year: civil.year, month: civil.month, day: civil.day, end: end)
  }

  /// 2024-348.
  private func ordinalDay(_ year: Int, _ ordinal: Int, _ end: Int) -> Day? {
    guard 1...366 ~= ordinal, 1...9999 ~= year else { return nil }
    let civil = CivilTime(
      daysSinceEpoch: CivilTime(year: year, month: 1, day: 1).daysSinceEpoch + ordinal - 1)
    return civil.year == year ? Day(year: year, month: civil.month, day: civil.day, end: end) : nil
  }

  /// "5 декабря 2024 г.", "5-го декабря", "13-Dec-24", "5. Dezember 2024", "5 de diciembre de 2024".
  private func dayThenMonthName(_ day: Int, _ index: Int) -> Day? {
    guard let (name, month, next) = monthName(afterDay: index + 1) else { return nil }
    let (year, end) = yearAfter(next)
    return valid(
      Day(year: year, month: month, day: day, end: end, isWeak: year == nil && !DateNames.isFullMonth(name)))
  }

  /// The month behind the number of a day and what makes that an ordinal, with the token after it.
  private func monthName(afterDay index: Int) -> (name: String, month: Int, end: Int)? {
    var next = index
    if let mark = sign(next), ".-/–".unicodeScalars.contains(mark) { next += 1 }
    if let suffix = word(next), DateWords.ordinals.contains(suffix) {
      next += 1
      if word(next) == "of" || word(next) == "de" { next += 1 }
    }
    guard let name = word(next), let month = DateNames.month(name) else { return nil }
    next += 1
    // Two names of one month, as the Levant writes it.
    if sign(next) == "/", word(next + 1).flatMap(DateNames.month) == month { next += 2 }
    return (name, month, next)
  }

  /// "December 13th, 2024", "Dec. 13 2024", "Dec 13".
  private func monthNameFirst(_ index: Int) -> Day? {
    guard let name = word(index), let month = DateNames.month(name) else { return nil }
    var next = index + 1
    // "Sep, 05 2024": where the year follows, so that it is no day of the week in another language.
    let hasComma = sign(next) == ","
    if sign(next) == "." || sign(next) == "-" || hasComma { next += 1 }
    guard let (day, digits) = number(next), digits <= 2 else { return nil }
    if hasComma, !isField || number(next + 1)?.digits != 4 { return nil }
    // "December 20:41" is no day.
    if sign(next + 1) == ":" { return nil }
    next += 1
    if let suffix = word(next), ["st", "nd", "rd", "th"].contains(suffix) { next += 1 }
    let (year, end) = yearAfter(next, allowsShort: false)
    return valid(
      Day(year: year, month: month, day: day, end: end, isWeak: year == nil && !DateNames.isFullMonth(name)))
  }

  /// A year behind a month's name, its sign or mark skipped; none: the token where it would be.
  private func yearAfter(_ index: Int, allowsShort: Bool = true) -> (Int?, Int) {
    var next = index
    if let mark = sign(next), ".,-/'’–".unicodeScalars.contains(mark) { next += 1 }
    if sign(next) == "," || sign(next) == "'" || sign(next) == "’" { next += 1 }
    if let joint = word(next), ["de", "del", "соли"].contains(joint) { next += 1 }
    guard let (value, digits) = number(next), sign(next + 1) != ":" else { return (nil, index) }
    var year: Int?
    if digits == 4, 1000...2999 ~= value {
      year = value
    } else if digits == 2, allowsShort, !isDotTime(next) {
      year = fullYear(value)
    } else if digits == 3, isField, 100...199 ~= value {
      // Years counted from 1900, as broken clocks of the year 2000 wrote them.
      year = 1900 + value
    }
    guard let year else { return (nil, index) }
    return (year, behindYearMark(next + 1))
  }

  /// The token behind "г.", "ел", "-йил" and the like, if such a word stands at one.
  private func behindYearMark(_ index: Int) -> Int {
    var next = index
    if sign(next) == "-", !followsSpace(next), !followsSpace(next + 1) { next += 1 }
    guard let mark = word(next), DateWords.yearMarks.contains(mark) else { return index }
    return sign(next + 1) == "." ? next + 2 : next + 1
  }

  /// 13.12.2024, 21-01-2026, 13/12/24, 12/13/2024; 13.12 with a time.
  private func numericDay(_ first: Int, _ digits: Int, _ index: Int) -> Day? {
    guard let mark = sign(index + 1), "./-–".unicodeScalars.contains(mark),
      let (second, secondDigits) = number(index + 2), secondDigits <= 2
    else { return nil }
    if sign(index + 3) == mark, let (value, yearDigits) = number(index + 4),
      sign(index + 5) != ":" || mark != "-"
    {
      // A fourth number of the chain: an address or a version.
      if sign(index + 5) == mark, !followsSpace(index + 6), number(index + 6) != nil { return nil }
      guard yearDigits == 4 || yearDigits == 2 else { return nil }
      if yearDigits == 4, !(1000...2999 ~= value) { return nil }
      if yearDigits == 2, !isField, mark != "." { return nil }
      let end = behindYearMark(index + 5)
      let year = yearDigits == 4 ? value : fullYear(value)
      let isWeak = yearDigits == 2 && !isField
      if second > 12 || (mark == "/" && first <= 12 && hasHalfOfDay(end)) {
        return valid(Day(year: year, month: first, day: second, end: end, isWeak: isWeak))
      }
      if let day = valid(Day(year: year, month: second, day: first, end: end, isWeak: isWeak)) { return day }
      // 24-12-13: the year first.
      return yearDigits == 2 && mark == "-" && isField
        ? valid(Day(year: fullYear(first), month: second, day: value, end: end)) : nil
    }
    // Without a year a pair of numbers is a date only beside a time.
    guard mark == ".", secondDigits == 2, !isDotTime(index) || timeAfter(index + 3) != nil,
      timeAfter(index + 3) != nil || (isField && tokens.count <= 4)
    else { return nil }
    return valid(Day(year: nil, month: second, day: first, end: index + 3, isWeak: true))
  }

  private func valid(_ day: Day) -> Day? {
    CivilTime(year: day.year ?? 2024, month: day.month, day: day.day).isValid ? day : nil
  }

  /// Two digits of a year: up to ten years ahead they are of this century.
  private func fullYear(_ value: Int) -> Int {
    let current = CivilTime(parser.now, in: parser.timeZone).year
    let guess = current / 100 * 100 + value
    return guess > current + 10 ? guess - 100 : guess
  }

  /// A.m. or p.m. after a time from some token on: the order of the numbers is American then.
  private func hasHalfOfDay(_ index: Int) -> Bool {
    ((index + 1)..<(index + 9)).contains { word($0) == "am" || word($0) == "pm" }
  }
}
