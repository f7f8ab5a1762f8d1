import NewsModel
import Newsroom
import Phrases

/// What `vestnik add` found, as a tree for people.
enum SiteTree {
  static func lines(of discovery: Discovery, phrases: Phrasebook) -> [String] {
    let site = discovery.site
    var lines = ["\(site.name)  \(site.home.text)"]
    let facts = [
      "language": site.language ?? "—", "headlines": phrases.text(.cliHeadlines, count: discovery.headlines),
    ]
    lines.append(phrases.text(discovery.isFeed ? .cliFoundFeed : .cliFoundSite, facts))
    let isPage = Set(site.pages.map(\.address))
    for (index, section) in site.sections.enumerated() {
      let isLast = index == site.sections.count - 1 && site.feeds.isEmpty
      lines.append((isLast ? "└─ " : "├─ ") + row(section, isPage: isPage))
      for (childIndex, child) in section.sections.enumerated() {
        let branch = childIndex == section.sections.count - 1 ? "└─ " : "├─ "
        lines.append((isLast ? "   " : "│  ") + branch + row(child, isPage: isPage))
      }
    }
    for (index, feed) in site.feeds.enumerated() {
      lines.append((index == site.feeds.count - 1 ? "└─ " : "├─ ") + feed.text)
    }
    return lines
  }

  private static func row(_ section: Section, isPage: Set<WebAddress>) -> String {
    let address = section.feed ?? section.address
    return section.title + (address.map { "  \($0.text)" } ?? "")
  }
}
