import Foundation
import Language
import Testing

@testable import Phrases

@Suite("Words for people")
struct PhrasebookTests {
  /// 21 January 2026, 12:40 UTC, a Wednesday.
  private let now = Date(timeIntervalSince1970: 1_768_999_200)

  @Test(
    "A date is told in words",
    arguments: [
      (InterfaceLanguage.ru, "среда, 21 января 2026", "21 января 2026, 12:40"),
      (.kk, "2026 жылғы 21 қаңтар, сәрсенбі", "2026 ж. 21 қаңтар, 12:40"),
      (.en, "Wednesday, 21 January 2026", "21 January 2026, 12:40"),
    ])
  func dates(language: InterfaceLanguage, long: String, moment: String) {
    let phrases = Phrasebook(language: language)
    #expect(phrases.longDate(now) == long)
    #expect(phrases.moment(now) == moment)
  }

  @Test(
    "An age is told as people would",
    arguments: [
      (0.0, "только что"), (61, "1 мин назад"), (59 * 60, "59 мин назад"), (2 * 3600, "2 ч назад"),
      (8 * 3600, "сегодня, 04:40"), (20 * 3600, "вчера, 16:40"), (5 * 86_400, "16 января, 12:40"),
      (60 * 86_400, "22 ноября 2025"), (-3600, "сегодня, 13:40"), (-86_400 * 400, "25 февраля 2027"),
    ] as [(Double, String)])
  func ages(seconds: Double, text: String) {
    #expect(Phrasebook(language: .ru).age(of: now.addingTimeInterval(-seconds), now: now) == text)
  }

  @Test(
    "A day whose hour nobody knows is told without one, as the day it is where its site is",
    arguments: [
      (0, "сегодня", "21.01", "21 января 2026"), (1, "вчера", "20.01", "20 января 2026"),
      (5, "16 января", "16.01", "16 января 2026"), (60, "22 ноября 2025", "22.11.25", "22 ноября 2025"),
    ])
  func days(ago: Int, age: String, short: String, moment: String) throws {
    // Midnight in Almaty is the evening before in Greenwich and in New York.
    let midnight = Date(timeIntervalSince1970: 1_768_935_600 - Double(ago) * 86_400)
    for name in ["Asia/Almaty", "UTC", "America/New_York"] {
      let zone = try #require(ClockZone(named: name))
      let phrases = Phrasebook(language: .ru, timeZone: zone)
      #expect(phrases.age(of: midnight, isDayOnly: true, now: now) == age)
      #expect(phrases.shortAge(of: midnight, isDayOnly: true, now: now) == short)
      #expect(phrases.moment(midnight, isDayOnly: true) == moment)
    }
  }

  @Test("Times are shown in the reader's zone")
  func zones() throws {
    let zone = try #require(ClockZone(named: "Asia/Almaty"))
    #expect(Phrasebook(language: .ru, timeZone: zone).time(now) == "17:40")
  }

  @Test("A date beyond all calendars is shown without a trap")
  func extremes() {
    let phrases = Phrasebook(language: .ru)
    for seconds in [-1e300, 1e300, .infinity, -.infinity, 1e17] {
      #expect(!phrases.longDate(Date(timeIntervalSince1970: seconds)).isEmpty)
      #expect(!phrases.age(of: Date(timeIntervalSince1970: seconds), now: now).isEmpty)
    }
    #expect(!phrases.longDate(Date(timeIntervalSince1970: .nan)).isEmpty)
  }

  @Test("Numbers are grouped and counted")
  func numbers() {
    let phrases = Phrasebook(language: .ru)
    #expect(phrases.grouped(1_302_569) == "1\u{A0}302\u{A0}569")
    #expect(phrases.grouped(1302) == "1302")
    #expect(phrases.grouped(-12_345) == "−12\u{A0}345")
    #expect(phrases.text(.unread, count: 37) == "37 новых")
    #expect(phrases.text(.unread, count: 21) == "21 новая")
    #expect(phrases.text(.refreshedNew, count: 3) == "Получены 3 новые статьи")
    #expect(Phrasebook(language: .en).text(.unread, count: 1) == "1 new")
  }

  @Test("A size is told in the unit people would name")
  func sizes() {
    let phrases = Phrasebook(language: .ru)
    #expect(phrases.size(bytes: 500) == "500 байт")
    #expect(phrases.size(bytes: 104) == "104 байта" && phrases.size(bytes: 1) == "1 байт")
    #expect(Phrasebook(language: .en).size(bytes: 1) == "1 byte")
    #expect(phrases.size(bytes: 1_500_000) == "1,5 МБ")
    #expect(phrases.size(bytes: 20_000_000) == "20 МБ")
    #expect(Phrasebook(language: .en).size(bytes: 1_500) == "1.5 kB")
  }

  @Test(
    "The interface speaks the locale's language, else the site's, else Russian",
    arguments: [
      ("kk_KZ.UTF-8", "ru", InterfaceLanguage.kk), ("C", "kk", .kk), ("POSIX", nil, .ru), (nil, nil, .ru),
      ("en_US", "ru", .en), ("de_DE.UTF-8", "ru", .en), ("tt_RU", nil, .ru), ("C.UTF-8", "en-GB", .en),
      ("", nil, .ru),
    ] as [(String?, String?, InterfaceLanguage)])
  func language(locale: String?, site: String?, language: InterfaceLanguage) {
    #expect(InterfaceLanguage.automatic(localeName: locale, siteLanguage: site) == language)
  }
}
