/// What sites are called where several stand beside each other.
package enum SiteNames {
  /// A name for each site that no other has: its own, where two share it with its host behind it, and where they
  /// share that too, with its id.
  package static func distinct(_ sites: [Site]) -> [SiteID: String] {
    var names = Dictionary(sites.map { ($0.id, $0.name) }) { first, _ in first }
    for distinction in [\Site.home.host, \Site.id.rawValue] {
      let folded = names.mapValues { $0.lowercased() }
      let bearers = Dictionary(folded.values.map { ($0, 1) }, uniquingKeysWith: +)
      guard bearers.count < folded.count else { break }
      for site in sites where folded[site.id].flatMap({ bearers[$0] }) ?? 0 > 1 {
        let more = site[keyPath: distinction]
        if !more.isEmpty { names[site.id] = "\(site.name) (\(more))" }
      }
    }
    return names
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
