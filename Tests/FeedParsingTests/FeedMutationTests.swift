import FeedParsing
import Foundation
import NewsModel
import TestSupport
import Testing

/// Documents damaged at random: whatever the bytes, a value comes back, and nothing hostile is in it.
@Suite struct FeedMutationTests {
  @Test("No damage crashes the parser or lets through what must not reach a screen")
  func noDamageGetsThrough() async throws {
    var random = SeededGenerator(seed: 20_260_121)
    let sources = try FeedFixtureTests.cases.map { try Data(contentsOf: $0.source) }
    var slowest = Duration.zero
    for await _ in Stress.rounds(50_000) {
      var bytes = sources[Int.random(in: 0..<sources.count, using: &random)]
      let other = sources[Int.random(in: 0..<sources.count, using: &random)]
      for _ in 0..<Int.random(in: 1...8, using: &random) { Self.damage(&bytes, with: other, using: &random) }
      guard bytes.count <= 256 << 10 else { continue }
      let elapsed = TimeBound.time { _ = FeedParser.parse(bytes, now: FeedFixtureTests.now) }
      #expect(elapsed <= TimeBound.oneInput, "\(bytes.count) bytes")
      slowest = max(slowest, elapsed)
      check(FeedParser.parse(bytes, now: FeedFixtureTests.now))
    }
    Stress.tell("mutated feeds: \(Stress.count(50_000)), the slowest \(TimeBound.text(slowest))")
  }

  private func check(_ result: FeedResult) {
    switch result {
    case .feed(let feed):
      #expect(Self.isClean(feed.title) && Self.isClean(feed.subtitle))
      for item in feed.items {
        #expect(!item.identity.isEmpty)
        #expect(
          Self.isClean(item.title) && item.tags.allSatisfy(Self.isClean)
            && item.authors.allSatisfy(Self.isClean))
        for html in [item.summary, item.contentHTML, item.fullText] {
          #expect(html.map { Self.isClean($0, allowing: "\n\t") } ?? true)
        }
        for address in [item.address, item.picture, item.comments] + item.enclosures.map(\.address) {
          #expect(address.map { $0.scheme.hasPrefix("http") } ?? true)
        }
      }
      #expect((try? JSONFeedWriter.data(feed)) != nil)
    case .outlines(let list): #expect((try? OPML.json(list)) != nil && Self.isClean(list.title))
    case .terms(let terms): #expect(terms.sections.count <= terms.count)
    case .sitemapIndex, .notAFeed: break
    }
  }

  private static func isClean(_ text: String) -> Bool { isClean(text, allowing: "") }

  private static func isClean(_ text: String, allowing allowed: String) -> Bool {
    let allowed = allowed.unicodeScalars
    return text.unicodeScalars.allSatisfy { !CleanText.isRefused($0) || allowed.contains($0) }
  }

  private static func damage(_ bytes: inout Data, with other: Data, using random: inout SeededGenerator) {
    guard bytes.count > 1 else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let length = min(bytes.count - place, Int.random(in: 1...200, using: &random))
    switch Int.random(in: 0..<9, using: &random) {
    case 0: bytes[bytes.startIndex + place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(place..<place + length)
    case 2: bytes.insert(contentsOf: bytes.subdata(in: place..<place + length), at: place)
    case 3: bytes = bytes.prefix(place) + other.suffix(min(other.count, length * 20))
    case 4: bytes = Data(bytes.prefix(max(1, place)))
    case 5:
      bytes.insert(contentsOf: Self.poison[Int.random(in: 0..<Self.poison.count, using: &random)], at: place)
    case 6: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
    case 7: bytes.insert(contentsOf: [UInt8](repeating: bytes[place], count: length * 10), at: place)
    default:
      let from = Int.random(in: 0..<other.count, using: &random)
      bytes.insert(contentsOf: other[from..<min(other.count, from + length)], at: place)
    }
    bytes = Data(bytes)
  }

  private static let poison: [Data] = [
    "<", ">", "&", "&#0;", "&#x1B;", "&#xD800;", "&#99999999999;", "\u{0}", "\u{1B}[2J", "\u{202E}",
    "\u{2066}",
    "]]>", "<![CDATA[", "<!--", "-->", "<?", "?>", "<!DOCTYPE x [<!ENTITY a 'b'>", "</item>", "<item>",
    "</channel>",
    "</rss>", "<link>javascript:x</link>", "<link>file:///etc/passwd</link>", "\"", "'", "=", "/>",
    "xmlns:x='", ":",
    "\\u001b", "\\ud800", "{", "}", "[", "]", "\u{FEFF}", "<a:b:c>", "<1>", "&amp;#27;",
    "xml:base='http://[/'",
  ].map { Data($0.utf8) }
}
