import Foundation
import NewsModel
import Testing

@testable import PageParsing

/// The running text that is read of a page.
func articleText(_ body: String, head: String = "") throws -> String {
  let page = "<html><head><title>Мост открыли</title>\(head)</head><body>\(body)</body></html>"
  return try #require(
    ArticleExtractor.article(
      in: PageText(text: page, address: WebAddress("https://reka.example/news/most")),
      now: Date(timeIntervalSince1970: 1_780_000_000))
  ).runningText
}

/// Paragraphs of two sentences, each with a number of its own.
func prose(_ numbers: ClosedRange<Int>) -> String {
  numbers.map { number in
    "<p>Рабочие заменили пролёт номер \(number), и по нему поехали первые автобусы. Второй слой асфальта, "
      + "как говорят в управлении дорог, положат летом, когда сойдёт вода.</p>"
  }.joined()
}
