import Foundation
import Language
import NewsModel

/// What `vestnik inspect article` and `inspect site` print: JSON Feed 1.1 shapes, our own words under `_vestnik`.
package enum PageJSON {
  /// One item of JSON Feed 1.1.
  ///
  /// - Parameter page: the page the article was read from: gives the address where the article names none.
  package static func article(_ article: ExtractedArticle, page: PageText) -> Data {
    let document = article.document
    let address = (article.canonical ?? page.address)?.text
    var item = JSONObject()
    item["id"] = address ?? document.title
    item["url"] = address
    item["title"] = document.title
    item["content_html"] = BlockHTML().html(document.blocks)
    item["content_text"] = RunningText.text(document.blocks)
    item["summary"] = document.summary
    item["image"] = document.picture?.text
    item["date_published"] = document.published.map { RFC3339.text($0, offset: article.zoneOffset ?? 0) }
    item["date_modified"] = document.modified.map { RFC3339.text($0, offset: article.zoneOffset ?? 0) }
    if !document.authors.isEmpty { item["authors"] = document.authors.map { ["name": $0] } }
    if !document.tags.isEmpty { item["tags"] = document.tags }
    item["language"] = document.language
    var own = JSONObject()
    own["site"] = article.siteName
    own["next_page"] = article.nextPage?.text
    own["charset"] = page.charset.isEmpty ? nil : page.charset
    own["related"] = document.related.map(headline)
    own["top"] = document.top.map(headline)
    own["evidence"] = article.evidence.map { ["field": $0.field, "rule": $0.rule] }
    if !article.removed.isEmpty {
      own["removed"] = article.removed.map { ["rule": $0.rule, "text": $0.text] }
    }
    if !article.lines.told.isEmpty {
      own["lines"] = article.lines.told.map {
        ["text": $0.text, "kept": $0.isKept, "rule": $0.rule] as [String: Any]
      }
      own["line_counts"] = ["kept": article.lines.kept, "removed": article.lines.removed]
    }
    item["_vestnik"] = own.values
    return item.data
  }

  /// What a site's page shows.
  package static func site(_ site: SitePage, page: PageText) -> Data {
    var object = JSONObject()
    object["name"] = site.name
    object["language"] = site.language
    object["sections"] = site.sections.map(section)
    object["ticker"] = site.front.ticker.map(headline)
    object["top"] = site.front.top.map(headline)
    object["related"] = site.related.map(headline)
    object["blocks"] = site.front.blocks.map { block in
      var values = JSONObject()
      values["title"] = block.title
      values["url"] = block.address?.text
      values["headlines"] = block.headlines.map(headline)
      return values.values
    }
    object["feeds"] = site.feeds.map(\.text)
    object["warnings"] = [String]()
    var own = JSONObject()
    own["pages"] = site.pages.map(headline)
    own["date"] = site.date.map { RFC3339.text($0, offset: 0) }
    own["next_page"] = site.nextPage?.text
    own["charset"] = page.charset.isEmpty ? nil : page.charset
    own["evidence"] = site.evidence.map { ["field": $0.field, "rule": $0.rule] }
    object["_vestnik"] = own.values
    return object.data
  }

  private static func section(_ section: Section) -> [String: Any] {
    var object = JSONObject()
    object["title"] = section.title
    object["url"] = section.address?.text
    object["feed_url"] = section.feed?.text
    if !section.sections.isEmpty { object["sections"] = section.sections.map(Self.section) }
    return object.values
  }

  /// An item for a page without an article: the warning says so.
  package static func noArticle(page: PageText) -> Data {
    var item = JSONObject()
    item["id"] = page.address?.text ?? ""
    item["url"] = page.address?.text
    item["content_text"] = ""
    item["_vestnik"] = ["warnings": ["no-article"]]
    return item.data
  }

  static func headline(_ headline: Headline) -> [String: Any] {
    var object = JSONObject()
    object["title"] = headline.title
    object["url"] = headline.address.text
    object["date_published"] = headline.published.map { RFC3339.text($0, offset: 0) }
    object["section"] = headline.section
    object["summary"] = headline.summary
    return object.values
  }
}

/// An object that leaves out what is `nil`.
struct JSONObject {
  private(set) var values: [String: Any] = [:]

  subscript(name: String) -> Any? {
    get { values[name] }
    set { if let newValue { values[name] = newValue } }
  }

  /// Sorted, indented, slashes as they are.
  var data: Data {
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return (try? JSONSerialization.data(withJSONObject: values, options: options)) ?? Data("{}".utf8)
  }
}

/// Dates as JSON Feed wants them.
enum RFC3339 {
  static func text(_ date: Date, offset: Int) -> String {
    let civil = CivilTime(date, offset: offset)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let zone: String
    if offset == 0 {
      zone = "Z"
    } else {
      let size = abs(offset)
      zone = (offset < 0 ? "-" : "+") + two(size / 3600) + ":" + two(size / 60 % 60)
    }
    let years = String(civil.year)
    let padded = String(repeating: "0", count: max(0, 4 - years.count)) + years
    let time = "\(two(civil.hour)):\(two(civil.minute)):\(two(civil.second))"
    return "\(padded)-\(two(civil.month))-\(two(civil.day))T\(time)\(zone)"
  }
}
