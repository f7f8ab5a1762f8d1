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
    for _ in 0..<5 {
      if number(next) != nil {
        // 12:41 in full, or 18.26 and T204100, which only a date before them makes times.
        return clockTime(at: next) ?? (next > index || followsSpace(next) ? dotTime(at: next) : nil)
          ?? compactTime(at: next, after: index)
      }
      guard isSeparator(next) || isWeekday(next) else { return nil }
      next += 1
    }
    return nil
  }

  /// 20:41, 20:41:07.123, 8:41 p.m., 18 ч 26 мин, 18h26.
  func clockTime(at index: Int) -> Time? {
    guard let (hour, digits) = number(index), digits <= 2, hour <= 24 else { return nil }
    var time: Time
    if sign(index + 1) == ":", let (minute, minuteDigits) = number(index + 2), minuteDigits == 2, minute <= 59
    {
      time = Time(hour: hour, minute: minute, end: index + 3)
      if sign(index + 3) == ":", let (second, secondDigits) = number(index + 4), secondDigits <= 2 {
        guard second <= 60 else { return nil }
        time.second = second
        time.end = index + 5
        if sign(index + 5) == "." || sign(index + 5) == ",", !followsSpace(index + 5),
          !followsSpace(index + 6),
          let (value, fractionDigits) = number(index + 6), fractionDigits <= 9
        {
          var scale = 1.0
          for _ in 0..<fractionDigits { scale *= 10 }
          time.fraction = Double(value) / scale
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

  private func isWeekday(_ index: Int) -> Bool {
    guard let name = word(index) else { return false }
    return Self.weekdays.contains { name.hasPrefix($0) }
  }

  private static let weekdays = [
    "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен", "пн", "вт", "ср", "чт",
    "пт", "сб",
    "вс", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі",
    "жұма",
    "сенбі", "жексенбі", "неділя", "понеділок", "вівторок", "середа", "четвер", "п'ятниц", "субота",
  ]

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

  /// Z, +0300, +03:00, GMT+3, MSK, (MSK), "по мск", "по московскому времени".
  private func applyZone(_ time: inout Time) {
    var index = time.end
    if sign(index) == "(" { index += 1 }
    if word(index) == "по" { index += 1 }
    if let name = word(index), let hours = DateWords.zones[name] {
      time.offset = Int(hours * 3600)
      time.end = index + 1
      if name.hasPrefix("московск") || name == "москве", word(time.end)?.hasPrefix("врем") == true {
        time.end += 1
      }
      if name.count == 3, let shift = numericZone(time.end), !followsSpace(time.end) {
        time.offset = Int(hours * 3600) + shift.offset
        time.end = shift.end
      }
    } else if let shift = numericZone(index) {
      time.offset = shift.offset
      time.end = shift.end
      // "+0300 (MSK)": the number has said it.
      if sign(time.end) == "(", let name = word(time.end + 1), DateWords.zones[name] != nil { time.end += 2 }
    } else {
      return
    }
    if sign(time.end) == ")" { time.end += 1 }
  }

  private func numericZone(_ index: Int) -> (offset: Int, end: Int)? {
    guard let mark = sign(index), mark == "+" || mark == "-" || mark == "−", !followsSpace(index + 1),
      let (value, digits) = number(index + 1)
    else { return nil }
    var seconds: Int
    var end = index + 2
    if digits <= 2, sign(end) == ":", !followsSpace(end + 1), let (minutes, count) = number(end + 1),
      count == 2
    {
      seconds = value * 3600 + minutes * 60
      end += 2
    } else if digits == 4 || digits == 3 {
      seconds = value / 100 * 3600 + value % 100 * 60
    } else if digits <= 2 {
      seconds = value * 3600
    } else {
      return nil
    }
    guard seconds <= 15 * 3600 else { return nil }
    if mark != "+" { seconds = -seconds }
    return (seconds, end)
  }
}
