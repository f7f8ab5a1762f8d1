/// The elements of feeds that mean something to us, by their canonical names.
enum FeedElement: String {
  // Containers.
  case rss
  case rdf = "rdf:rdf"
  case feed
  case channel
  case item
  case entry
  case image
  case author
  case contributor
  case source
  case textInput = "textinput"
  case skipHours = "skiphours"
  case skipDays = "skipdays"
  case mediaGroup = "media:group"
  case mediaContent = "media:content"
  case itunesOwner = "itunes:owner"

  // Texts.
  case title
  case subtitle
  case tagline
  case description
  case abstract
  case summary
  case content
  case info
  case body
  case fullItem = "fullitem"
  case contentEncoded = "content:encoded"
  case xhtmlBody = "xhtml:body"
  case xhtmlDiv = "xhtml:div"
  case svg = "svg:svg"
  case math = "math:math"
  case dcTitle = "dc:title"
  case dcDescription = "dc:description"
  case mediaTitle = "media:title"
  case mediaDescription = "media:description"
  case mediaText = "media:text"
  case itunesTitle = "itunes:title"
  case itunesSummary = "itunes:summary"
  case itunesSubtitle = "itunes:subtitle"
  case googlePlayDescription = "googleplay:description"
  case yandexFullText = "yandex:full-text"
  case yandexGenre = "yandex:genre"
  case turboContent = "turbo:content"
  case ramblerFullText = "rambler:fulltext"
  case fullText = "fulltext"
  case fullTextHyphen = "full-text"

  // People.
  case name
  case email
  case uri
  case managingEditor = "managingeditor"
  case webMaster = "webmaster"
  case dcCreator = "dc:creator"
  case dcAuthor = "dc:author"
  case dcPublisher = "dc:publisher"
  case dcContributor = "dc:contributor"
  case itunesAuthor = "itunes:author"
  case itunesName = "itunes:name"
  case itunesEmail = "itunes:email"
  case googlePlayAuthor = "googleplay:author"
  case mediaCredit = "media:credit"

  // Identity and addresses.
  case id
  case guid
  case dcIdentifier = "dc:identifier"
  case link
  case itunesLink = "itunes:link"
  case url
  case href
  case icon
  case logo
  case comments
  case enclosure
  case origLink = "feedburner:origlink"
  case origEnclosureLink = "feedburner:origenclosurelink"
  case itunesImage = "itunes:image"
  case googlePlayImage = "googleplay:image"
  case mediaThumbnail = "media:thumbnail"
  case slashComments = "slash:comments"
  case threadTotal = "thr:total"

  // Subjects.
  case category
  case keywords
  case tags
  case dcSubject = "dc:subject"
  case itunesCategory = "itunes:category"
  case itunesKeywords = "itunes:keywords"
  case mediaCategory = "media:category"
  case mediaKeywords = "media:keywords"

  // Dates.
  case pubDate = "pubdate"
  case published
  case issued
  case created
  case updated
  case modified
  case lastBuildDate = "lastbuilddate"
  case date
  case dcDate = "dc:date"
  case dctermsIssued = "dcterms:issued"
  case dctermsCreated = "dcterms:created"
  case dctermsModified = "dcterms:modified"

  // The rest.
  case language
  case dcLanguage = "dc:language"
  case timeToLive = "ttl"
  case hour
  case day
  case updatePeriod = "sy:updateperiod"
  case updateFrequency = "sy:updatefrequency"
}
