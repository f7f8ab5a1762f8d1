import Foundation
import NewsModel
import PageParsing
import Testing

@Suite("Front pages as engines make them")
struct EnginePageTests {
  private func site(_ body: String, title: String = "Берег") -> SitePage {
    let html = "<html lang=\"ru\"><head><title>\(title)</title></head><body>\(body)</body></html>"
    let page = PageText(Data(html.utf8), contentType: nil, address: WebAddress("https://bereg.example/"))
    return SitePageReader.site(in: page, now: Date(timeIntervalSince1970: 1_768_953_600))
  }

  private let menu = """
    <ul><li><a href="/reka/">Река</a><ul><li><a href="/reka/parom/">Паром</a></li></ul></li>
    <li><a href="/gorod/">Город</a></li><li><a href="/port/">Порт</a></li></ul>
    """

  private func entries(_ count: Int) -> String {
    (0..<count).map { number in
      """
      <article><h2><a href="/n/\(number)-parom-poshel-po-novomu-puti">Паром номер \(number) пошёл по новому пути</a></h2>
      <p>Сегодня утром он впервые пристал у старой мельницы, и встречать его вышла вся улица.</p></article>
      """
    }.joined()
  }

  @Test("a menu stands in the article that the whole page is")
  func frame() {
    let sections = site("<article class=\"page\"><aside>\(menu)</aside><main>\(entries(4))</main></article>")
      .sections
    #expect(sections.map(\.title) == ["Река", "Город", "Порт"])
    #expect(sections.first?.sections.map(\.title) == ["Паром"])
  }

  @Test(
    "a heading over all of a menu is none of its sections; one over a part is", arguments: ["h3", "div", "p"])
  func heading(element: String) {
    let whole = site(
      "<nav><div><\(element)>Боковая полоса</\(element)><div>\(menu)</div></div></nav>\(entries(4))"
    ).sections
    #expect(whole.map(\.title) == ["Река", "Город", "Порт"])
    #expect(whole.first?.sections.map(\.title) == ["Паром"])
    let part = site(
      "<nav><ul><li><a href=\"/novosti/\">Новости</a></li><li><span>Разделы</span>\(menu)</li></ul></nav>\(entries(4))"
    ).sections
    #expect(part.map(\.title) == ["Новости", "Разделы"])
  }

  @Test("clouds of tags are no sections")
  func tags() {
    let nav = """
      <nav><ul><li><a href="/reka/">Река</a></li><li><a href="/gorod/">Город</a></li><li><a href="/port/">Порт</a></li>
      <li><a href="/oblako/">Облако тегов</a></li><li><a href="/categories/">Метки</a></li></ul></nav>
      """
    #expect(site(nav + entries(4)).sections.map(\.title) == ["Река", "Город", "Порт"])
  }

  @Test(
    "a month of an archive is no headline",
    arguments: ["Ноябрь 2026", "Қараша 2026", "November 2026 (14)", "Листопад 2026"])
  func months(name: String) {
    let page = site(entries(4) + "<aside><ul><li><a href=\"/?m=202611\">\(name)</a></li></ul></aside>")
    let titles = page.front.blocks.flatMap(\.headlines).map(\.title)
    #expect(titles.count == 4 && !titles.contains { $0.contains("2026") })
  }

  @Test("a headline has the picture that leads to its article; faces and signs are none")
  func pictures() {
    func entry(_ number: Int, _ picture: String) -> String {
      """
      <li><h2><a href="/n/\(number)-parom-poshel-po-novomu-puti">Паром номер \(number) пошёл по новому пути</a></h2>\(picture)</li>
      """
    }
    let page = site(
      "<main><ul>"
        + entry(0, "<figure><a href=\"/n/0-parom-poshel-po-novomu-puti\"><img src=\"/a.jpg\"></a></figure>")
        + entry(1, "<a href=\"/author/\"><img src=\"/face.jpg\"></a>")
        + entry(2, "<a href=\"/n/2-parom-poshel-po-novomu-puti\"><img src=\"/smile.png\" width=\"24\"></a>")
        + entry(3, "<img src=\"/ad.jpg\">") + "</ul></main>")
    #expect(page.front.blocks.flatMap(\.headlines).map { $0.picture?.path } == ["/a.jpg", nil, nil, nil])
  }

  @Test("the site's name in brackets at the end of a title is none of the article's")
  func brackets() throws {
    let html = """
      <html><head><title>Паром пошёл по новому пути [Берег]</title></head><body>
      <h1 class="logo"><a href="/doku.php?id=start">Берег</a></h1>
      <main><h1>Паром пошёл по новому пути</h1><p>Сегодня утром паром впервые пристал у старой мельницы.</p>
      <p>Встречать его вышла вся улица, а вечером на пристани играл оркестр пожарных.</p></main></body></html>
      """
    let page = PageText(
      Data(html.utf8), contentType: nil, address: WebAddress("https://bereg.example/doku.php?id=p"))
    let found = try #require(
      ArticleExtractor.article(in: page, now: Date(timeIntervalSince1970: 1_768_953_600)))
    #expect(found.document.title == "Паром пошёл по новому пути")
    #expect(found.document.blocks.first?.plainText.hasPrefix("Сегодня") == true)
  }
}
