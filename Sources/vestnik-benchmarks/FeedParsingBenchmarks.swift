import FeedParsing
import Foundation

/// How fast feeds are read: megabytes a second of RSS, from bytes to a parsed feed.
enum FeedParsingBenchmarks {
  static var tasks: [Benchmark] {
    let megabyte = 1_000_000
    var tasks = [
      reading("feeds/rss-utf-8", feed(bytes: 4 * megabyte, encoding: .utf8)),
      reading("feeds/rss-windows-1251", feed(bytes: 4 * megabyte, encoding: .windowsCP1251)),
      reading(
        "feeds/rss-malformed", feed(bytes: 4 * megabyte, encoding: .utf8, flaw: "<x>&nbsp;a & b <br></x>")),
    ]
    for size in [1, 2, 4, 8] {
      let bytes = feed(bytes: size * megabyte, encoding: .windowsCP1251)
      tasks.append(reading("feeds/linear-\(size)MB", bytes))
    }
    return tasks
  }

  private static func reading(_ name: String, _ bytes: Data) -> Benchmark {
    let now = Date(timeIntervalSince1970: 1_780_000_000)
    return Benchmark(name: name, size: bytes.count, unit: "B") {
      guard case .feed(let feed) = FeedParser.parse(bytes, now: now) else { return 0 }
      return feed.items.count
    }
  }

  /// RSS 2.0 with a title, a teaser and a text of some two kilobytes an item.
  private static func feed(bytes: Int, encoding: String.Encoding, flaw: String = "") -> Data {
    let label = encoding == .utf8 ? "utf-8" : "windows-1251"
    let prose = String(decoding: Prose.russian(bytes: 400_000), as: UTF8.self)
    let paragraphs = prose.split(separator: "\n")
    var text = "<?xml version=\"1.0\" encoding=\"\(label)\"?><rss version=\"2.0\""
    text += " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Лента</title>"
    var data = text.data(using: encoding) ?? Data()
    var number = 0
    while data.count < bytes {
      let some = (0..<4).map { paragraphs[(number * 5 + $0) % paragraphs.count] }
      number += 1
      var item = "<item><title>\(some[0].prefix(60))</title><link>https://lenta.example/\(number)</link>"
      item += "<guid>https://lenta.example/\(number)</guid><pubDate>Wed, 21 Jan 2026 12:05:00 +0500</pubDate>"
      item += "<description>\(some[1])\(flaw)</description><content:encoded><![CDATA["
      item += some.map { "<p>\($0)</p>" }.joined(separator: "\n") + "]]></content:encoded></item>\n"
      data += item.data(using: encoding, allowLossyConversion: true) ?? Data()
    }
    return data + Data("</channel></rss>".utf8)
  }
}
