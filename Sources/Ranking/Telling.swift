import NewsModel

/// What makes two articles of different sites the same one: address and title, but for what counts readers.
struct Telling: Hashable {
  private let title: String
  private let host: String
  private let path: String
  private let query: [Substring]

  /// - Returns: `nil` for an article without an address: its title alone tells nothing.
  init?(_ article: Article) {
    guard let address = article.address else { return nil }
    title = article.title.lowercased()
    let name = address.host
    host = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    let written = address.path
    path = written.hasSuffix("/") ? String(written.dropLast()) : written
    let text = address.text.prefix { $0 != "#" }
    let parameters = text.firstIndex(of: "?").map { text[text.index(after: $0)...] } ?? ""
    query = parameters.split(separator: "&").filter { !Self.countsReaders($0) }
  }

  private static func countsReaders(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_") || counters.contains(name)
  }

  private static let counters: Set<String> = [
    "fbclid", "gclid", "yclid", "ysclid", "dclid", "msclkid", "mc_cid", "mc_eid", "from", "rss", "ref",
    "_openstat",
  ]
}
