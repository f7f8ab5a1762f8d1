import NewsModel
import Testing

@Suite("Sites and texts")
struct SiteTests {
  private func address(_ path: String) throws -> WebAddress {
    try #require(WebAddress("https://a.example\(path)"))
  }

  @Test("a refresh asks a section's feed rather than its page, each address once, and no page about the site")
  func sources() throws {
    let site = try Site(
      id: SiteID(rawValue: "a"), name: "А", home: address("/"),
      sections: [
        Section(title: "Главная", address: address("/")),
        Section(
          title: "Разделы",
          sections: [Section(title: "Наука", address: address("/s/"), feed: address("/s/rss"))]),
        Section(title: "Мир", address: address("/w/")), Section(title: "О нас", address: address("/about")),
      ],
      feeds: [address("/rss"), address("/s/rss")],
      pages: [Headline(title: "О нас", address: address("/about"))])
    #expect(site.sources.map(\.address.path) == ["/", "/s/rss", "/w/", "/rss"])
    #expect(site.sources.map(\.kind) == [.page, .feed, .page, .feed])
    #expect(site.sources.map(\.section?.rawValue) == [nil, "Разделы/Наука", "Мир", nil])
    #expect(site.section(SectionID(rawValue: "Разделы/Наука"))?.title == "Наука")
  }

  @Test("a followed feed asks for nothing but itself")
  func feedOnly() throws {
    let site = try Site(
      id: SiteID(rawValue: "a"), name: "А", home: address("/"), feeds: [address("/rss")],
      rules: SiteRules(isFeedOnly: true))
    #expect(site.sources.map(\.address.path) == ["/rss"])
  }

  @Test("a text's blocks become plain text with a blank line between them")
  func plainText() {
    let document = ArticleDocument(
      title: "Т",
      blocks: [
        .paragraph([Inline("Один "), Inline("два", style: .strong)]), .rule,
        .list(start: 1, items: [[.paragraph([Inline("а")])], [.paragraph([Inline("б")])]]),
        .table(Block.Table(rows: [[[Inline("x")], [Inline("y")]]])),
        .quotation([.paragraph([Inline("ц")])]),
      ])
    #expect(document.plainText == "Один два\n\nа\nб\n\nx\ty\n\nц")
  }
}
