import NewsModel
import Newsroom
import Phrases

/// What `vestnik add` found, as a tree for people.
struct SiteTree: Sendable {
  let discovery: Discovery
  let phrases: Phrasebook

  init(_ discovery: Discovery, phrases: Phrasebook) {
    self.discovery = discovery
    self.phrases = phrases
  }

  /// The tree: name, facts, sections and feeds with what they bring, what is left out and why.
  var lines: [String] {
    let site = discovery.site
    let facts = [
      "language": site.language ?? "—", "headlines": phrases.text(.cliHeadlines, count: discovery.headlines),
    ]
    let head = [
      "\(site.name)  \(site.home.text)",
      phrases.text(discovery.isFeed ? .cliFoundFeed : .cliFoundSite, facts),
    ]
    return head + SiteChoice.lines(of: discovery).map { branch(of: $0) + text(of: $0) }
  }

  /// What stands behind a branch of the tree.
  func text(of line: SiteChoice.Line) -> String {
    let sections = discovery.site.sections
    switch line {
    case .section(let place): return row(sections[place])
    case .subsection(let place, let inner): return row(sections[place].sections[inner])
    case .feed(let feed): return feed.text + count(feed)
    case .leftOut(let feed): return phrases.text(phrase(of: feed.reason), ["feed": feed.address.text])
    }
  }

  private func branch(of line: SiteChoice.Line) -> String {
    let site = discovery.site
    func isLastSection(_ place: Int) -> Bool { place == site.sections.count - 1 && site.feeds.isEmpty }
    switch line {
    case .section(let place): return isLastSection(place) ? "└─ " : "├─ "
    case .subsection(let place, let inner):
      let isLast = inner == site.sections[place].sections.count - 1
      return (isLastSection(place) ? "   " : "│  ") + (isLast ? "└─ " : "├─ ")
    case .feed(let feed): return feed == site.feeds.last ? "└─ " : "├─ "
    case .leftOut: return ""
    }
  }

  private func row(_ section: Section) -> String {
    let address = section.feed ?? section.address
    return section.title + (address.map { "  \($0.text)" + count($0) } ?? "")
  }

  /// How much a source brings.
  private func count(_ source: WebAddress) -> String {
    discovery.counts[source].map { "  · \(phrases.text(.cliHeadlines, count: $0))" } ?? ""
  }

  private func phrase(of reason: LeftOutFeed.Reason) -> Phrase {
    switch reason {
    case .comments: .cliLeftOutComments
    case .otherLanguage: .cliLeftOutOtherLanguage
    case .sameAsAnother: .cliLeftOutSameAsAnother
    case .selection: .cliLeftOutSelection
    }
  }
}
