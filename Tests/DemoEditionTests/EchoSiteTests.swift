import DemoEdition
import Foundation
import Testing

@Suite("The demo site as a site")
struct EchoSiteTests {
  private let moment = Date(timeIntervalSince1970: 1_769_000_000)

  private func utf8(_ path: String, now: Date) throws -> String {
    let response = try #require(EchoSite(now: now).response(path: path))
    return String(decoding: response.bytes, as: UTF8.self)
  }

  @Test("the menu has its seven entries, three of them under «Разделы»")
  func menu() throws {
    let front = try utf8("/", now: moment)
    let nav = try #require(front.firstMatch(of: /<nav class="main-menu">([\s\S]*?)<\/nav>/)).1
    let titles = nav.matches(of: />([^<\n]+)<\/a>/).map { String($0.1) }
    #expect(
      titles == [
        "Главная", "Новости", "Разделы", "Персонально", "Держать курс", "Стратегия", "В мире", "В стране",
        "Человек и закон", "О нас",
      ])
  }

  @Test("its news are of the day it is read, never of the future")
  func datesMoveWithTheDay() throws {
    for hour in 0..<48 {
      let now = moment.addingTimeInterval(Double(hour) * 3600)
      let newest = try #require(try utf8("/rss.xml", now: now).firstMatch(of: /<pubDate>([^<]+)/)).1
      let formatter = DateFormatter()
      formatter.locale = Locale(identifier: "en_US_POSIX")
      formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
      let published = try #require(formatter.date(from: String(newest)))
      #expect(published <= now)
      #expect(now.timeIntervalSince(published) < 86_400)
    }
  }

  @Test("two corners of it are in windows-1251, with numeric references for letters that it lacks")
  func oldCharacterSet() throws {
    let site = EchoSite(now: moment)
    let response = try #require(site.response(path: "/v-strane/"))
    #expect(response.contentType == "text/html")
    #expect(String(data: response.bytes, encoding: .utf8) == nil)
    let page = try #require(String(data: response.bytes, encoding: .windowsCP1251))
    #expect(page.contains("charset=\"windows-1251\""))
    let all = site.paths.filter { $0.hasPrefix("/v-strane/") || $0.hasPrefix("/chelovek-i-zakon/") }
      .compactMap { site.response(path: $0) }
      .compactMap { String(data: $0.bytes, encoding: .windowsCP1251) }.joined()
    #expect(all.contains("&#1179;"), "the Kazakh қ")
  }

  @Test("each section has a feed with its articles")
  func feeds() {
    let site = EchoSite(now: moment)
    let feeds = site.paths.filter { $0.hasSuffix("rss.xml") }
    #expect(feeds.count == 8)
    for path in feeds {
      let text = site.response(path: path).map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
      #expect(text.contains("<item>"), "\(path)")
    }
  }

  @Test(
    "a path that does not exist answers nothing",
    arguments: ["/nowhere", "/novosti/nothing.html", "/tag/нет/", ""])
  func unknownPaths(path: String) {
    #expect(EchoSite(now: moment).response(path: path) == nil)
  }
}
