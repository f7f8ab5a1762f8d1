import NewsModel

/// Where a section's feed stands that no page names: beside the section's page as the site's own stands beside the front
/// page. Engines that make feeds make them for sections too (WordPress `/gorod/feed/` and `/?cat=3&feed=rss2`, Hugo
/// `/gorod/index.xml`), and a feed is answered "not modified" where a page seldom is.
enum SectionFeeds {
  /// What stands behind the front page's address where an engine makes the feed; other names are that feed's alone.
  private static let names: Set<String> = [
    "feed", "feed/", "feed/rss", "feed/rss/", "feed/rss2/", "feed/atom", "feed/atom/", "rss", "rss/",
    "rss.xml",
    "feed.xml", "index.xml", "index.rss", "atom.xml", "feed.rss", "feed.atom", "feed.json", "?feed=rss2",
    "?feed=rss", "?feed=atom", "?format=feed&type=rss", "?format=feed&type=atom",
  ]

  /// - Returns: `nil` where the site's feed stands elsewhere, or beside this page nothing can stand.
  static func address(
    beside section: WebAddress, as feed: WebAddress, beside home: WebAddress
  ) -> WebAddress? {
    let (page, front) = (section.withoutFragment.text, folder(home.withoutFragment.text))
    guard section.host == home.host, feed.text.hasPrefix(front) else { return nil }
    let told = feed.text.dropFirst(front.count)
    let name = String(told.hasPrefix("index.php?") ? told.dropFirst(9) : told)
    guard names.contains(name) else { return nil }
    if name.hasPrefix("?") {
      return WebAddress(page.contains("?") ? "\(page)&\(name.dropFirst())" : page + name)
    }
    guard !page.contains("?"), folder(page) != front,
      page.hasSuffix("/") || section.path.split(separator: "/").last?.contains(".") == false
    else { return nil }
    return WebAddress(folder(page) + name)
  }

  private static func folder(_ text: String) -> String { text.hasSuffix("/") ? text : text + "/" }
}
