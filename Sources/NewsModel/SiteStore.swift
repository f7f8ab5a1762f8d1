/// Where the list of followed sites lives: the truth of it, which people may edit by hand.
package protocol SiteStore: Sendable {
  /// How many sites can be followed.
  var capacity: Int { get }

  /// Every site that can be read, in the order of their ids; what cannot be read is left out and reported elsewhere.
  func sites() -> [Site]

  /// The same, read anew where the last reading is remembered for a moment: for who was told of a change.
  func freshSites() -> [Site]

  /// Writes one site, whole or not at all.
  func save(_ site: Site) throws

  /// Gives a site another name where it still bears an old one. What people wrote into its file stays as it is; a file
  /// in which the name cannot be found, or that cannot be written, is left alone.
  func rename(_ id: SiteID, from old: String, to new: String)

  /// Stops following; no article is touched.
  /// - Returns: whether there was such a site.
  func remove(_ id: SiteID) throws -> Bool
}

extension SiteStore {
  /// The followed site of an id.
  package func site(_ id: SiteID) -> Site? { sites().first { $0.id == id } }

  /// For stores that remember no reading.
  package func freshSites() -> [Site] { sites() }

  /// For stores that keep nothing but the sites themselves.
  package func rename(_ id: SiteID, from old: String, to new: String) {
    guard var site = sites().first(where: { $0.id == id && $0.name == old }) else { return }
    site.name = new
    try? save(site)
  }
}
