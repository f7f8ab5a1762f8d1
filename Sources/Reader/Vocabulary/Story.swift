import Foundation
import NewsModel

/// What leads to an article: its number in the cache, or a line of a page that no feed has told of yet.
package enum ArticleReference: Hashable, Sendable {
  case kept(ArticleID)
  case headline(Headline, site: SiteID)
}

/// A row of any list of the reader: a kept article, or a headline that a page showed.
///
/// Whether it is read or saved is not told here but by `Shelf`, once for all lists.
package struct Story: Hashable, Sendable {
  /// What opening the row opens.
  package var reference: ArticleReference
  /// One plain line.
  package var title: String
  /// Plain text; empty when there is none.
  package var summary: String
  /// The title of the section it stands under.
  package var section: String?
  /// The name of the site, where a list mixes several.
  package var source: String?
  /// When it appeared; `nil` when nobody told.
  package var date: Date?
  /// Whether `date` is a day without an hour.
  package var isDayOnly: Bool
  /// BCP 47; `nil` when it is not known.
  package var language: String?

  package init(
    reference: ArticleReference, title: String, summary: String = "", section: String? = nil,
    source: String? = nil, date: Date? = nil, isDayOnly: Bool = false, language: String? = nil
  ) {
    self.reference = reference
    self.title = title
    self.summary = summary
    self.section = section
    self.source = source
    self.date = date
    self.isDayOnly = isDayOnly
    self.language = language
  }

  /// A kept article as a row; its section is the first one it stands under.
  package init(_ listed: ListedArticle, source: String? = nil) {
    let section = listed.article.sections.first?.rawValue
    self.init(
      reference: .kept(listed.id), title: listed.article.title, summary: listed.article.summaryLine,
      section: section.map { String($0.split(separator: "/").last ?? "") }, source: source,
      date: listed.article.date, isDayOnly: listed.article.isDayOnly, language: listed.article.language)
  }

  /// A line of a site's front page as a row.
  package init(_ line: FrontLine, site: SiteID) {
    switch line {
    case .kept(let listed): self.init(listed)
    case .headline(let headline): self.init(headline, site: site)
    }
  }

  /// A line of a page as a row.
  package init(_ headline: Headline, site: SiteID) {
    self.init(
      reference: .headline(headline, site: site), title: headline.title, summary: headline.summary ?? "",
      section: headline.section, date: headline.published, isDayOnly: headline.isDayOnly)
  }
}
