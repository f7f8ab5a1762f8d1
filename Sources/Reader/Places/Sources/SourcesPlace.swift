import Canvas
import NewsModel

/// The sources and how they are.
struct SourcesPlace: Equatable, Sendable {
  var site: SiteID?
  var reports: [SourceReport] = []
  var isLoaded = false
  var cursor = ListCursor()
}

extension SourcesPlace: ListedPlace {
  var reload: Effect? { .loadSources(site) }

  func count(_ state: ReaderState) -> Int { reports.count }

  func lines(_ state: ReaderState, size: CellSize) -> [Line] {
    SourcesView.lines(state, self, columns: size.columns, rows: size.rows)
  }

  func top(_ state: ReaderState, size: CellSize) -> Int {
    SourcesView.list(state, self, columns: size.columns)
      .top(cursor, rows: max(1, size.rows - SourcesView.headRows))
  }
}
