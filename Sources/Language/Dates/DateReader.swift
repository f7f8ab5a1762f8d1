import Foundation

/// The grammar of dates over the tokens of a text.
struct DateReader {
  /// What the tokens are of.
  let text: String
  let tokens: [DateToken]
  let parser: DateParser
  /// The text is a date, not one that holds a date among other things.
  let isField: Bool

  /// Day, month and perhaps year, with the token after them.
  struct Day {
    var year: Int?
    var month: Int
    var day: Int
    var end: Int
    /// A month by a short name that may be another word too, or numbers that may be others.
    var isWeak = false
  }

  /// A time of day with its zone, and the token after them.
  struct Time {
    var hour: Int
    var minute: Int
    var second = 0
    var fraction = 0.0
    var zone: Zone?
    var end: Int
  }

  /// What a text says of its zone.
  enum Zone {
    /// Seconds from Greenwich.
    case offset(Int)
    /// One whose offset depends on the day.
    case named(ClockZone)
  }

  /// The first token from which a date can be read.
  func firstDate() -> FoundDate? {
    if isField, let epoch = epoch() { return epoch }
    for index in tokens.indices {
      if let found = relative(at: index) ?? absolute(at: index) { return found }
    }
    return isField ? bareTime() ?? partialDate() : nil
  }

  // MARK: Tokens

  func number(_ index: Int) -> (value: Int, digits: Int)? {
    guard tokens.indices.contains(index), case .number(let value, let digits) = tokens[index].kind else {
      return nil
    }
    return (value, digits)
  }

  func word(_ index: Int) -> String? {
    guard tokens.indices.contains(index), case .word(let word) = tokens[index].kind else { return nil }
    return word
  }

  func sign(_ index: Int) -> Unicode.Scalar? {
    guard tokens.indices.contains(index), case .sign(let sign) = tokens[index].kind else { return nil }
    return sign
  }

  func followsSpace(_ index: Int) -> Bool { !tokens.indices.contains(index) || tokens[index].followsSpace }

  // MARK: Date and time together

  private func absolute(at index: Int) -> FoundDate? {
    if let day = day(at: index) {
      let time = timeAfter(day.end)
      return settle(day, time, from: index, to: time?.end ?? day.end)
    }
    // The time may stand before its date: "18:26, 5 декабря 2024".
    if number(index) != nil, let time = clockTime(at: index) {
      for start in time.end...(time.end + 2) {
        if let day = day(at: start) { return settle(day, time, from: index, to: day.end) }
        guard isSeparator(start) else { break }
      }
    }
    return nil
  }

  private func settle(_ given: Day, _ time: Time?, from start: Int, to givenEnd: Int) -> FoundDate? {
    var day = given
    var end = givenEnd
    // asctime: "Dec 13 20:41:00 2024", with a zone between perhaps.
    if day.year == nil, let time, let (value, digits) = number(time.end), digits == 4, 1900...2200 ~= value {
      day.year = value
      end = time.end + 1
    }
    if !isField, day.year == nil || day.isWeak, time == nil { return nil }
    if isField, day.year == nil {
      if hasOddYear(behind: day) { return nil }
      day.year = year(before: start) ?? year(behindWeekday: day.end)
    }
    var civil = CivilTime(year: day.year ?? guessedYear(day), month: day.month, day: day.day)
    if let time {
      civil.hour = time.hour
      civil.minute = time.minute
      civil.second = time.second
      civil.fraction = time.fraction
    }
    guard civil.isValid, !isField || 1000...9999 ~= civil.year, isField || 1900...2200 ~= civil.year
    else { return nil }
    let (date, offset) = moment(civil, time?.zone)
    return FoundDate(date: date, hasTime: time != nil, zoneOffset: offset, range: range(start, end))
  }

  /// When it is so late in the zone that the text names, else in the parser's; with the named one's offset.
  func moment(_ civil: CivilTime, _ zone: Zone?) -> (date: Date, offset: Int?) {
    switch zone {
    case .offset(let offset): return (civil.date(offset: offset), offset)
    case .named(let zone):
      let date = civil.date(in: zone)
      return (date, zone.secondsFromGMT(for: date))
    case nil: return (civil.date(in: parser.timeZone), nil)
    }
  }

  func range(_ start: Int, _ end: Int) -> Range<Int> {
    let last = min(max(start, end - 1), tokens.count - 1)
    return tokens[start].range.lowerBound..<tokens[last].range.upperBound
  }

