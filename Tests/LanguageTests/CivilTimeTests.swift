import Foundation
import Language
import Testing

@Suite("The civil calendar")
struct CivilTimeTests {
  @Test("A day and its time are right where Foundation's are, back to 1900 and on to 2200")
  func calendar() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for step in 0..<2_000 {
      let date = Date(timeIntervalSince1970: -2_208_988_800 + Double(step) * 4_733_333)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday, .hour, .minute, .second], from: date)
      let civil = CivilTime(date, in: .gmt)
      #expect(civil.year == parts.year && civil.month == parts.month && civil.day == parts.day)
      #expect(civil.hour == parts.hour && civil.minute == parts.minute && civil.second == parts.second)
      #expect(civil.weekday == ((try #require(parts.weekday)) + 5) % 7 + 1)
      #expect(civil.daysSinceEpoch == Int((date.timeIntervalSince1970 / 86_400).rounded(.down)))
    }
  }

  @Test("A clock ahead of Greenwich's or behind it may show another day")
  func offsets() throws {
    // 31 December 2025, 23:00 UTC.
    let date = Date(timeIntervalSince1970: 1_767_222_000)
    let (ahead, behind) = (CivilTime(date, offset: 5 * 3600), CivilTime(date, offset: -5 * 3600))
    #expect(ahead.year == 2026 && ahead.month == 1 && ahead.day == 1 && ahead.hour == 4)
    #expect(behind.year == 2025 && behind.month == 12 && behind.day == 31 && behind.hour == 18)
    #expect(ahead == CivilTime(date, in: try #require(ClockZone(named: "Asia/Almaty"))))
  }

  @Test("A moment beyond the calendar is shown as its first or its last one")
  func extremes() {
    for seconds in [1e300, .infinity, 1e17] {
      #expect(CivilTime(Date(timeIntervalSince1970: seconds), in: .gmt).year == 9999)
      #expect(CivilTime(Date(timeIntervalSince1970: -seconds), in: .gmt).year == 1)
    }
    #expect(CivilTime(Date(timeIntervalSince1970: .nan), in: .gmt).year == 1970)
  }
}
