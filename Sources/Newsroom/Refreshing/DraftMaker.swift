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

  /// The article that an item of a feed tells of.
  func draft(from item: ParsedItem, of feed: ParsedFeed, whole: WholeText) -> ArticleDraft {
    let summary = CleanText.line(item.plainSummary, limit: Self.summaryLimit)
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
      language: language(of: headline.title, declared: nil), sections: [section].compactMap(\.self),
      teller: .list)
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
