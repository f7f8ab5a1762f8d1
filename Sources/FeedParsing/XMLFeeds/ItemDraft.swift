import Markup

/// What a feed says of an item, as written: one object that its elements fill, since it is too large to be moved
/// about.
final class ItemDraft {
  /// `rdf:about`.
  var about: String?
  /// What relative links in its texts are relative to.
  var base: String?
  var language: String?
  var id: String?
  var guid: (text: String, isPermanentLink: Bool)?
  var links: [FeedLink] = []
  var title: [FeedElement: FeedText] = [:]
  /// `description` and `summary` in the order they came.
  var teasers: [FeedText] = []
  var otherTexts: [FeedElement: FeedText] = [:]
  var contents: [FeedText] = []
  var fullText: FeedText?
  var genre: String?
  var authors: [FeedElement: [String]] = [:]
  var dates: [FeedElement: String] = [:]
  var tags: [String] = []
  var enclosures: [FeedLink] = []
  /// `media:content`, which may be a picture, sound or film.
  var media: [MediaFile] = []
  private var mediaGroups = 0
  var pictures: [FeedElement: FeedLink] = [:]
  private var thumbnailWidth = 0
  /// `content/@src`: where the text of an entry stands that has none itself (RFC 4287 §4.1.3.2).
  var contentSource: FeedLink?
  var comments: FeedLink?
  var commentCount: Int?
  var originalLink: FeedLink?
  var originalEnclosure: FeedLink?

  /// - Parameter attributes: `rdf:about`; `HREF` and `LASTMOD` of CDF.
  init(_ attributes: [XMLAttribute], base: String?, language: String?) {
    self.base = base
    self.language = language
    isEmpty = true
    guard !attributes.isEmpty else { return }
    about = attributes.first { $0.name.local == "about" }?.value.nonEmpty
    if let link = attributes.ignoringCase("href")?.nonEmpty {
      links = [FeedLink(reference: link, base: base)]
    }
    dates[.modified] = attributes.ignoringCase("lastmod")?.nonEmpty
    isEmpty = links.isEmpty && dates.isEmpty
  }

  /// Whether nothing was said of the item at all.
  private(set) var isEmpty: Bool

  /// An element of the item has ended.
  func take(_ field: FeedField) {
    isEmpty = false
    switch field.element {
    case .title, .dcTitle, .mediaTitle, .itunesTitle: title.keepFirst(field.element, field.text)
    case .description, .summary: if !field.text.isBlank { teasers.append(field.text) }
    case .mediaDescription, .mediaText:
      otherTexts.keepFirst(field.element, Self.mediaText(field))
    case .dcDescription, .itunesSummary, .itunesSubtitle, .googlePlayDescription, .abstract, .subtitle,
      .xhtmlDiv, .svg, .math:
      otherTexts.keepFirst(field.element, field.text)
      if field.element == .svg || field.element == .math || field.element == .xhtmlDiv {
        base = field.base ?? base
      }
    case .content, .contentEncoded, .xhtmlBody, .body, .fullItem:
      if !field.text.isBlank { contents.append(field.text) }
      if let source = field.attributes["src"]?.nonEmpty {
        contentSource = FeedLink(reference: source, base: field.base)
        contentSource?.type = field.attributes["type"]?.lowercased().nonEmpty
      }
      base = field.base ?? base
    case .yandexFullText, .turboContent, .ramblerFullText, .fullText, .fullTextHyphen:
      if fullText == nil, !field.text.isBlank { fullText = field.text }
    case .yandexGenre: genre = field.line.nonEmpty
    case .author, .dcCreator, .dcAuthor, .itunesAuthor, .googlePlayAuthor, .mediaCredit, .contributor,
      .dcContributor,
      .managingEditor, .itunesOwner, .dcPublisher:
      if let name = PersonName.name(of: field) { authors[field.element, default: []].append(name) }
    case .category, .dcSubject, .itunesCategory, .itunesKeywords, .mediaCategory, .mediaKeywords, .keywords,
      .tags:
      tags.append(contentsOf: Tags.texts(of: field))
    default: takeReference(field)
    }
  }

  /// Identities, addresses and dates.
  private func takeReference(_ field: FeedField) {
    switch field.element {
    case .id, .dcIdentifier:
      if id == nil || field.element == .id, let text = field.bare.nonEmpty { id = text }
    case .guid:
      guard let text = field.bare.nonEmpty else { return }
      let isPermanent = field.attributes.first { $0.name.local.lowercased() == "ispermalink" }?.value
        .lowercased()
      guid = (text, isPermanent != "false")
    case .link, .url, .href:
      guard let link = FeedLink(field) else { return }
      if link.relation == "enclosure" { enclosures.append(link) } else { links.append(link) }
    case .enclosure: if let link = Self.file(field) { enclosures.append(link) }
    case .mediaThumbnail:
      // The widest of them.
      let width = field.attributes["width"].flatMap { Int($0.trimmed) } ?? 0
      if pictures[.mediaThumbnail] == nil || width > thumbnailWidth, let link = FeedImage.link(of: field) {
        pictures[.mediaThumbnail] = link
        thumbnailWidth = width
      }
    case .image, .itunesImage, .googlePlayImage, .logo, .icon:
      if pictures[field.element] == nil, let link = FeedImage.link(of: field) {
        pictures[field.element] = link
      }
    case .comments: if let link = FeedLink(field) { comments = link }
    case .slashComments, .threadTotal: commentCount = Int(field.bare).flatMap { $0 >= 0 ? $0 : nil }
    case .origLink: originalLink = FeedLink(field)
    case .origEnclosureLink: originalEnclosure = FeedLink(field)
    case .pubDate, .published, .issued, .created, .updated, .modified, .date, .dcDate, .dctermsIssued,
      .dctermsCreated,
      .dctermsModified, .lastBuildDate:
      if let text = field.bare.nonEmpty { dates[field.element] = text }
    default: break
    }
  }

  /// A `media:group` begins: what follows in it is one thing in several forms.
  func beginMediaGroup() { mediaGroups += 1 }

  /// A `media:content` has begun.
  func takeMedia(_ field: FeedField, inGroup: Bool) {
    isEmpty = false
    guard let link = Self.file(field) else { return }
    media.append(MediaFile(link, field.attributes, group: inGroup ? mediaGroups : nil))
  }

  /// Media RSS: plain unless it says otherwise, and then each line is one.
  private static func mediaText(_ field: FeedField) -> FeedText {
    let text = field.text
    if field.attributes["type"]?.lowercased() == "html" || HTMLFragment.looksLikeHTML(text.value) {
      return text
    }
    return FeedText(value: HTMLFragment.paragraphs(text.value), isHTML: true)
  }

  /// A file named by attributes: `url`, `type`, `length` or `fileSize`.
  private static func file(_ field: FeedField) -> FeedLink? {
    guard let reference = (field.attributes["url"] ?? field.attributes["href"] ?? field.bare).nonEmpty else {
      return nil
    }
    var link = FeedLink(reference: reference, base: field.base)
    link.type = field.attributes["type"]?.lowercased().nonEmpty
    let length = field.attributes["length"] ?? field.attributes["fileSize"]
    link.bytes = length.flatMap { Int($0.trimmed) }.flatMap { $0 >= 0 ? $0 : nil }
    return link
  }
}
