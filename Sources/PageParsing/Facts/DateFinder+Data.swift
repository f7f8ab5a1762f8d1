import Foundation
import Language
import Markup
import NewsModel

/// Dates that a page states for machines: linked data, meta elements, microdata and RDFa, script state, its address.
extension DateFinder {
  static let publishedNames = [
    "article:published_time", "og:article:published_time", "datepublished", "article.published", "bt:pubdate",
    "og:published_time", "og:pubdate", "pubdate", "publish_date", "publish-date", "publishdate",
    "publicationdate",
    "publication_date", "published", "published_time", "published-date", "published_date", "publisheddate",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created",
    "dc.date", "dc:date", "dcterms.date", "dc.created", "dcsext.articlefirstpublished",
    "citation_publication_date",
    "citation_online_date", "citation_date", "prism.publicationdate", "article_date_original",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "video:release_date", "ptime",
    "rnews:datepublished",
    "article:publicationdate", "mediator_published_time", "article:published", "article:create_time",
    "pub_date", "shareaholic:article_published_time", "date_published", "eomportal-firstpublished",
    "doc_date",
    "datecreated", "field-name-post-date",
  ]

  /// Names under which a page tells of a day without saying which: that of the printed edition, of the last change.
  static let vagueNames = ["date", "created", "creation_date", "timestamp"]

  static let modifiedNames = [
    "article:modified_time", "og:updated_time", "datemodified", "dc.date.modified", "dcterms.modified",
    "last-modified",
    "modified", "lastmod", "modificationdate", "updated_time", "date_modified", "revision_date", "moddate",
  ]

  func fromData(_ names: [String]) -> Found? {
    for thing in [context.linked.article, context.linked.page].compactMap({ $0 }) {
      for name in names {
        if let text = thing.string(name), let found = parse(text, rule: "json-ld \(name)") { return found }
      }
    }
    return nil
  }

  func fromMeta(_ names: [String]) -> Found? {
    for name in names {
      if let value = context.meta.first([name])?.value, let found = parse(value, rule: name) { return found }
    }
    return nil
  }

  /// The first value of each name that tells of publication.
  func everyPublishedMeta() -> [Found] {
    (Self.publishedNames + Self.vagueNames).compactMap { name in
      context.meta.first([name]).flatMap { parse($0.value, rule: name) }
    }
  }

  /// Microdata's `itemprop` and RDFa's `property`, by their last words in lower case; those of comments and of other
  /// articles are theirs.
  func fromProperty(_ names: Set<String>) -> Found? {
    let document = context.document
    for index in 1..<max(1, document.count) where document.isElement(index) && document.name(index) != .meta {
      guard let name = property(index, of: names),
        !place.isForeign(index, [.comments, .related, .top, .ticker]),
        let date = fromElement(index, rule: name), !place.isBesideHeadline(index)
      else { continue }
      return date
    }
    return nil
  }

  private func property(_ index: Int, of names: Set<String>) -> String? {
    for attribute in [HTMLName.itemprop, .property] {
      guard let value = context.document.attribute(attribute, of: index), value.utf8.count < 400 else {
        continue
      }
      for word in value.lowercased().split(whereSeparator: \.isWhitespace) {
        if let last = word.split(whereSeparator: { $0 == ":" || $0 == "/" || $0 == "#" }).last,
          names.contains(String(last))
        {
          return "\(attribute.spelling) \(last)"
        }
      }
    }
    return nil
  }

  /// The day of publication in a script's state, beside the article's own title.
  func fromScripts() -> Found? {
    let subject = PageSubject(context.page, meta: context.meta)
    for story in ScriptState(context.document).objects(where: { subject.bears($0) }) {
      for name in Self.stateNames {
        if let text = story[name], let found = parse(text, rule: "script \(name)") { return found }
      }
    }
    return nil
  }

  /// Names of members of a state, without signs and in lower case.
  private static let stateNames = [
    "publishedat", "publisheddate", "datepublished", "publishdate", "publicationdate", "publishtime",
    "publishedtime", "publishedon", "firstpublished", "firstpublisheddate", "firstpublicationdate", "pubdate",
    "displaydate", "published", "createdat", "datecreated", "createddate", "creationdate", "created", "date",
  ]

  /// `/2024/12/13/` and `2024-12-13` in the page's own address.
  func fromAddress() -> Found? {
    for text in addresses() {
      if let date = AddressDate.date(in: text), let good = plausible(date) {
        return Found(date: good, hasTime: false, offset: nil, rule: "address")
      }
    }
    return nil
  }

  func addresses() -> [String] {
    [context.page.address?.text, canonicalAddress()].compactMap { $0 }
  }

  private func canonicalAddress() -> String? {
    let document = context.document
    for index in 0..<document.count where document.name(index) == .link {
      if document.attribute(.rel, of: index)?.lowercased() == "canonical" {
        return document.attribute(.href, of: index)
      }
    }
    return context.meta.first(["og:url"])?.value
  }
}
