import Foundation
import Markup
import NewsModel

/// Drafts to values: which of several texts is the title, which link the address, which date the day.
struct FeedAssembly {
  /// Warnings of one kind beyond this say nothing new.
  static let maximumWarnings = 20

  /// Whether the feed itself is a file, so that it may name files.
  private let mayNameFiles: Bool
  /// What references without an `xml:base` are relative to.
  private var documentBase: String?
  private var dates: FeedDates
  private var warnings: [FeedWarning] = []

  init(address: WebAddress?, now: Date) {
    mayNameFiles = address?.scheme == "file"
    // What lies in a file is relative to nothing that is known.
    documentBase = mayNameFiles ? nil : address?.shown
    dates = FeedDates(now: now)
  }

  /// The feed with its items; `extra` are warnings from before.
  mutating func feed(_ draft: FeedDraft, items: [ItemDraft], leftOut: Int) -> ParsedFeed {
    var feed = ParsedFeed(format: draft.format ?? .rss)
    feed.version = draft.version
    feed.title = draft.title.first(.title, .dcTitle, .itunesTitle, .mediaTitle)?.line ?? ""
    feed.subtitle =
      draft.subtitle.first(
        .description, .subtitle, .tagline, .summary, .info, .abstract, .dcDescription, .itunesSummary,
        .googlePlayDescription, .itunesSubtitle, .mediaDescription)?.line ?? ""
    settleOwnPlace(draft)
    let home = home(of: draft)
    feed.home = resolved(home)
    if feed.home == nil { feed.unresolvedHome = home.flatMap(Self.unresolved) }
    settleBase(home: feed.home, isAtom: draft.format == .atom)
    feed.address = resolved(draft.links.first { $0.relation == "self" })
    feed.nextPage = resolved(draft.links.first { $0.relation == "next" })
    feed.id = draft.id.map { identifier($0, isAtom: draft.format == .atom) }
    feed.language = draft.language.flatMap(Self.languageTag)
    feed.authors = people(
      draft.authors,
      [
        .author, .managingEditor, .dcCreator, .dcAuthor, .itunesAuthor, .googlePlayAuthor, .itunesOwner,
        .webMaster, .dcPublisher,
      ])
    feed.tags = Tags.distinct(draft.tags)
    feed.image = resolved(
      draft.images[.image] ?? draft.images[.itunesImage] ?? draft.images[.logo] ?? draft.images[.icon]
        ?? draft.images[.googlePlayImage] ?? draft.images[.mediaThumbnail]
        ?? draft.links.first { $0.relation == "image" })
    feed.updated = date(
      draft.dates[.updated], draft.dates[.lastBuildDate], draft.dates[.modified],
      draft.dates[.dctermsModified],
      draft.dates[.dcDate], draft.dates[.pubDate], draft.dates[.published], draft.dates[.date],
      draft.dates[.issued])
    feed.refresh = draft.refresh
    feed.items = Self.withoutSuperfluous(items.map { item($0, isAtom: draft.format == .atom) })
    if draft.format == .atom { feed.lendAuthors(people(draft.authors, [.author])) }
    if leftOut > 0 { warnings.append(.tooManyItems(leftOut)) }
    finish(&feed)
    return feed
  }

  /// Gives the items their identities, and the feed its warnings.
  mutating func finish(_ feed: inout ParsedFeed) {
    warnings += ItemIdentity.assign(to: &feed.items)
    feed.warnings += warnings + dates.warnings
  }

  /// The first of some texts that is a date.
  mutating func date(_ texts: String?...) -> Date? { dates.date(texts)?.date }

  /// Dates an item by the first of some texts that is a date.
  mutating func publish(_ item: inout ParsedItem, _ texts: String?...) {
    guard let found = dates.date(texts) else { return }
    (item.published, item.isDayOnly) = found
  }

  /// A feed that was read from a file was fetched from where it says that it is.
  private mutating func settleOwnPlace(_ draft: FeedDraft) {
    guard documentBase?.hasPrefix("http") != true,
      let own = draft.links.first(where: { $0.relation == "self" }), own.reference.hasPrefix("http"),
      let address = resolved(own)
    else { return }
    documentBase = address.text
  }

  /// Relative addresses of RSS mean the site; those of Atom the feed's own place (RFC 4287 §2), unless the feed is
  /// kept on another host than its site.
  private mutating func settleBase(home: WebAddress?, isAtom: Bool) {
    guard let home else { return }
    let own = documentBase.flatMap { WebAddress($0) }
    if !isAtom || own?.host != home.host { documentBase = home.text }
  }

