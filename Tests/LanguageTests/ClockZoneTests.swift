import Foundation
import Glibc
import Language
import Testing

@Suite("Zones")
struct ClockZoneTests {
  @Test("named zones keep their summer times, a fixed one has none")
  func named() throws {
    let (january, july) = (
      Date(timeIntervalSince1970: 1_736_145_000), Date(timeIntervalSince1970: 1_751_783_400)
    )
    let york = try #require(ClockZone(named: "America/New_York"))
    #expect(york.secondsFromGMT(for: january) == -5 * 3600 && york.secondsFromGMT(for: july) == -4 * 3600)
    #expect(ClockZone.fixed(seconds: 19_800).secondsFromGMT(for: july) == 19_800)
    #expect(ClockZone(named: "Nowhere/Land") == nil)
  }

  @Test("the machine's zone shows what libc shows, from 1910 to 2190, and is at a loss at no moment")
  func machine() {
    for step in 0..<3000 {
      var moment = time_t(-1_893_456_000 + step * 2_950_000)
      var parts = tm()
      localtime_r(&moment, &parts)
      let date = Date(timeIntervalSince1970: Double(moment))
      #expect(ClockZone.machine.secondsFromGMT(for: date) == parts.tm_gmtoff)
      let civil = CivilTime(date, in: .machine)
      #expect(civil.hour == Int(parts.tm_hour) && civil.day == Int(parts.tm_mday))
    }
    for seconds in [Double.nan, .infinity, -.infinity, 1e300, -1e18] {
      #expect(ClockZone.machine.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)) == 0)
    }
  }
}
