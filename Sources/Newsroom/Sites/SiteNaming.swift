import Language
import NewsModel

/// The short name that a new site's file gets.
enum SiteNaming {
  /// What a feed is called of which only the address is known.
  static func name(for feed: WebAddress) -> String {
    [feed.host, feed.path].first { !$0.isEmpty } ?? feed.shown
  }

  /// Host and port in lower-case ASCII letters, digits and hyphens, without `www.`; a number is added where a site
  /// of that name is followed already.
  static func id(for address: WebAddress, taken: Set<SiteID>) -> SiteID {
    let authority =
      address.scheme == "file"
      ? Substring(address.path.split(separator: "/").last ?? "file")
      : Substring(address.server)
    let parts = LatinSpelling.of(authority.lowercased()).split {
      !($0.isASCII && ($0.isLetter || $0.isNumber))
    }
    let words = parts.first == "www" && parts.count > 1 ? parts.dropFirst() : parts[...]
    let stem = words.isEmpty ? "site" : String(words.joined(separator: "-").prefix(60))
    if !taken.contains(SiteID(rawValue: stem)) { return SiteID(rawValue: stem) }
    var number = 2
    while taken.contains(SiteID(rawValue: "\(stem)-\(number)")) { number += 1 }
    return SiteID(rawValue: "\(stem)-\(number)")
  }
}

extension Site {
  /// Whether it is a feed that was followed by its address alone: then it takes the name that the feed gives itself.
  var isNamedByHost: Bool {
    rules.isFeedOnly && feeds.count == 1 && feeds.first.map(SiteNaming.name) == name
  }
}