  /// A relative reference as written.
  private static func unresolved(_ link: FeedLink) -> String? {
    let text = CleanText.line(link.reference, limit: 2000)
    return text.isEmpty || text.utf8.contains(0x3A) || LinkText.isPlaceholder(text) ? nil : text
  }

  private func home(of draft: FeedDraft) -> FeedLink? {
    draft.links.last { $0.relation == nil } ?? draft.links.first { $0.isAlternate && $0.isPage }
      ?? draft.links.first(where: \.isAlternate)
  }

  /// Items without those that have neither words nor anything to open (RSS 2.0: "at least one of title or description
  /// must be present"): a row too many of an engine's loop. Where all are so, they are what there is.
  static func withoutSuperfluous(_ items: [ParsedItem]) -> [ParsedItem] {
    let telling = items.filter { !$0.isNothing }
    return telling.isEmpty ? items : telling
  }

  private mutating func item(_ draft: ItemDraft, isAtom: Bool) -> ParsedItem {
    var item = ParsedItem()
    item.id =
      draft.guid.map { identifier($0.text) } ?? draft.id.map { identifier($0, isAtom: isAtom) }
      ?? draft.about.map { identifier($0) }
    item.address = itemAddress(draft)
    if item.address == nil {
      item.unresolvedLink = draft.links.first(where: \.isAlternate).flatMap(Self.unresolved)
    }
    item.base =
      draft.base.flatMap { WebAddress($0) } ?? item.address ?? documentBase.flatMap { WebAddress($0) }
    setTexts(of: &item, draft)
    item.authors = authors(draft)
    publish(
      &item, draft.dates[.pubDate], draft.dates[.published], draft.dates[.issued],
      draft.dates[.dctermsIssued],
      draft.dates[.dcDate], draft.dates[.created], draft.dates[.dctermsCreated], draft.dates[.date])
    item.modified = date(
      draft.dates[.updated], draft.dates[.modified], draft.dates[.dctermsModified],
      draft.dates[.lastBuildDate])
    item.tags = Tags.distinct(draft.tags)
    item.genre = draft.genre
    item.enclosures = enclosures(draft)
    item.picture = picture(draft, item)
    item.comments = resolved(draft.comments)
    item.commentCount = draft.commentCount
    item.language = draft.language.flatMap(Self.languageTag)
    return item
  }

  private func setTexts(of item: inout ParsedItem, _ draft: ItemDraft) {
    let others = draft.otherTexts
    var teasers = draft.teasers
    var contents = draft.contents
    if contents.isEmpty, teasers.count > 1 { contents = [teasers.removeLast()] }
    let fallback = others.first(
      .dcDescription, .itunesSummary, .mediaDescription, .googlePlayDescription, .itunesSubtitle, .abstract,
      .subtitle,
      .xhtmlDiv, .mediaText, .svg, .math)
    item.summary = (teasers.first ?? fallback)?.html
    item.contentHTML = (contents.first(where: \.isHTML) ?? contents.first)?.html
    item.fullText = draft.fullText?.html.map(HTMLFragment.withParagraphs)
    item.title = draft.title.first(.title, .dcTitle, .mediaTitle, .itunesTitle)?.line ?? ""
    DerivedTitle.supply(to: &item)
  }

  private func authors(_ draft: ItemDraft) -> [String] {
    let own = people(draft.authors, [.author])
    let creators = people(draft.authors, [.dcCreator, .dcAuthor])
    // A bare e-mail address says less than a name.
    if !own.isEmpty, creators.isEmpty || !own.allSatisfy({ $0.contains("@") && !$0.contains(" ") }) {
      return own
    }
    if !creators.isEmpty { return creators }
    return people(
      draft.authors,
      [
        .itunesAuthor, .googlePlayAuthor, .managingEditor, .itunesOwner, .dcContributor, .contributor,
        .mediaCredit, .dcPublisher,
      ])
  }

  private func people(_ authors: [FeedElement: [String]], _ order: [FeedElement]) -> [String] {
    for element in order { if let names = authors[element] { return Tags.distinct(names) } }
    return []
  }

  // MARK: Addresses

