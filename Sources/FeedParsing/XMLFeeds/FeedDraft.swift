import Markup

/// What a feed says of itself, as written.
struct FeedDraft {
  var format: ParsedFeed.Format?
  var version: String?
  var language: String?
  var links: [FeedLink] = []
  var title: [FeedElement: FeedText] = [:]
  var subtitle: [FeedElement: FeedText] = [:]
  var authors: [FeedElement: [String]] = [:]
  var dates: [FeedElement: String] = [:]
  var images: [FeedElement: FeedLink] = [:]
  var tags: [String] = []
  var id: String?
  var refresh = RefreshWish()
  private var updatePeriod: String?
  private var updateFrequency: String?

  /// A root or a channel begins.
  mutating func begin(_ name: XMLName, _ attributes: [XMLAttribute], language: String?) {
    if format == nil {
      let namespace = name.namespace.lowercased()
      switch name.local.lowercased() {
      case "rdf":
        format = .rdf
        version = "1.0"
      case "feed", "entry":
        format = .atom
        version = attributes["version"] ?? (namespace.contains("2005") ? "1.0" : "0.3")
      default:
        format = .rss
        version = attributes["version"]
      }
    }
    if let language { self.language = language }
    if let link = attributes.ignoringCase("href")?.nonEmpty {
      links.append(FeedLink(reference: link, base: nil))
    }
    if let date = attributes.ignoringCase("lastmod")?.nonEmpty { dates[.updated] = date }
    if let about = attributes.first(where: { $0.name.local == "about" })?.value.nonEmpty { id = about }
  }

  /// An element of the feed has ended.
  mutating func take(_ field: FeedField) {
    switch field.element {
    case .title, .dcTitle, .itunesTitle, .mediaTitle: title.keepFirst(field.element, field.text)
    case .subtitle, .tagline, .description, .abstract, .summary, .info, .dcDescription, .itunesSummary,
      .itunesSubtitle, .googlePlayDescription, .mediaDescription:
      subtitle.keepFirst(field.element, field.text)
    case .link, .itunesLink: if let link = FeedLink(field) { links.append(link) }
    case .author, .contributor, .managingEditor, .webMaster, .dcCreator, .dcAuthor, .dcPublisher,
      .itunesAuthor,
      .googlePlayAuthor, .itunesOwner:
      if let name = PersonName.name(of: field) { authors[field.element, default: []].append(name) }
    case .id, .dcIdentifier: if let text = field.bare.nonEmpty { id = text }
    case .pubDate, .published, .updated, .modified, .lastBuildDate, .dcDate, .date, .dctermsModified, .issued,
      .created,
      .dctermsIssued, .dctermsCreated:
      if let text = field.bare.nonEmpty, dates[field.element] == nil { dates[field.element] = text }
    case .image, .icon, .logo, .itunesImage, .googlePlayImage, .mediaThumbnail:
      if images[field.element] == nil, let link = FeedImage.link(of: field) { images[field.element] = link }
    case .category, .dcSubject, .itunesCategory, .itunesKeywords, .mediaCategory, .mediaKeywords, .keywords,
      .tags:
      tags.append(contentsOf: Tags.texts(of: field))
    case .language, .dcLanguage: if let text = field.line.nonEmpty { language = text }
    case .timeToLive: refresh.setTimeToLive(field.bare)
    case .skipHours: for part in field.parts { refresh.skipHour(part.text.trimmed) }
    case .skipDays: for part in field.parts { refresh.skipDay(part.text.trimmed) }
    case .updatePeriod: updatePeriod = field.bare
    case .updateFrequency: updateFrequency = field.bare
    default: break
    }
  }

  /// The syndication module counts where there is no `ttl`.
  mutating func finish() { refresh.setSyndication(period: updatePeriod, frequency: updateFrequency) }
}

extension [FeedElement: FeedText] {
  /// Keeps the first text of an element that is not blank.
  mutating func keepFirst(_ element: FeedElement, _ text: FeedText) {
    if self[element] == nil, !text.isBlank { self[element] = text }
  }

  /// The first of some elements that has a text.
  func first(_ elements: FeedElement...) -> FeedText? {
    for element in elements { if let text = self[element] { return text } }
    return nil
  }
}
