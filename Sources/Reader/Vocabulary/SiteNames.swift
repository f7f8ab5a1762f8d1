import Language
import NewsModel

/// What sites are called where several stand beside each other.
package enum SiteNames {
  /// A name for each site that no other has: its own, where two share it with its host behind it, and where they
  /// share that too, with its id.
  package static func distinct(_ sites: [Site]) -> [SiteID: String] {
    var names = Dictionary(sites.map { ($0.id, $0.name) }) { first, _ in first }
    for distinguish in [{ $0.home.host }, { $0.id.rawValue }] as [(Site) -> String] {
      let shared = shared(among: names.values)
      guard !shared.isEmpty else { break }
      for site in sites where names[site.id].map({ shared.contains(LowerCase.of($0)) }) == true {
        let more = distinguish(site)
        if !more.isEmpty { names[site.id] = "\(site.name) (\(more))" }
      }
    }
    return names
  }

  /// What more than one of the names is in lower case.
  private static func shared(among names: some Collection<String>) -> Set<String> {
    var seen = Set<String>(minimumCapacity: names.count)
    var shared: Set<String> = []
    for name in names {
      let (isFirst, folded) = seen.insert(LowerCase.of(name))
      if !isFirst { shared.insert(folded) }
    }
    return shared
  }

  /// Sites by the folders they are filed under: those in none first, each folder's together, else as they were.
  package static func filed(_ sites: [Site]) -> [Site] {
    sites.enumerated().sorted { left, right in
      if left.element.folder != right.element.folder {
        return left.element.folder.lexicographicallyPrecedes(right.element.folder)
      }
      return left.offset < right.offset
    }
    .map(\.element)
  }
}
