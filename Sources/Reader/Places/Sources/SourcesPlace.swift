import NewsModel

/// The sources and how they are.
struct SourcesPlace: Equatable, Sendable {
  var site: SiteID?
  var reports: [SourceReport] = []
  var isLoaded = false
  var cursor = ListCursor()
}
