import Foundation
import Language
import Markup
import NewsModel

/// Reads what a news site's page shows: its name, menu, ticker, blocks of headlines, lists, feeds, pages about itself.
package enum SitePageReader {
  /// - Parameters:
  ///   - rules: the site file's selectors, which go before anything found here.
  ///   - timeZone: for dates that carry no zone; `nil`: UTC.
  ///   - now: for dates like «вчера в 20:41».
  package static func site(
    in page: PageText, rules: SiteRules = SiteRules(), timeZone: ClockZone? = nil, now: Date
  ) -> SitePage {
    SiteReading(context: PageContext(page, rules: rules, timeZone: timeZone, now: now)).read()
  }

  /// Whether a section is called as archives are, which may bring news or lead to years alone.
  package static func isArchive(_ title: String) -> Bool { LinkKinds.isArchive(title) }

  /// Whether a page is about the site itself, by its title and address: its editors, its rules, how to reach them.
  package static func isAboutSite(_ title: String, _ address: WebAddress) -> Bool {
    LinkKinds.isAboutSite(title, address)
  }
}

/// One reading of one page.
private struct SiteReading {
  let context: PageContext

  func read() -> SitePage {
    guard context.document.count > 1 else { return SitePage() }
    var site = SitePage()
    site.name = SiteName(context: context).find()
    let groups = HeadlineReader(context: context).read()
    let told = Set(
      groups.flatMap(\.headlines).filter { $0.title.spaceCount >= 3 }.map { LinkKinds.key($0.address) })
    if let menu = MenuReader(context: context, articles: told).read() {
      site.sections = menu.sections
      site.evidence.append(PageEvidence(field: "menu", rule: menu.rule))
    }
    site.feedLinks = FeedLinks(context: context).find()
    site.nextPage = NextPage(context: context).find()
    site.pages = aboutPages()
    site.date = mastheadDate()
    readHeadlines(groups, into: &site)
    let titles = (site.front.ticker + site.front.blocks.flatMap(\.headlines)).prefix(40).map(\.title)
    site.language = language(of: titles)
    return site
  }

  /// What the page declares, where some of its headlines are in it; else the language of most.
  private func language(of titles: [String]) -> String? {
    let declared = context.language(of: "")
    var counts: [String: Int] = [:]
    for title in titles {
      if let language = LanguageIdentifier.identify(title) { counts[language, default: 0] += 1 }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let declared else { return most?.key }
    guard let most, !declared.lowercased().hasPrefix(most.key), most.value * 2 > counts.values.reduce(0, +)
    else {
      return declared
    }
    return most.key
  }

  private func readHeadlines(_ groups: [HeadlineReader.Group], into site: inout SitePage) {
    let sections = Set(
      site.sections.flatMap { [$0] + $0.sections }.compactMap { $0.address.map(LinkKinds.key) })
    var blocks: [FrontPage.Block] = []
    for group in groups {
      let headlines = group.headlines.filter { !sections.contains(LinkKinds.key($0.address)) }
      guard !headlines.isEmpty else { continue }
      switch group.kind {
      case .ticker: site.front.ticker += headlines
      case .top: site.front.top += headlines
      case .related: site.related += headlines
      case .block:
        blocks.append(FrontPage.Block(title: group.title, address: group.address, headlines: headlines))
      }
    }
    site.front.blocks = blocks
    override(&site)
    site.front.ticker = Self.once(site.front.ticker)
    site.front.top = Self.once(site.front.top)
    site.related = Self.once(site.related)
    site.front.blocks = folded(site.front.blocks)
  }

  /// What the site file's selectors name replaces what was found.
  private func override(_ site: inout SitePage) {
    func headlines(_ role: SiteRules.Role) -> [Headline]? {
      guard let nodes = context.rules.nodes(role) else { return nil }
      let groups = HeadlineReader(context: context).read()
      return groups.flatMap { group in
        group.headlines.filter { _ in
          nodes.contains { $0 <= group.node && group.node < context.document.end($0) }
        }
      }
    }
    if let found = headlines(.ticker) { site.front.ticker = found }
    if let found = headlines(.top) { site.front.top = found }
    if let found = headlines(.related) { site.related = found }
    if let nodes = context.rules.nodes(.block) {
      let groups = HeadlineReader(context: context).read()
      site.front.blocks = groups.filter { group in
        nodes.contains { $0 <= group.node && group.node < context.document.end($0) }
      }.map { FrontPage.Block(title: $0.title, address: $0.address, headlines: $0.headlines) }
    }
  }

  /// Each address once; the fuller headline wins.
  private static func once(_ headlines: [Headline]) -> [Headline] {
    var places: [String: Int] = [:]
    var result: [Headline] = []
    for headline in headlines {
      let key = LinkKinds.key(headline.address)
      guard let place = places[key] else {
        places[key] = result.count
        result.append(headline)
        continue
      }
      if result[place].published == nil {
        (result[place].published, result[place].isDayOnly) = (headline.published, headline.isDayOnly)
      }
      if result[place].section == nil { result[place].section = headline.section }
    }
    return result
  }

  /// Blocks of one title become one; copies for narrow screens vanish.
  private func folded(_ blocks: [FrontPage.Block]) -> [FrontPage.Block] {
    var places: [String: Int] = [:]
    var result: [FrontPage.Block] = []
    for block in blocks {
      let key = Folding.label(block.title)
      if let place = places[key] {
        result[place].headlines += block.headlines
      } else {
        places[key] = result.count
        result.append(block)
      }
    }
    return result.map {
      FrontPage.Block(title: $0.title, address: $0.address, headlines: Self.once($0.headlines))
    }
  }

  private func aboutPages() -> [Headline] {
    let document = context.document
    let kinds = LinkKinds(address: context.page.address)
    var seen: Set<String> = []
    var result: [Headline] = []
    for index in 1..<document.count where document.name(index) == .a {
      let length = document.textRange(index).count
      guard length > 2, length < 160,
        let address = context.addresses[index],
        kinds.isOwn(address)
      else { continue }
      let title = context.line(index, limit: 80)
      guard title.count >= 3, title.count < 60, LinkKinds.isAboutSite(title, address),
        !LinkKinds.looksLikeArticle(address) || title.count < 30,
        seen.insert(LinkKinds.key(address)).inserted
      else { continue }
      result.append(Headline(title: title, address: address))
      if result.count >= 20 { break }
    }
    return result
  }

  private func isOfArticle(_ node: Int) -> Bool {
    var node = node
    while node > 0 {
      if context.document.name(node) == .article { return true }
      node = context.document.parent(node)
    }
    return false
  }

  private func mastheadDate() -> Date? {
    let document = context.document
    for index in 1..<document.count where context.measures.hints[index].contains(.dateline) {
      guard context.measures.length[index] < 80, !context.measures.isVoid[index] else { continue }
      if let date = context.dates.firstDate(in: context.visibleLine(index, limit: 100)) { return date }
    }
    if let day = Masthead(context: context).day, document.isText(day) || !isOfArticle(day) {
      return context.dates.firstDate(in: context.spacedLine(day, limit: 100))
    }
    guard let header = document.first(.header)?.index else { return nil }
    for index in header..<document.end(header) where document.isText(index) {
      let length = context.measures.length[index]
      guard length > 7, length < 50 else { continue }
      let text = context.line(index)
      if text.contains(where: \.isNumber), let date = context.dates.firstDate(in: text) { return date }
    }
    return nil
  }
}
