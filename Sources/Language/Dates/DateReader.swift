import Foundation

/// The grammar of dates over the tokens of a text.
struct DateReader {
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
    var offset: Int?
    var end: Int
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
    var civil = CivilTime(year: day.year ?? guessedYear(day), month: day.month, day: day.day)
    if let time {
      civil.hour = time.hour
      civil.minute = time.minute
      civil.second = time.second
      civil.fraction = time.fraction
    }
    guard civil.isValid, !isField || 1000...9999 ~= civil.year, isField || 1900...2200 ~= civil.year
    else { return nil }
    let date = time?.offset.map { civil.date(offset: $0) } ?? civil.date(in: parser.timeZone)
    return FoundDate(
      date: date, hasTime: time != nil, zoneOffset: time?.offset, range: range(start, end))
  }

  func range(_ start: Int, _ end: Int) -> Range<Int> {
    let last = min(max(start, end - 1), tokens.count - 1)
    return tokens[start].range.lowerBound..<tokens[last].range.upperBound
  }

  /// The year of a day without one: the last in which it was not ahead of now.
  private func guessedYear(_ day: Day) -> Int {
    let today = CivilTime(parser.now, in: parser.timeZone)
    let thisYear = CivilTime(year: today.year, month: day.month, day: min(day.day, 28))
    return thisYear.daysSinceEpoch > today.daysSinceEpoch + 2 ? today.year - 1 : today.year
  }

  // MARK: Texts that are dates of another kind

  /// Seconds or milliseconds since 1970.
  private func epoch() -> FoundDate? {
    guard tokens.count == 1, let (value, digits) = number(0), digits == 10 || digits == 13 else { return nil }
    let seconds = digits == 10 ? Double(value) : Double(value) / 1000
    return FoundDate(
      date: Date(timeIntervalSince1970: seconds), hasTime: true, zoneOffset: 0, range: range(0, 1))
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
    func moment() -> Date { time.offset.map { civil.date(offset: $0) } ?? civil.date(in: zone) }
    if moment() > parser.now + 300 {
      let earlier = CivilTime(daysSinceEpoch: civil.daysSinceEpoch - 1)
      (civil.year, civil.month, civil.day) = (earlier.year, earlier.month, earlier.day)
    }
    return FoundDate(
      date: moment(), hasTime: true, zoneOffset: time.offset, range: range(start, time.end))
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
