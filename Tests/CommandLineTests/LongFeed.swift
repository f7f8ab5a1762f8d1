import Foundation
import TestSupport

/// A feed that grows: every visit finds new items on top, each with a text of some length.
enum LongFeed {
  /// Items with the numbers of a range, the greatest first.
  static func answer(name: String, items: Range<Int>, words: Int = 220) -> LoopbackAnswer {
    let text = String(repeating: "слово о деле и другое слово; ", count: words / 6)
    let entries = items.reversed().map { number in
      """
      <item><title>\(name): новость \(number)</title><link>http://127.0.0.1/\(name)/\(number)</link>\
      <guid isPermaLink="false">\(name)-\(number)</guid><content:encoded>\(number) \(text)</content:encoded></item>
      """
    }
    let feed =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>\(name)</title>"
      + entries.joined(separator: "\n") + "</channel></rss>"
    return LoopbackAnswer(headers: [("Content-Type", "application/rss+xml")], body: Data(feed.utf8))
  }

  /// Follows feeds, each as a site of its own, in the files of a home.
  static func follow(_ feeds: [(name: String, url: String)], home: String) throws {
    let folder = URL(fileURLWithPath: home).appendingPathComponent("config/sites")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, url) in feeds {
      let text = "name: \(name)\nhome: \(url)\nfeeds: [\"\(url)\"]\nrules: {feed_only: true}\n"
      try Data(text.utf8).write(to: folder.appendingPathComponent("\(name).yaml"))
    }
  }
}
