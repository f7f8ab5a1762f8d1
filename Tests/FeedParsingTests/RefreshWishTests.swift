import FeedParsing
import Foundation
import Testing

@Suite struct RefreshWishTests {
  private func feed(_ head: String) -> RefreshWish? {
    let text = "<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>\(head)</channel></rss>"
    guard case .feed(let feed) = FeedParser.parse(Data(text.utf8), now: FeedFixtureTests.now) else {
      return nil
    }
    return feed.refresh
  }

  @Test(
    "A feed's time to live is kept within a minute and a month",
    arguments: [
      ("60", 3600), ("0", nil), ("-5", nil), ("много", nil), ("999999999999", 2_592_000), ("1", 60),
    ] as [(String, Int64?)])
  func timeToLiveIsBounded(text: String, seconds: Int64?) {
    #expect(feed("<ttl>\(text)</ttl>")?.interval?.components.seconds == seconds)
  }

  @Test("The syndication module counts where there is no time to live")
  func syndicationCountsSecond() {
    let daily = "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
    #expect(feed(daily)?.interval == .seconds(21_600))
    #expect(feed(daily + "<ttl>15</ttl>")?.interval == .seconds(900))
    #expect(
      feed("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>")?.interval
        == .seconds(3600))
  }

  @Test("Quiet hours and days are those of UTC")
  func quietHours() throws {
    let wish = try #require(
      feed("<skipHours><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>"))
    let wednesday = Date(timeIntervalSince1970: 1_768_953_600)  // 2026-01-21T00:00:00Z
    #expect(!wish.isQuiet(at: wednesday))
    #expect(wish.isQuiet(at: wednesday + 3 * 3600 + 10))
    #expect(wish.isQuiet(at: wednesday + 4 * 86_400))
  }
}
