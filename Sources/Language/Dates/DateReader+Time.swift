/// Times of day and their zones.
extension DateReader {
  /// What may stand between a date and its time.
  func isSeparator(_ index: Int) -> Bool {
    if let mark = sign(index) { return ",-–—|/·•.()T;:⋅∙«»[]".unicodeScalars.contains(mark) }
    return word(index).map { DateWords.betweenDateAndTime.contains($0) } ?? false
  }

  /// The time behind a date, up to four separators on.
  func timeAfter(_ index: Int) -> Time? {
    var next = index
    var isParted = false
    for _ in 0..<5 {
      if number(next) != nil {
        // 12:41 in full, or 18.26 and T204100, which only a date before them makes times.
        return clockTime(at: next) ?? (next > index || followsSpace(next) ? dotTime(at: next) : nil)
          ?? (isParted ? nil : oddClock(at: next)) ?? compactTime(at: next, after: index)
      }
      guard isSeparator(next) || isWeekday(next) else { return nil }
      if let mark = sign(next), mark != "," { isParted = true }
      next += 1
    }
    return nil
  }

  /// 20:41, 20:41:07.123, 8:41 p.m., 18 ч 26 мин, 18h26.
  func clockTime(at index: Int) -> Time? {
    guard let (hour, digits) = number(index), digits <= 2, hour <= 24 else { return nil }
    var time: Time
    if sign(index + 1) == ":", let (minute, minuteDigits) = number(index + 2), minute <= 59,
      minuteDigits == 2 || (isField && minuteDigits == 1)
    {
      time = Time(hour: hour, minute: minute, end: index + 3)
      if sign(index + 3) == ":", let (second, secondDigits) = number(index + 4), secondDigits <= 2 {
        guard second <= 60 else { return nil }
        time.second = second
        time.end = index + 5
        if sign(index + 5) == "." || sign(index + 5) == ",", !followsSpace(index + 5),
          !followsSpace(index + 6), let fraction = fraction(at: index + 6)
        {
          time.fraction = fraction
          time.end = index + 7
        }
      }
    } else if let unit = word(index + 1),
      ["ч", "час", "часов", "часа", "h", "годин", "гадзін"].contains(unit)
    {
      let skip = sign(index + 2) == "." ? 3 : 2
      guard let (minute, minuteDigits) = number(index + skip), minuteDigits == 2, minute <= 59 else {
        return nil
      }
      time = Time(hour: hour, minute: minute, end: index + skip + 1)
      if let unit = word(time.end), unit.hasPrefix("мин") || unit.hasPrefix("хв") { time.end += 1 }
    } else if halfOfDay(index + 1) != nil, 1...12 ~= hour {
      time = Time(hour: hour, minute: 0, end: index + 1)
    } else {
      return nil
    }
    applyHalfOfDay(&time)
    applyZone(&time)
    return time
  }

  /// The digits behind a decimal point.
  func fraction(at index: Int) -> Double? {
    guard let (value, digits) = number(index), digits <= 9 else { return nil }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    return Double(value) / scale
  }

  /// Whether two numbers with a dot between them may be a time.
  func isDotTime(_ index: Int) -> Bool {
    guard let (hour, hourDigits) = number(index), hourDigits <= 2, hour <= 23, sign(index + 1) == ".",
      !followsSpace(index + 1), !followsSpace(index + 2),
      let (minute, digits) = number(index + 2), digits == 2, minute <= 59
    else { return false }
    return !(sign(index + 3) == "." && !followsSpace(index + 4) && number(index + 4) != nil)
  }

  private func dotTime(at index: Int) -> Time? {
    guard isDotTime(index), let hour = number(index)?.value, let minute = number(index + 2)?.value else {
      return nil
    }
    var time = Time(hour: hour, minute: minute, end: index + 3)
    applyZone(&time)
    return time
  }

  /// 10.00.00 and 10-00-00, which only a field with a date right before makes times.
  private func oddClock(at index: Int) -> Time? {
    guard isField, let mark = sign(index + 1), mark == "." || mark == "-", sign(index + 3) == mark,
      let (hour, hourDigits) = number(index), hourDigits <= 2, hour <= 23,
      let (minute, minuteDigits) = number(index + 2), minuteDigits == 2, minute <= 59,
      let (second, secondDigits) = number(index + 4), secondDigits == 2, second <= 60,
      (index + 1...index + 4).allSatisfy({ !followsSpace($0) })
    else { return nil }
    var time = Time(hour: hour, minute: minute, second: second, end: index + 5)
    applyZone(&time)
    return time
  }

  /// T204100, T2041; the tail of 20241213204100.
  private func compactTime(at index: Int, after dateEnd: Int) -> Time? {
    guard word(index - 1) == "t", let (value, digits) = number(index),
      digits == 6 || digits == 4 || digits == 2
    else { return nil }
    let full = digits == 6 ? value : digits == 4 ? value * 100 : value * 10_000
    guard full / 10_000 <= 24, full / 100 % 100 <= 59, full % 100 <= 60 else { return nil }
    var time = Time(hour: full / 10_000, minute: full / 100 % 100, second: full % 100, end: index + 1)
    applyZone(&time)
    return time
  }

  func isWeekday(_ index: Int) -> Bool {
    guard let name = word(index) else { return false }
    return DateWords.weekdays.contains { name.hasPrefix($0) }
  }

  /// True for p.m.
  private func halfOfDay(_ index: Int) -> Bool? {
    switch word(index) {
    case "am", "오전", "午前", "上午": return false
    case "pm", "오후", "午後", "下午": return true
    case "a", "p":
      guard sign(index + 1) == ".", word(index + 2) == "m" else { return nil }
      return word(index) == "p"
    default: return nil
    }
  }

  private func applyHalfOfDay(_ time: inout Time) {
    guard let isAfternoon = halfOfDay(time.end), time.hour <= 12 else { return }
    time.hour = time.hour % 12 + (isAfternoon ? 12 : 0)
    if sign(time.end + 1) == "." {
      time.end += sign(time.end + 3) == "." ? 4 : 3
    } else {
      time.end += 1
    }
  }
}
