import Foundation
import Markup
import NewsModel

/// JSON of feeds: JSON Feed, or what WordPress's REST interface answers.
enum JSONReader {
  static func parse(_ text: String, address: WebAddress?, now: Date) -> FeedResult {
    guard let (value, isLenient) = JSONValue.parse(text) else { return .notAFeed(.otherJSON) }
    guard case .feed(var feed) = result(value, address, now) else { return result(value, address, now) }
    if isLenient { feed.warnings.append(.lenientJSON) }
    return .feed(feed)
  }

  private static func result(_ value: JSONValue, _ address: WebAddress?, _ now: Date) -> FeedResult {
    if let list = value.list { return WordPressReader.parse(list, address: address, now: now) }
    guard value["items"]?.list != nil, value["version"] != nil || value["title"] != nil else {
      return .notAFeed(.otherJSON)
    }
    return .feed(JSONFeedReader.feed(value, address: address, now: now))
  }
}
