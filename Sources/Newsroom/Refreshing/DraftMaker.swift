import FeedParsing
import Foundation
import Language
import NewsModel
import PageParsing

/// Turns what parsers understood into articles for the cache: identity, plain summary, sections, language.
struct DraftMaker {
  /// A summary longer than this is a text; the list shows its beginning.
  private static let summaryLimit = 600

  let site: Site
  let section: SectionID?

  /// The articles that a feed tells of: of a wiki's changes those that are none of its front page, its sections and its
  /// tools.
  func drafts(from feed: ParsedFeed) -> [ArticleDraft] {
    let whole = WholeText(of: feed)
    let aside = Set(site.pages.map(\.address)).subtracting([site.home])
    guard feed.items.count(where: { $0.address?.pageOfDifference != nil }) * 2 > feed.items.count else {
      return feed.items.compactMap { item in
        // Some engines tell of every page that they make.
        if let address = item.address, aside.contains(address) { return nil }
        return draft(from: item, of: feed, whole: whole)
      }
    }
    let places = WikiPlaces(of: site)
    return feed.items.compactMap { item in
      // What is no difference, beside them, tells of a page that was moved or taken down.
      guard let page = (item.address?.pageOfDifference ?? item.address).map(places.known),
        !places.hold(page, titled: item.title)
      else { return nil }
      return draft(fromChange: item, of: page, in: feed)
    }
  }

  /// The article that a wiki tells was changed: the change has a guid and a date, the article an address. What is told of
  /// the change, two versions side by side, is neither text nor summary; some wikis tell the page's beginning there.
  private func draft(fromChange item: ParsedItem, of page: WebAddress, in feed: ParsedFeed) -> ArticleDraft {
    let moment = item.published ?? item.modified
    return ArticleDraft(
      identity: "", address: page, title: item.title, summary: beginning(of: item), published: moment,
      isDayOnly: item.isDayOnly,
      modified: item.modified ?? moment,
      language: language(of: item.title, declared: item.language ?? feed.language),
      sections: [section].compactMap(\.self), teller: .feed, isTitleGuessed: item.isTitleDerived,
      isDateOfChange: true)
  }

  /// What a page begins with, after its title, where a change tells that, and not what was changed.
  private func beginning(of item: ParsedItem) -> String {
    guard let told = item.summary ?? item.contentHTML,
      !["<table", "<div", "<b>", "<ins", "[[", "{{"].contains(where: told.contains)
    else { return "" }
    let text = SummaryText.cleaned(item.plainSummary, of: item, limit: Self.summaryLimit)
    guard text.hasPrefix(item.title) else { return text }
    return text.dropFirst(item.title.count).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The article that an item of a feed tells of.
  func draft(from item: ParsedItem, of feed: ParsedFeed, whole: WholeText) -> ArticleDraft {
    let summary = SummaryText.cleaned(item.plainSummary, of: item, limit: Self.summaryLimit)
    let language = language(of: "\(item.title) \(summary)", declared: item.language ?? feed.language)
    let published = item.published ?? item.modified
    return ArticleDraft(
      identity: item.id ?? "", address: item.address, title: item.title,
      summary: summary == item.title ? "" : summary, authors: authors(of: item, in: feed), tags: item.tags,
      published: published, isDayOnly: item.isDayOnly, modified: item.modified, language: language,
      picture: item.picture ?? item.enclosures.first(where: \.isPicture)?.address,
      sections: sections(of: item),
      document: document(from: item, whole: whole, language: language), teller: .feed,
      isTitleGuessed: item.isTitleDerived, isDateOfChange: item.published == nil,
      areTagsSections: item.tags.allSatisfy { site.section(titled: $0) != nil })
  }

  /// The article that a headline of a page leads to.
  func draft(from headline: Headline, section: SectionID?) -> ArticleDraft {
    ArticleDraft(
      identity: "", address: headline.address, title: headline.title,
      summary: headline.summary ?? "", published: headline.published, isDayOnly: headline.isDayOnly,
      language: language(of: headline.title, declared: nil), picture: headline.picture,
      sections: [section].compactMap(\.self), teller: .list)
  }

  /// The section that the feed stands for, and those that the item's categories name.
  private func sections(of item: ParsedItem) -> [SectionID] {
    var result = [section].compactMap(\.self)
    for id in item.tags.compactMap({ site.section(titled: $0) }) where !result.contains(id) {
      result.append(id)
    }
    return result
  }

  /// Who wrote an item; a feed's or the site's name says nothing under a headline.
  private func authors(of item: ParsedItem, in feed: ParsedFeed) -> [String] {
    let known = [feed.title.lowercased(), site.name.lowercased()]
    return item.authors.filter { !known.contains($0.lowercased()) }
  }

  /// Text decides, for a site's articles may be in several languages; a declaration serves where it is too short.
  private func language(of text: String, declared: String?) -> String? {
    LanguageIdentifier.identify(text, declared: declared ?? site.language)
  }

  private func document(
    from item: ParsedItem, whole: WholeText, language: String?
  ) -> ArticleDocument? {
    guard let text = whole.html(of: item) else { return nil }
    let blocks = DocumentBuilder.blocks(fromHTML: text, base: item.base ?? item.address)
    guard blocks.contains(where: { !$0.plainText.isEmpty }) else { return nil }
    return ArticleDocument(
      title: item.title, authors: item.authors, published: item.published, isDayOnly: item.isDayOnly,
      modified: item.modified, language: language, tags: item.tags, picture: item.picture, blocks: blocks)
  }
}
