import Foundation
import NewsModel
import PageParsing
import Testing

@Suite("Pictures that scripts load later")
struct LatePictureTests {
  /// The pictures of an article with this between its paragraphs.
  private func pictures(_ html: String) -> [String] {
    let words = "Паром пристал у старой мельницы, и встречать его вышла вся улица с оркестром пожарных."
    let text =
      "<html><body><article><h1>Паром пошёл по новому пути</h1><p>\(words)</p>\(html)<p>\(words)</p></article></body></html>"
    let page = PageText(
      Data(text.utf8), contentType: nil, address: WebAddress("https://bereg.example/n/1.html"))
    let found = ArticleExtractor.article(in: page, now: Date(timeIntervalSince1970: 1_768_953_600))
    return found?.document.blocks.compactMap { block in
      if case .figure(let figure) = block { figure.picture?.path } else { nil }
    } ?? []
  }

  @Test(
    "each stands there once",
    arguments: [
      "<picture><source data-srcset=\"/a.webp 1x, /a2.webp 2x\"><img class=\"lazy\" alt=\"\"></picture>",
      "<picture><source type=\"image/webp\" srcset=\"/a.webp\"><source srcset=\"/b.jpg\"><img alt=\"\"></picture>",
      "<noscript><img src=\"/a.webp\" alt=\"Паром\"></noscript>",
      "<p><noscript><img src=\"/a.webp\"></noscript></p>",
      "<img class=\"lazy\" src=\"/blank.gif\" data-src=\"/a.webp\"><noscript><img src=\"/a.webp\"></noscript>",
      "<img data-srcset=\"/s.webp 300w, /a.webp 900w\">",
    ])
  func once(html: String) {
    #expect(pictures(html) == ["/a.webp"])
  }

  @Test(
    "a counter, and a plea to run scripts, are none",
    arguments: [
      "<noscript><img src=\"/c.gif\" width=\"1\" height=\"1\"></noscript>",
      "<noscript><div><img src=\"/c\" style=\"position:absolute; left:-9999px\"></div></noscript>",
      "<noscript>Включите сценарии, чтобы видеть снимки. <img src=\"/c.png\"></noscript>",
    ])
  func none(html: String) {
    #expect(pictures(html).isEmpty)
  }
}
