import Foundation
import NewsModel
import PageParsing
import Testing

@Suite("Which object of a page's data is its article")
struct LinkedDataTests {
  private static let other =
    #"{"@type": "NewsArticle", "headline": "Хор вернулся с гастролей", "author": "Пётр Дальний", "url": "/choir"}"#

  @Test(
    "the object that speaks of this page wins, wherever it stands",
    arguments: [
      "[\(other), \(own)]", "\(other)\n\(own)", #"{"@graph": [\#(other), \#(own)]}"#,
      #"{"@type": "ItemList", "itemListElement": [{"item": \#(other)}], "mainEntity": \#(own)}"#,
      #"{"@type": "WebPage", "mentions": \#(other), "mainEntity": \#(own)}"#,
      #"{"@type": "WebPage", "relatedLink": [\#(other), \#(other)], "mainEntity": \#(byIdentity)}"#,
    ])
  func ownObject(json: String) throws {
    #expect(try Self.article(json).authors == ["Анна Ближняя"])
  }

  private static let own =
    #"{"@type": "NewsArticle", "headline": "Пекарня открылась", "author": "Анна Ближняя", "url": "http://www.vesna.example/bakery/?utm_source=a"}"#
  private static let byIdentity =
    #"{"@type": "NewsArticle", "headline": "Хлеб", "author": "Анна Ближняя", "mainEntityOfPage": {"@id": "https://vesna.example/bakery"}}"#

  @Test("where all objects are of other articles, nobody is its author")
  func nobody() throws {
    #expect(try Self.article("[\(Self.other)]").authors.isEmpty)
  }

  @Test("the only object, though headed otherwise and without an address, is the page's")
  func only() throws {
    let json = #"{"@type": "NewsArticle", "headline": "Свежий хлеб", "author": "Анна Ближняя"}"#
    #expect(try Self.article(json).authors == ["Анна Ближняя"])
  }

  @Test(
    "what a page wraps around its data does not hide it",
    arguments: [
      ("", "%"), (" type=application/ld+json", "<![CDATA[%]]>"),
      (" type=application/ld+json", "//<![CDATA[\n%\n//]]>"), (" type=application/ld+json", "<!-- % -->"),
      (" type='application/ld+json; charset=utf-8'", "%;"),
    ])
  func wrapped(type: String, wrapping: String) throws {
    let json = #"{"@context": "https://schema.org", "@type": "NewsArticle", "author": "Анна Ближняя",}"#
    let script = wrapping.replacingOccurrences(of: "%", with: json)
    #expect(try Self.read("<script\(type)>\(script)</script>").authors == ["Анна Ближняя"])
  }

  private static func article(_ json: String) throws -> ArticleDocument {
    try read("<script type=application/ld+json>\(json)</script>")
  }

  private static func read(_ script: String) throws -> ArticleDocument {
    let html = """
      <title>Пекарня открылась — Весна</title>\(script)<main><h1>Пекарня открылась</h1>
      <p>На углу Садовой снова пекут хлеб: печь чинили всё лето, а первую буханку отдали почтальону.</p>
      <p>Очередь стояла до самой аптеки, и к полудню полки опустели, так что тесто ставили второй раз.</p></main>
      """
    let page = PageText(text: html, address: WebAddress("https://vesna.example/bakery"))
    return try #require(ArticleExtractor.article(in: page, now: Date(timeIntervalSince1970: 1_780_000_000)))
      .document
  }
}
