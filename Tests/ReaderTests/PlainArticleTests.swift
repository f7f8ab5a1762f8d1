import NewsModel
import Phrases
import Testing

@testable import Reader

@Suite("An article as plain text")
struct PlainArticleTests {
  @Test("No line begins with the point between two facts, and spaces that held are plain ones")
  func byline() throws {
    let listed = try #require(SamplePaper.articles.first)
    let document = SamplePaper.document(listed.id.rawValue)
    let opened = OpenedArticle(listed: listed, document: document, source: "Эхо")
    let phrases = Phrasebook(language: .ru, timeZone: .gmt)
    var points = 0
    for columns in 20...80 {
      for line in PlainArticle.lines(of: opened, phrases: phrases, columns: columns) {
        #expect(!line.hasPrefix("·"), "\(columns): \(line)")
        #expect(!line.contains("\u{A0}"))
        if line.hasSuffix(" ·") { points += 1 }
      }
    }
    #expect(points > 0)
  }
}
