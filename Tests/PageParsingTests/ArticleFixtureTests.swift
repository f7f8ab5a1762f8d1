import Foundation
import Markup
import NewsModel
import PageParsing
import TestSupport
import Testing

/// Pages in the shapes of real systems: each folder holds the page and what is expected of it.
@Suite("Article pages")
struct ArticleFixtureTests {
  private struct Expected: Decodable {
    var title: String
    var authors: [String]
    var day: String
    var language: String
    var text: [String]
  }

  private struct Told: Decodable {
    enum CodingKeys: String, CodingKey { case datePublished = "date_published" }
    var datePublished: String?
  }

  static let cases: [String] = {
    let folder = Fixture.folder().appendingPathComponent("Articles").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }()

  static let now = Date(timeIntervalSince1970: 1_768_953_600)

  @Test("There are at least forty pages")
  func count() { #expect(Self.cases.count >= 40) }

  @Test("A page gives its title, author, day and text, and nothing else", arguments: cases)
  func article(name: String) throws {
    let page = PageText(
      try Fixture.bytes("Articles/\(name)/page.html"), contentType: nil,
      address: WebAddress("http://gazeta.example/news/page.html"))
    let expected = try JSONDecoder().decode(
      Expected.self, from: Fixture.bytes("Articles/\(name)/expected.json"))
    let article = try #require(ArticleExtractor.article(in: page, timeZone: nil, now: Self.now))
    let document = article.document
    #expect(document.title == expected.title)
    #expect(document.authors == expected.authors)
    #expect(document.language?.hasPrefix(expected.language) == true)
    let told = try JSONDecoder().decode(Told.self, from: PageJSON.article(article, page: page))
    #expect(told.datePublished?.hasPrefix(expected.day) == true, "\(told)")
    let score = TokenScore(expected: expected.text.joined(separator: "\n"), found: document.plainText)
    #expect(score.f1 >= 0.97, "\(Self.firstDifference(expected.text, document.blocks))")
  }

  @Test("What the page shows beside the text comes back: tags, related, top")
  func beside() throws {
    let page = PageText(
      try Fixture.bytes("Articles/wordpress-classic-most/page.html"), contentType: nil,
      address: WebAddress("http://gazeta.example/news/page.html"))
    let document = try #require(ArticleExtractor.article(in: page, now: Self.now)).document
    #expect(document.tags == ["Мосты", "Заречный"])
    #expect(document.related.map(\.title).contains("В Глинке чинят паром, который стоит с августа"))
    #expect(
      document.related.first?.address.text
        == "http://gazeta.example/news/4000-sosednyaya-novost-o-raznom.html")
  }

  private static func firstDifference(_ expected: [String], _ blocks: [Block]) -> String {
    let found = blocks.map(\.plainText)
    for (number, line) in expected.enumerated() where number >= found.count || found[number] != line {
      return
        "text[\(number)]: expected «\(line)», found «\(number < found.count ? found[number] : "nothing")»"
    }
    return "text[\(expected.count)]: expected the end, found «\(found.dropFirst(expected.count).first ?? "")»"
  }
}

/// Words in common, counted: precision and recall of a text.
struct TokenScore {
  var f1: Double

  init(expected: String, found: String) {
    var counts: [Substring: Int] = [:]
    let wanted = Self.words(expected)
    let given = Self.words(found)
    for word in wanted { counts[word, default: 0] += 1 }
    var common = 0
    for word in given {
      guard let count = counts[word], count > 0 else { continue }
      counts[word] = count - 1
      common += 1
    }
    f1 = common == 0 ? 0 : 2 * Double(common) / Double(wanted.count + given.count)
  }

  private static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}
