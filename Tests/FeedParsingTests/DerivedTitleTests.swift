import FeedParsing
import Foundation
import Testing

@Suite struct DerivedTitleTests {
  private func title(_ title: String, description: String = "Пост о реке и мосте.") -> String? {
    let text =
      "<rss><channel><item><title>\(title)</title><guid>r1</guid><description>\(description)</description></item>"
      + "</channel></rss>"
    guard case .feed(let feed) = FeedParser.parse(Data(text.utf8), now: FeedFixtureTests.now) else {
      return nil
    }
    return feed.items.first?.title
  }

  @Test(
    "A title that nobody can see is none: the text's beginning stands in its place",
    arguments: [
      "", " ", "\u{200B}", "\u{2060}\u{2060}", "\u{FEFF}", "\u{AD}", "\u{3164}", "\u{A0}\u{200B} ",
      "\u{2800}", "&#8203;",
    ])
  func invisible(title: String) {
    #expect(self.title(title) == "Пост о реке и мосте.")
  }

  @Test("A title with anything to be seen stays", arguments: ["·", "—", "\u{200B}а", "№"])
  func visible(title: String) {
    #expect(self.title(title)?.contains(title.last ?? " ") == true)
  }

  @Test("A text that nobody can see gives no title either")
  func nothing() {
    #expect(title("\u{200B}", description: "\u{200B}\u{2060}") == "")
  }
}
