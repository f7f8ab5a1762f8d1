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
  let place: ArticlePlace

  init(context: PageContext, heading: Int?, body: [Int]) {
    self.context = context
    place = ArticlePlace(context, heading: heading, body: body)
  }

  /// When the article appeared; what the page's data state goes before what stands at the title, that before what stands
  /// elsewhere.
  func published() -> Found? {
    if let node = context.rules.nodes(.date)?.first, let found = fromElement(node, rule: "site file") {
      return found
    }
    let found = stated().map(fuller)
    // A site that files by days files by the first one; what else it states may be that of a new edition.
    if let found, let day = addresses().lazy.compactMap({ AddressDate.folderDate(in: $0) }).first,
      abs(day.timeIntervalSince(found.date)) > 3 * 86_400, let good = plausible(day)
    {
      return Found(date: good, hasTime: false, offset: nil, rule: "address")
    }
    return found.map(inShownZone)
  }

  private func stated() -> Found? {
    let sources: [() -> Found?] = [
      { fromData(["datePublished", "uploadDate", "dateCreated"]) }, { fromMeta(Self.publishedNames) },
      { fromProperty(["datepublished"]) }, fromElements, { fromMeta(Self.vagueNames) },
      { fromProperty(["datecreated", "created", "issued"]) },
      { fromMeta(Self.modifiedNames) }, { fromData(["dateModified"]) }, fromDateline, { fromText() },
      fromScripts, fromAddress, fromTitles, fromList,
    ]
    for source in sources {
      if let found = source() { return found }
    }
    return nil
  }

  /// When it was changed; `nil` where the page tells nothing, or just the time of publication again.
  func modified(after published: Date?) -> Found? {
    let found =
      fromData(["dateModified"]) ?? fromMeta(Self.modifiedNames)
      ?? fromProperty(["datemodified", "modified"])
    guard let found, let published else { return found }
    return found.date > published ? found : nil
  }

  /// A day, or a time by an unnamed clock, with what another telling of the same day or hour adds: the hour, the zone.
  private func fuller(_ found: Found) -> Found {
    guard !found.hasTime || found.offset == nil else { return found }
    var others = everyPublishedMeta()
    others += [
      fromData(["datePublished", "dateCreated"]), fromProperty(["datepublished"]), fromElements(),
    ].compactMap { $0 }
    let local = CivilTime(found.date, in: context.dates.timeZone)
    for other in others where other.hasTime {
      let shown =
        other.offset.map { CivilTime(other.date, offset: $0) }
        ?? CivilTime(other.date, in: context.dates.timeZone)
      let isSameDay = shown.daysSinceEpoch == local.daysSinceEpoch
      if !found.hasTime, isSameDay { return other }
      if found.hasTime, other.offset != nil, isSameDay, shown.hour == local.hour, shown.minute == local.minute
      {
        return other
      }
    }
    return found
  }

  func parse(_ text: String, rule: String) -> Found? {
    let line = CleanText.line(text, limit: 200)
    guard line.contains(where: \.isNumber) || line.count < 40, let found = context.dates.parse(line) else {
      return nil
    }
    return kept(found, rule: rule)
  }

  func kept(_ found: FoundDate, rule: String) -> Found? {
    plausible(found.date).map {
      Found(date: $0, hasTime: found.hasTime, offset: found.zoneOffset, rule: rule)
    }
  }

  /// Nothing before the web, nothing later than tomorrow.
  func plausible(_ date: Date) -> Date? {
    date.timeIntervalSince1970 > 631_152_000 && date < context.now.addingTimeInterval(2 * 86_400) ? date : nil
  }
}
