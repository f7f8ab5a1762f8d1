import NewsModel

/// A followed site as JSON.
struct SiteDescription: Encodable {
  struct Entry: Encodable {
    let title: String
    let url: String?
    let feedURL: String?
    let sections: [Entry]

    enum CodingKeys: String, CodingKey {
      case title
      case url
      case feedURL = "feed_url"
      case sections
    }

    init(_ section: Section) {
      title = section.title
      url = section.address?.shown
      feedURL = section.feed?.shown
      sections = section.sections.map(Entry.init)
    }
  }

  let id: String
  let name: String
  let home: String
  let language: String?
  let folder: [String]?
  let sections: [Entry]
  let feeds: [String]

  init(_ site: Site) {
    id = site.id.rawValue
    name = site.name
    home = site.home.shown
    language = site.language
    folder = site.folder.isEmpty ? nil : site.folder
    sections = site.sections.map(Entry.init)
    feeds = site.feeds.map(\.shown)
  }
}