  /// Whether what stands where the year belongs is a number that no year is: 0001, -0001, 12026. No other year may
  /// take its place.
  private func hasOddYear(behind day: Day) -> Bool {
    var index = day.end
    while let mark = sign(index), ",.-−/'’".unicodeScalars.contains(mark) { index += 1 }
    guard let (_, digits) = number(index), sign(index + 1) != ":" else { return false }
    return digits >= 4
  }

  /// A year right before the day, with a word between them perhaps.
  private func year(before start: Int) -> Int? {
    var index = start - 1
    var words = 0
    while index >= 0 {
      if let (value, digits) = number(index) {
        return digits == 4 && 1900...2200 ~= value ? value : nil
      }
      if word(index) != nil {
        words += 1
        if words > 1 { return nil }
      } else if let mark = sign(index), !",.-".unicodeScalars.contains(mark) {
        return nil
      }
      index -= 1
    }
    return nil
  }

  /// "7 августа, четверг, 2025"
  private func year(behindWeekday index: Int) -> Int? {
    var next = index
    if sign(next) == "," { next += 1 }
    guard isWeekday(next) else { return nil }
    next += 1
    if sign(next) == "," { next += 1 }
    guard let (value, digits) = number(next), digits == 4, 1900...2200 ~= value, sign(next + 1) != ":" else {
      return nil
    }
    return value
  }

  /// The year of a day without one: the last in which it was not ahead of now.
  private func guessedYear(_ day: Day) -> Int {
    let today = CivilTime(parser.now, in: parser.timeZone)
    let thisYear = CivilTime(year: today.year, month: day.month, day: min(day.day, 28))
    return thisYear.daysSinceEpoch > today.daysSinceEpoch + 2 ? today.year - 1 : today.year
  }

  // MARK: Texts that are dates of another kind

  /// Seconds, with a fraction perhaps, or milliseconds since 1970.
  private func epoch() -> FoundDate? {
    guard let (value, digits) = number(0), digits == 10 || digits == 13 else { return nil }
    var seconds = digits == 10 ? Double(value) : Double(value) / 1000
    if tokens.count == 3, let mark = sign(1), mark == "." || mark == ",", !followsSpace(1), !followsSpace(2),
      let fraction = fraction(at: 2)
    {
      seconds += digits == 10 ? fraction : 0
    } else if tokens.count > 1 {
      return nil
    }
    return FoundDate(
      date: Date(timeIntervalSince1970: seconds), hasTime: true, zoneOffset: 0, range: range(0, tokens.count))
  }

  /// A time alone: today's, or yesterday's when it is still ahead.
  private func bareTime() -> FoundDate? {
    guard tokens.count <= 6, let start = tokens.indices.first(where: { number($0) != nil }),
      let time = clockTime(at: start)
    else { return nil }
    let zone = parser.timeZone
    var civil = CivilTime(parser.now, in: zone)
    civil.hour = time.hour
    civil.minute = time.minute
    civil.second = time.second
    if moment(civil, time.zone).date > parser.now + 300 {
      let earlier = CivilTime(daysSinceEpoch: civil.daysSinceEpoch - 1)
      (civil.year, civil.month, civil.day) = (earlier.year, earlier.month, earlier.day)
    }
    let (date, offset) = moment(civil, time.zone)
    return FoundDate(date: date, hasTime: true, zoneOffset: offset, range: range(start, time.end))
  }

  /// A month or a year alone, as W3C-DTF allows: its first day.
  private func partialDate() -> FoundDate? {
    guard tokens.count <= 3 else { return nil }
    for index in tokens.indices {
      var civil: CivilTime?
      var end = index + 1
      if let name = word(index).flatMap(DateNames.month), let (year, digits) = number(index + 1), digits == 4
      {
        civil = CivilTime(year: year, month: name, day: 1)
        end = index + 2
      } else if let (year, digits) = number(index), digits == 4, 1900...2200 ~= year {
        if sign(index + 1) == "-", let (month, count) = number(index + 2), count == 2, 1...12 ~= month {
          civil = CivilTime(year: year, month: month, day: 1)
          end = index + 3
        } else if tokens.count == 1 {
          civil = CivilTime(year: year, month: 1, day: 1)
        }
      }
      if let civil, civil.isValid {
        return FoundDate(
          date: civil.date(in: parser.timeZone), hasTime: false, zoneOffset: nil, range: range(index, end))
      }
    }
    return nil
  }
}
