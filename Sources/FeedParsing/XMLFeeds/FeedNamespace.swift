import Markup

/// The namespaces that feeds use, by the prefix that each is usually written with.
enum FeedNamespace {
  /// The canonical name of an element or attribute: lower case, `prefix:local`, without a prefix for the elements of
  /// RSS and Atom themselves; `nil` for a foreign one.
  ///
  /// A prefix that was never declared, or declared for something unknown, counts for what it usually means. Letters
  /// in either case are the same, as podcast programs treat them.
  static func canonicalName(of name: XMLName) -> String? {
    let local = name.local.lowercased()
    if name.namespace.isEmpty, name.prefix.isEmpty { return local }
    if let prefix = prefixes[tidied(name.namespace)] { return prefix.isEmpty ? local : "\(prefix):\(local)" }
    if name.prefix.isEmpty { return local }
    let prefix = name.prefix.lowercased()
    guard let known = usualPrefixes[prefix] else { return nil }
    return known.isEmpty ? local : "\(known):\(local)"
  }

  /// Namespaces are compared without scheme, case and closing mark: feeds write them in many ways.
  private static func tidied(_ namespace: String) -> String {
    var text = Substring(namespace.lowercased())
    for scheme in ["http://", "https://"] where text.hasPrefix(scheme) { text = text.dropFirst(scheme.count) }
    if text.hasPrefix("www.") { text = text.dropFirst(4) }
    while let last = text.last, last == "/" || last == "#" { text = text.dropLast() }
    return String(text)
  }

  private static let usualPrefixes: [String: String] = [
    "atom": "", "atom03": "", "atom10": "", "a10": "", "rss": "", "content": "content", "dc": "dc",
    "dcterms": "dcterms",
    "media": "media", "itunes": "itunes", "yandex": "yandex", "turbo": "turbo", "rambler": "rambler",
    "sy": "sy",
    "slash": "slash", "wfw": "wfw", "feedburner": "feedburner", "pheedo": "feedburner", "thr": "thr",
    "xhtml": "xhtml", "rdf": "rdf",
    "news": "news", "image": "image", "video": "video", "googleplay": "googleplay", "georss": "georss",
  ]

  private static let prefixes: [String: String] = [
    "backend.userland.com/rss": "", "backend.userland.com/rss2": "", "backend.userland.com/rss091": "",
    "backend.userland.com/rss092": "", "blogs.law.harvard.edu/tech/rss": "",
    "cyber.law.harvard.edu/rss/rss.html": "",
    "rssboard.org/rss-specification": "",
    "purl.org/rss/1.0": "", "purl.org/net/rss1.1": "", "channel.netscape.com/rdf/simple/0.9": "",
    "my.netscape.com/rdf/simple/0.9": "", "my.netscape.com/publish/formats/rss-0.91.dtd": "",
    "example.com/newformat": "", "example.com/necho": "", "purl.org/echo": "", "uri/of/echo/namespace": "",
    "purl.org/pie": "", "purl.org/atom/ns": "", "purl.org/atom": "", "w3.org/2005/atom": "",
    "purl.org/rss/1.0/modules/rss091": "", "sitemaps.org/schemas/sitemap/0.9": "",
    "google.com/schemas/sitemap/0.9": "", "google.com/schemas/sitemap/0.84": "",
    "sitemaps.org/schemas/sitemap/0.84": "",
    "purl.org/rss/1.0/modules/content": "content", "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/dc/terms": "dcterms", "purl.org/rss/1.0/modules/dcterms": "dcterms",
    "search.yahoo.com/mrss": "media", "video.search.yahoo.com/mrss": "media",
    "itunes.com/dtds/podcast-1.0.dtd": "itunes", "itunes.com/dtds/podcast": "itunes",
    "example.com/dtds/podcast-1.0.dtd": "itunes", "google.com/schemas/play-podcasts/1.0": "googleplay",
    "news.yandex.ru": "yandex", "turbo.yandex.ru": "turbo", "news.rambler.ru": "rambler",
    "purl.org/rss/1.0/modules/syndication": "sy", "purl.org/rss/1.0/modules/slash": "slash",
    "wellformedweb.org/commentapi": "wfw", "rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "pheedo.com/namespace/pheedo": "feedburner",
    "purl.org/syndication/thread/1.0": "thr", "w3.org/1999/xhtml": "xhtml",
    "w3.org/1999/02/22-rdf-syntax-ns": "rdf", "google.com/schemas/sitemap-news/0.9": "news",
    "google.com/schemas/sitemap-image/1.1": "image", "google.com/schemas/sitemap-video/1.1": "video",
    "georss.org/georss": "georss", "w3.org/2000/svg": "svg", "w3.org/1998/math/mathml": "math",
    "w3.org/1999/xlink": "xlink",
  ]
}
