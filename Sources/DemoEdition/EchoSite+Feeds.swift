extension EchoSite {
  /// How many items a feed carries.
  private static let feedLength = 20

  /// RSS 2.0 of a section, or of the whole site.
  func feedText(of section: EchoSection?, isWindows1251: Bool) -> String {
    let chosen = articles.filter { section == nil || $0.section == section }.prefix(Self.feedLength)
    let title = section.map { "\($0.title) — Эхо" } ?? "Эхо"
    let link = section.map { "/\($0.slug)/" } ?? "/"
    return """
      <?xml version="1.0" encoding="\(isWindows1251 ? "windows-1251" : "utf-8")"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xml:base="\(home)">
      <channel>
      <title>\(EchoText.escape(title))</title>
      <link>\(home)\(link.dropFirst())</link>
      <description>Новости Заречинска и области</description>
      <language>ru</language>
      <ttl>30</ttl>
      \(chosen.map(item).joined(separator: "\n"))
      </channel>
      </rss>

      """
  }

  private func item(_ article: EchoArticle) -> String {
    let author = article.author.map { "<dc:creator>\(EchoText.escape($0))</dc:creator>" } ?? ""
    let picture = article.picture.map { name in
      let count = response(path: "/pictures/\(name)")?.bytes.count ?? 0
      return #"<enclosure url="/pictures/\#(name)" type="image/png" length="\#(count)"/>"#
    }
    let tags = article.tags.map { "<category>\(EchoText.escape($0))</category>" }.joined()
    return """
      <item>
      <title>\(EchoText.escape(article.title))</title>
      <link>\(article.path)</link>
      <guid isPermaLink="false">echo:\(article.slug)</guid>
      <pubDate>\(calendar.text(calendar.published(article), .rfc822))</pubDate>
      <description>\(EchoText.escape(article.summary))</description>
      \(author)\(tags)\(picture ?? "")
      </item>
      """
  }
}