  /// What was there before a redirector, else RSS's link (of several the last, as most programs read it), else Atom's
  /// alternate, else a permanent guid, else where the text stands, else any link, else an id that is an address.
  private mutating func itemAddress(_ draft: ItemDraft) -> WebAddress? {
    if let address = resolved(draft.originalLink) { return address }
    let links = draft.links.filter { !$0.isBareWord }
    if let address = resolved(links.last { $0.relation == nil }) { return address }
    if let address = resolved(
      links.first { $0.isAlternate && $0.isPage } ?? links.first(where: \.isAlternate))
    {
      return address
    }
    if let guid = draft.guid, guid.isPermanentLink, guid.text.contains(":"),
      let address = WebAddress(LinkText.mended(guid.text))
    {
      return address
    }
    if let address = resolved(draft.contentSource) { return address }
    if let address = draft.about.flatMap({ WebAddress($0) }) { return address }
    let isOther = { (link: FeedLink) in
      !["self", "edit", "replies", "hub", "license", "next", "prev", "payment"].contains(link.relation)
    }
    if let address = resolved(links.first(where: isOther) ?? links.first { $0.relation == "self" }) {
      return address
    }
    if let id = draft.id, id.hasPrefix("http"), let address = WebAddress(LinkText.mended(id)) {
      return address
    }
    return resolved(draft.enclosures.first) ?? resolved(draft.comments)
  }

  /// An absolute address, or `nil` with a warning: what is no http or https address is dropped, and a file's too
  /// unless the feed is a file.
  mutating func resolved(_ link: FeedLink?) -> WebAddress? {
    guard let link, !LinkText.isPlaceholder(link.reference) else { return nil }
    let address = Reference.resolve(link.reference, against: link.base ?? documentBase).flatMap {
      WebAddress($0)
    }
    if let address, address.scheme != "file" || mayNameFiles { return address }
    guard warnings.count < Self.maximumWarnings else { return nil }
    let warning = FeedWarning.droppedAddress(CleanText.line(link.reference, limit: 200))
    if !warnings.contains(warning) { warnings.append(warning) }
    return nil
  }

  /// An identity as written: it is no address (RFC 4287 §4.2.6). But where Atom, against its rule, writes a path, that
  /// is the same at every place only as an address.
  private func identifier(_ text: String, isAtom: Bool = false) -> String {
    let line = CleanText.line(text, limit: 2000)
    guard isAtom, let documentBase, line.contains("/"), !line.contains(":") else { return line }
    return Reference.resolve(line, against: documentBase) ?? line
  }

  // MARK: Files

  private mutating func enclosures(_ draft: ItemDraft) -> [Enclosure] {
    var links = draft.enclosures
    if let original = draft.originalEnclosure, let first = links.first {
      var link = FeedLink(reference: original.reference, base: original.base)
      link.type = first.type
      link.bytes = first.bytes
      links[0] = link
    }
    links += MediaFile.representatives(of: draft.media.filter { !$0.isPicture }, besides: links)
    var seen: Set<WebAddress> = []
    var result: [Enclosure] = []
    for link in links.prefix(64) {
      guard let address = resolved(link), seen.insert(address).inserted else { continue }
      result.append(Enclosure(address: address, type: link.type, bytes: link.bytes))
    }
    return result
  }

  private mutating func picture(_ draft: ItemDraft, _ item: ParsedItem) -> WebAddress? {
    let media = MediaFile.best(draft.media.filter(\.isPicture))?.link
    if let named = media ?? draft.pictures[.image] ?? draft.pictures[.itunesImage] ?? draft.pictures[
      .mediaThumbnail]
      ?? draft.pictures[.googlePlayImage] ?? draft.pictures[.logo] ?? draft.pictures[.icon]
    {
      return resolved(named)
    }
    if let enclosed = item.enclosures.first(where: \.isPicture) { return enclosed.address }
    return firstPicture(of: item)
  }

  /// The first picture in an item's texts.
  mutating func firstPicture(of item: ParsedItem) -> WebAddress? {
    for text in [item.contentHTML, item.summary, item.fullText] {
      if let text, let found = HTMLFragment.firstPicture(in: text) {
        return resolved(FeedLink(reference: found, base: item.base?.text))
      }
    }
    return nil
  }

  /// `ru_RU` is `ru-RU`; what is no tag at all is none.
  static func languageTag(_ text: String) -> String? {
    let tag = CleanText.line(text, limit: 40).replacingOccurrences(of: "_", with: "-")
    let isTag =
      !tag.isEmpty
      && tag.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
    return isTag ? tag : nil
  }
}
