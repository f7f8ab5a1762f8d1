import Foundation
import NewsModel
import PageParsing

/// How fast an article is taken off its page, from bytes to a document: a page of the usual size, and larger ones, whose
/// rate stays the same.
enum PageParsingBenchmarks {
  static var tasks: [Benchmark] {
    [extraction("articles/page-100kB", page(bytes: 100_000, encoding: .utf8))]
      + [
        extraction("articles/page-100kB-windows-1251", page(bytes: 100_000, encoding: .windowsCP1251))
      ]
      + [100, 200, 400, 800].map {
        extraction("articles/linear-\($0)kB", page(bytes: $0 * 1000, encoding: .utf8))
      }
  }

  private static func extraction(_ name: String, _ bytes: Data) -> Benchmark {
    let now = Date(timeIntervalSince1970: 1_780_000_000)
    let address = WebAddress("https://lenta.example/news/1")
    return Benchmark(name: name, size: bytes.count, unit: "B") {
      let page = PageText(bytes, contentType: nil, address: address)
      return ArticleExtractor.article(in: page, now: now)?.document.blocks.count ?? 0
    }
  }

  /// A news page as it is served: data and styles in its head, a menu, a text that is a quarter of it, related news.
  private static func page(bytes: Int, encoding: String.Encoding) -> Data {
    let label = encoding == .utf8 ? "utf-8" : "windows-1251"
    let prose = String(decoding: Prose.russian(bytes: bytes / 4), as: UTF8.self)
    let paragraphs = prose.split(separator: "\n")
    var head =
      "<!DOCTYPE html><html lang=\"ru\"><head><meta charset=\"\(label)\"><title>Мост закрыли — Лента</title>"
    head += "<meta property=\"og:title\" content=\"Мост закрыли\">"
    head += "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Мост закрыли\","
    head += "\"datePublished\":\"2026-01-21T12:05:00+05:00\",\"author\":{\"name\":\"Анна Петрова\"}}</script>"
    head +=
      "<style>" + String(repeating: ".card > a:hover { color: #c00; }\n", count: bytes / 4 / 33)
      + "</style></head>"
    var body = "<body><header><nav><ul class=\"menu\">"
    for number in 0..<40 { body += "<li><a href=\"/r/\(number)\">Раздел \(number)</a></li>" }
    body += "</ul></nav></header><main><article><h1>Мост закрыли</h1><div class=\"article__text\">"
    for paragraph in paragraphs { body += "<p>\(paragraph)</p>\n" }
    body += "</div></article></main><div class=\"related\">"
    var data = (head + body).data(using: encoding, allowLossyConversion: true) ?? Data()
    var number = 0
    while data.count < bytes {
      number += 1
      var card =
        "<div class=\"card card--small\"><a href=\"/news/\(number)\"><img src=\"/i/\(number).jpg\" alt=\"\">"
      card += "<h3>Паром вернули на реку, он стоял с августа</h3></a><time>21.01.2026</time></div>\n"
      data += card.data(using: encoding) ?? Data()
    }
    return data + Data("</div></body></html>".utf8)
  }
}
