import Foundation
import Language
import Markup
import NewsModel

/// Finds when an article appeared and when it was changed.
struct DateFinder {
  /// A date with the zone its text named, in seconds from UTC; `nil` where it named none.
  struct Found {
    var date: Date
    /// Whether an hour was told.
    var hasTime: Bool
    var offset: Int?
    var rule: String
  }

  let context: PageContext

  func published(heading: Int?, body: [Int]) -> Found? {
    if let node = context.rules.nodes(.date)?.first, let found = fromElement(node, rule: "site file") {
      return found
    }
    let found = stated(heading: heading, body: body)
    // A site that files by days files by the first one; what else it states may be that of a new edition.
    if let found, let day = addresses().lazy.compactMap({ AddressDate.folderDate(in: $0) }).first,
      abs(day.timeIntervalSince(found.date)) > 3 * 86_400, let good = plausible(day)
    {
      return Found(date: good, hasTime: false, offset: nil, rule: "address")
    }
    return found.map { inShownZone($0, heading: heading, body: body) }
  }

  private func stated(heading: Int?, body: [Int]) -> Found? {
    fromData(["datePublished", "uploadDate", "dateCreated"])
      ?? fromMeta(Self.publishedNames) ?? fromMicrodata("datepublished") ?? fromElements(
        near: heading, body: body)
      ?? fromMicrodata("datecreated") ?? fromMeta(Self.modifiedNames) ?? fromData(["dateModified"])
      ?? fromAddress()
      ?? fromText(near: heading, body: body)
  }

