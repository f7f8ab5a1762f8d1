import Foundation
import Language
import TestSupport
import Testing

@Suite("Dates")
struct DateParserTests {
  /// Wednesday, 21 January 2026, 12:40 UTC.
  static let now = Date(timeIntervalSince1970: 1_768_999_200)
  static let parser = DateParser(now: now)

  /// Lines of `dates/<name>.txt`: what is written, an arrow, the moment in UTC or "none".
  static func cases(_ name: String) -> [String] {
    let text = (try? Fixture.text("dates/\(name).txt")) ?? ""
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  private static func iso(_ date: Date?) -> String {
    guard let date else { return "none" }
    return date.formatted(.iso8601)
  }

  private static func parts(_ line: String) -> (String, String) {
    guard let arrow = line.range(of: " → ", options: .backwards) else { return (line, "") }
    return (String(line[..<arrow.lowerBound]), String(line[arrow.upperBound...]))
  }

  @Test("A field is read in every style", arguments: cases("fields"))
  func field(line: String) {
    let (text, expected) = Self.parts(line)
    #expect(Self.iso(Self.parser.date(from: text)) == expected, "\(text)")
  }

  @Test("In running text a date is found, and nothing else is taken for one", arguments: cases("texts"))
  func running(line: String) {
    let (text, expected) = Self.parts(line)
    #expect(Self.iso(Self.parser.firstDate(in: text)) == expected, "\(text)")
  }

  @Test("The fixtures are there")
  func fixtures() {
    #expect(Self.cases("fields").count >= 80)
    #expect(Self.cases("texts").count >= 20)
  }

  @Test("A text without a zone is in the site's, one with a zone in its own")
  func zones() throws {
    let zone = try #require(ClockZone(named: "Asia/Yekaterinburg"))
    let parser = DateParser(timeZone: zone, now: Self.now)
    #expect(Self.iso(parser.date(from: "13.12.2024 20:41")) == "2024-12-13T15:41:00Z")
    #expect(Self.iso(parser.date(from: "13.12.2024 20:41 МСК")) == "2024-12-13T17:41:00Z")
    #expect(Self.iso(parser.date(from: "сегодня в 00:10")) == "2026-01-20T19:10:00Z")
    #expect(Self.iso(parser.date(from: "2024-12-13")) == "2024-12-12T19:00:00Z")
  }

  @Test("The hours around a change of the clocks are read")
  func clockChange() throws {
    let zone = try #require(ClockZone(named: "Europe/Kyiv"))
    let parser = DateParser(timeZone: zone, now: Self.now)
    #expect(Self.iso(parser.date(from: "31.03.2024 02:30")) == "2024-03-31T00:30:00Z")
    #expect(Self.iso(parser.date(from: "31.03.2024 04:30")) == "2024-03-31T01:30:00Z")
  }

  @Test("A date ahead or before the web is doubted, and stays what it is")
  func doubts() throws {
    let ahead = try #require(Self.parser.date(from: "13.12.2031 20:41"))
    #expect(Self.parser.doubt(about: ahead) == .future)
    let old = try #require(Self.parser.date(from: "5 мая 1975"))
    #expect(Self.parser.doubt(about: old) == .beforeTheWeb)
    #expect(Self.parser.doubt(about: Self.now) == nil)
  }

  @Test("The place of a date in its text is told")
  func place() throws {
    let text = "Опубликовано: 5 декабря 2024, 18:26 | 12"
    let found = try #require(Self.parser.find(in: text))
    let utf8 = Array(text.utf8)
    #expect(String(decoding: utf8[found.range], as: UTF8.self) == "5 декабря 2024, 18:26")
    #expect(found.hasTime)
    #expect(found.zoneOffset == nil)
    #expect(Self.parser.find(in: "1 June 2019 at 08:34 PM EDT")?.zoneOffset == -4 * 3600)
  }

  @Test("Dates as programs write them, right or wrong, are what the grammar makes of them")
  func plain() async {
    var generator = SeededGenerator(seed: 3339)
    func number(_ range: ClosedRange<Int>) -> String {
      let number = Int.random(in: range, using: &generator)
      return number < 10 ? "0\(number)" : String(number)
    }
    func one(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &generator)] }
    for await _ in Stress.rounds(100_000) {
      let year = one(["2026", "1999", "1970", "0026", "2199"])
      let clock = "\(number(0...25)):\(number(0...60)):\(number(0...61))"
      let sign = one(["+", "-"])
      let internet =
        "\(year)-\(number(0...13))-\(number(0...32))T\(clock)"
        + one(["Z", "", sign + number(0...15) + ":" + number(0...60), "z", "+0500"])
      let mail =
        one(["Wed, ", "", "Wen, ", "Sat,"]) + one([number(0...32), "7"])
        + " \(one(["Jan", "Feb", "Dec", "jan", "Mai"])) \(year) \(clock) "
        + one(["GMT", "UTC", "EST", sign + number(0...15) + number(0...60), "Z"])
      for text in [internet, mail] {
        #expect(Self.parser.date(from: text) == Self.parser.parse(text)?.date, "\(text)")
      }
    }
  }

  @Test("Any text at all gives a date or none")
  func hostile() async {
    var generator = SeededGenerator(seed: 822)
    let pieces = [
      "2024", "13", "12", "99999999999999999999", "-", ":", ".", "/", "T", "Z", "+", "декабря", "назад",
      "вчера", "Dec",
      "pm", " ", ",", "0", "ж", "1", "час", "\u{301}", "\u{0}", "20:41", "мск", "(", ")", "4000000000",
      "month", "ago", "9999",
    ]
    for await _ in Stress.rounds(100_000) {
      let count = Int.random(in: 0...12, using: &generator)
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      for date in [Self.parser.date(from: text), Self.parser.firstDate(in: text)].compactMap(\.self) {
        #expect(date.timeIntervalSince1970.isFinite)
      }
    }
  }
}
