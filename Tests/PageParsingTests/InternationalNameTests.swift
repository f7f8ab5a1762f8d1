import Foundation
import NewsModel
import PageParsing
import Testing

/// Sites whose names are written in their own letters.
@Suite("Internationalised domain names")
struct InternationalNameTests {
  private static let now = Date(timeIntervalSince1970: 1_768_953_600)

  private static func page(_ address: String, _ body: String) -> PageText {
    PageText(
      text: "<html><head><title>Вести</title></head><body>\(body)</body></html>", address: WebAddress(address)
    )
  }

  @Test(
    "References are resolved against such a name, and its letters stay as they are",
    arguments: [
      ("https://вести.рф/новости/1", "/2", "https://вести.рф/2"),
      ("https://вести.рф/новости/1", "2", "https://вести.рф/новости/2"),
      ("https://қазақстан.қаз/", "//жаңалық.қаз/а", "https://жаңалық.қаз/а"),
      ("https://vesti.example/", "https://вести.рф/а?б=в", "https://вести.рф/а?б=в"),
    ])
  func resolved(address: String, reference: String, expected: String) {
    #expect(Self.page(address, "").resolve(reference)?.text == expected)
  }

  @Test("The menu, the headlines and the feed of such a site are its own")
  func site() {
    let page = Self.page(
      "https://www.вести.рф/",
      """
      <nav><ul><li><a href="https://вести.рф/политика/">Политика</a></li><li><a href="/спорт/">Спорт</a></li>
      <li><a href="https://www.вести.рф/культура/">Культура</a></li></ul></nav>
      <h2>Новости</h2><ul><li><a href="/новости/паром-вернули-на-реку-123456">Паром вернули на реку, он стоял с августа</a></li>
      <li><a href="https://чужое.рф/новости/654321">У соседей открыли новый мост через реку</a></li></ul>
      <a href="/rss.xml">RSS</a>
      """)
    let site = SitePageReader.site(in: page, now: Self.now)
    #expect(site.sections.map(\.title) == ["Политика", "Спорт", "Культура"])
    #expect(
      site.front.blocks.flatMap(\.headlines).map(\.address.text)
        == ["https://www.вести.рф/новости/паром-вернули-на-реку-123456"])
    #expect(site.feeds.map(\.text) == ["https://www.вести.рф/rss.xml"])
  }

  @Test("An article's canonical address keeps the letters of its name")
  func canonical() throws {
    let page = PageText(
      text: """
        <html><head><title>Мост закрыли</title><link rel=canonical href="https://вести.рф/мост"></head><body>
        <article><h1>Мост закрыли</h1><p>Мост через реку закрыли на ремонт до весны, объезд через село.</p></article>
        </body></html>
        """, address: WebAddress("https://вести.рф/мост?utm_source=x"))
    let article = try #require(ArticleExtractor.article(in: page, now: Self.now))
    #expect(article.canonical?.text == "https://вести.рф/мост")
  }
}
