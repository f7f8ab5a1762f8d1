import Foundation

/// Dates by their distance from now.
extension DateReader {
  /// "вчера в 20:41", "2 часа назад", "только что".
  func relative(at index: Int) -> FoundDate? {
    if let name = word(index), let distance = DateWords.days[name] { return namedDay(distance, index) }
    return span(at: index) ?? justNow(at: index)
  }

  private func namedDay(_ distance: Int, _ index: Int) -> FoundDate? {
    let time = timeAfter(index + 1)
    if time == nil, !isField, tokens.count > 8 { return nil }
    let zone = parser.timeZone
    var civil = CivilTime(daysSinceEpoch: CivilTime(parser.now, in: zone).daysSinceEpoch + distance)
    if let time {
      civil.hour = time.hour
      civil.minute = time.minute
      civil.second = time.second
    }
    guard civil.isValid else { return nil }
    let (date, offset) = moment(civil, time?.zone)
    return FoundDate(
      date: date, hasTime: time != nil, zoneOffset: offset, range: range(index, time?.end ?? index + 1))
  }

  /// "час назад", "1 ч. 20 мин. назад", "an hour ago", "преди 2 часа", "3 сағат бұрын".
  private func span(at start: Int) -> FoundDate? {
    var index = start
    let isBefore = word(index).map { DateWords.agoBefore.contains($0) } ?? false
    if isBefore { index += 1 }
    var seconds = 0
    var months = 0
    var parts = 0
    while parts < 4 {
      var count = 1
      var next = index
      if let (value, digits) = number(next) {
        guard digits <= 4 else { return nil }
        count = value
        next += 1
      } else if let name = word(next), let spelt = DateWords.counts[name] {
        count = spelt
        next += 1
      } else if parts > 0 {
        break
      }
      guard let name = word(next), let unit = DateWords.unit(name) else { break }
      switch unit {
      case .seconds(let length): seconds += count * length
      case .months(let length): months += count * length
      }
      parts += 1
      index = next + 1
      if sign(index) == "." { index += 1 }
      if sign(index) == "," || word(index) == "и" || word(index) == "and" { index += 1 }
    }
    guard parts > 0 else { return nil }
    var end = index
    if !isBefore {
      guard let name = word(index), DateWords.ago.contains(name) else { return nil }
      end += 1
    }
    var date = parser.now - Double(seconds)
    if months > 0 {
      date = CivilTime(date, in: parser.timeZone).movedBack(months: months).date(in: parser.timeZone)
    }
    let isExact = months == 0 && seconds < 86_400
    return FoundDate(date: date, hasTime: isExact, zoneOffset: isExact ? 0 : nil, range: range(start, end))
  }

  private func justNow(at index: Int) -> FoundDate? {
    guard isField, tokens.count <= 3, let name = word(index), DateWords.now.contains(name) else { return nil }
    return FoundDate(
      date: parser.now, hasTime: true, zoneOffset: 0, range: range(index, min(index + 2, tokens.count)))
  }
}
