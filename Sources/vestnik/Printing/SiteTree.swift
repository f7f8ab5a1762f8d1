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
    for (index, section) in site.sections.enumerated() {
      let isLast = index == site.sections.count - 1 && site.feeds.isEmpty
      lines.append((isLast ? "└─ " : "├─ ") + row(section, discovery, phrases))
      for (childIndex, child) in section.sections.enumerated() {
        let branch = childIndex == section.sections.count - 1 ? "└─ " : "├─ "
        lines.append((isLast ? "   " : "│  ") + branch + row(child, discovery, phrases))
      }
    }
    for (index, feed) in site.feeds.enumerated() {
      lines.append(
        (index == site.feeds.count - 1 ? "└─ " : "├─ ") + feed.text + count(feed, discovery, phrases))
    }
    lines += discovery.leftOut.map { phrases.text(phrase(of: $0.reason), ["feed": $0.address.text]) }
    return lines
  }

  private static func row(_ section: Section, _ discovery: Discovery, _ phrases: Phrasebook) -> String {
    let address = section.feed ?? section.address
    return section.title + (address.map { "  \($0.text)" + count($0, discovery, phrases) } ?? "")
  }

  /// How much a feed brings.
  private static func count(_ feed: WebAddress, _ discovery: Discovery, _ phrases: Phrasebook) -> String {
    discovery.counts[feed].map { "  · \(phrases.text(.cliHeadlines, count: $0))" } ?? ""
  }

  private static func phrase(of reason: LeftOutFeed.Reason) -> Phrase {
    switch reason {
    case .comments: .cliLeftOutComments
    case .otherLanguage: .cliLeftOutOtherLanguage
    case .sameAsAnother: .cliLeftOutSameAsAnother
    case .selection: .cliLeftOutSelection
    }
  }
}