  func modified() -> Found? {
    fromData(["dateModified"]) ?? fromMeta(Self.modifiedNames) ?? fromMicrodata("datemodified")
  }

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
    "pub_date", "shareaholic:article_published_time",
    "date", "created", "creation_date", "date_published", "eomportal-firstpublished", "doc_date", "timestamp",
    "datecreated", "field-name-post-date",
  ]

  static let modifiedNames = [
    "article:modified_time", "og:updated_time", "datemodified", "dc.date.modified", "dcterms.modified",
    "last-modified",
    "modified", "lastmod", "modificationdate", "updated_time", "date_modified", "revision_date", "moddate",
  ]

  private func fromData(_ names: [String]) -> Found? {
    for thing in [context.linked.article, context.linked.page].compactMap({ $0 }) {
      for name in names {
        if let text = thing.string(name), let found = parse(text, rule: "json-ld \(name)") { return found }
      }
    }
    return nil
  }

  private func fromMeta(_ names: [String]) -> Found? {
    for name in names {
      if let value = context.meta.first([name])?.value, let found = parse(value, rule: name) { return found }
    }
    return nil
  }

  private func fromMicrodata(_ property: String) -> Found? {
    let document = context.document
    for index in 1..<max(1, document.count) where document.isElement(index) {
      guard let found = document.attribute(.itemprop, of: index)?.lowercased(), found.contains(property)
      else { continue }
      if let date = fromElement(index, rule: "itemprop \(property)") { return date }
    }
    return nil
  }

  /// The date an element gives in an attribute or as its text.
  private func fromElement(_ index: Int, rule: String) -> Found? {
    let text = context.visibleLine(index, limit: 120)
    if let found = fromAttributes(index, rule: rule) ?? fromTooltip(index, rule: rule) {
      // The day in words is the one that readers are told; the attribute may be that of a later change.
      guard let shown = written(text, rule: rule), Self.namesYear(text),
        abs(shown.date.timeIntervalSince(found.date)) > 2 * 86_400
      else { return found }
      return shown
    }
    // «10 июля» whose year stands in an attribute within.
    if !Self.namesYear(text) {
      for inner in index + 1..<max(index + 1, min(index + 9, context.document.end(index)))
      where context.document.isElement(inner) {
        if let found = fromAttributes(inner, rule: rule) { return found }
      }
    }
    return written(text, rule: rule)
  }

  private func fromAttributes(_ index: Int, rule: String) -> Found? {
    for name in [HTMLName.datetime, .content, .dataDatetime, .dataDate, .dataTime, .dataTimestamp] {
      if let text = context.document.attribute(name, of: index), text.contains(where: \.isNumber),
        let found = parse(text, rule: rule)
      {
        return found
      }
    }
    return nil
  }

  /// The date of a tooltip, by the clock of who looks; the moment itself, where an element within states it.
  private func fromTooltip(_ index: Int, rule: String) -> Found? {
    guard let text = context.document.attribute(.title, of: index), text.contains(where: \.isNumber),
      let shown = parse(text, rule: rule)
    else { return nil }
    for inner in index + 1..<max(index + 1, min(index + 9, context.document.end(index)))
    where context.document.isElement(inner) {
      if let exact = fromAttributes(inner, rule: rule), abs(exact.date.timeIntervalSince(shown.date)) < 86_400
      {
        return exact
      }
    }
    return shown
  }

  /// The date that a text is, else one that stands in it.
  private func written(_ text: String, rule: String) -> Found? {
    guard text.contains(where: \.isNumber) || text.count < 30 else { return nil }
    return parse(text, rule: rule) ?? find(in: text, rule: rule)
  }

  private static func namesYear(_ text: String) -> Bool {
    text.split { !$0.isNumber }.contains { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
  }

  private func find(in text: String, rule: String) -> Found? {
    guard let found = context.dates.find(in: text), let good = plausible(found.date) else { return nil }
    return Found(date: good, hasTime: found.hasTime, offset: found.zoneOffset, rule: rule)
  }

  private func fromElements(near heading: Int?, body: [Int]) -> Found? {
    for index in dateElements(near: heading, body: body).prefix(12) {
      let rule = context.document.name(index) == .time ? "time" : "class"
      if let found = fromElement(index, rule: rule) { return found }
    }
    return nil
  }

  /// `<time>` and elements with a date's class: those nearest to the title, before or in the body, come first.
  func dateElements(near heading: Int?, body: [Int]) -> [Int] {
    let document = context.document
    let foreign = ForeignParts(context: context, heading: heading, body: body)
    let anchor = heading ?? body.first ?? 0
    let bodyEnd = body.map { document.end($0) }.max() ?? document.count
    var candidates: [(distance: Int, index: Int)] = []
    for index in 1..<max(1, document.count) where document.isElement(index) && !context.measures.isVoid[index]
    {
      let isTime =
        document.name(index) == .time
        || document.name(index) == .abbr && document.hasAttribute(.title, of: index)
      let isNamed = context.measures.hints[index].contains(.date) && context.measures.length[index] < 120
      guard isTime || isNamed else { continue }
      // The clock in the masthead and the dates of other articles are no dates of this one.
      if foreign.hold(index, hints: Self.foreign) || isQuoted(index) { continue }
      var distance = abs(index - anchor)
      if heading != nil, index < anchor { distance = distance * 2 }
      if index > bodyEnd { distance += 2000 }
      if !isTime { distance += 6 }
      if document.attribute(.pubdate, of: index) != nil { distance = 0 }
      candidates.append((distance, index))
      if candidates.count > 2000 { break }
    }
    return candidates.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.map(\.index)
  }

  private static let foreign: ClassHints = [
    .comments, .related, .sidebar, .top, .ticker, .footer, .dateline, .subscription,
  ]

  /// Whether an element stands in an embedded post, which has a date of its own.
  private func isQuoted(_ index: Int) -> Bool {
    var node = index
    for _ in 0..<12 where node > 0 {
      if context.document.name(node) == .blockquote { return true }
      node = context.document.parent(node)
    }
    return false
  }

  /// `/2024/12/13/` and `2024-12-13` in the page's own address.
  private func fromAddress() -> Found? {
    for text in addresses() {
      if let date = AddressDate.date(in: text), let good = plausible(date) {
        return Found(date: good, hasTime: false, offset: nil, rule: "address")
      }
    }
    return nil
  }

  private func addresses() -> [String] {
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

  /// Short texts around the title and at the body's start, then at its end.
  private func fromText(near heading: Int?, body: [Int]) -> Found? {
    let document = context.document
    let foreign = ForeignParts(context: context, heading: heading, body: body)
    let start = max(1, (heading ?? body.first ?? 1) - 60)
    let end = min(document.count, (body.map { document.end($0) }.max() ?? document.count) + 80)
    guard start < end else { return nil }
    let anchor = heading ?? body.first ?? start
    var tried = 0
    // The nearest first: the anchor, the one before it, the one behind it, and so on.
    for step in 0...2 * max(anchor - start, end - anchor) {
      let index = step % 2 == 0 ? anchor + step / 2 : anchor - step / 2 - 1
      guard index >= start, index < end, document.isText(index), !context.measures.isVoid[index] else {
        continue
      }
      let range = document.textRange(index)
      guard range.count >= 6, range.count < 240, context.mayHoldNumber(index) else { continue }
      let text = context.line(index)
      guard text.contains(where: \.isNumber), text.count < 120 else { continue }
      tried += 1
      if tried > 150 { break }
      if let found = find(in: text, rule: "text"), !foreign.hold(index, hints: Self.foreign),
        !isQuoted(index)
      {
        return found
      }
    }
    return nil
  }

  private func parse(_ text: String, rule: String) -> Found? {
    let line = CleanText.line(text, limit: 200)
    guard line.contains(where: \.isNumber) || line.count < 40, let found = context.dates.parse(line),
      let good = plausible(found.date)
    else { return nil }
    return Found(date: good, hasTime: found.hasTime, offset: found.zoneOffset, rule: rule)
  }

  /// Nothing before the web, nothing later than tomorrow.
  private func plausible(_ date: Date) -> Date? {
    date.timeIntervalSince1970 > 631_152_000 && date < context.now.addingTimeInterval(2 * 86_400) ? date : nil
  }
}
