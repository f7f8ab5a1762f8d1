/// Where the list of followed sites lives: the truth of it, which people may edit by hand.
package protocol SiteStore: Sendable {
  /// How many sites can be followed.
  var capacity: Int { get }

  /// Every site that can be read, in the order of their ids; what cannot be read is left out and reported elsewhere.
  func sites() -> [Site]

  /// Writes one site, whole or not at all.
  func save(_ site: Site) throws

  /// Stops following; no article is touched.
  /// - Returns: whether there was such a site.
  func remove(_ id: SiteID) throws -> Bool
}
