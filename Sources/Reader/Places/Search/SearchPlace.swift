import Canvas

/// A search in the archive.
struct SearchPlace: Equatable, Sendable {
  var line = InputLine()
  /// Whether keys go into the line; else they are commands on the hits.
  var isEditing = true
  /// Enter was pressed before there were hits: these get the keys as soon as they come.
  var goesToHits = false
  /// What the hits answer.
  var answered: SearchQuery?
  var found = Finding()
  var cursor = ListCursor()

  var hits: [FoundStory] { found.hits }
}

extension SearchPlace: ListedPlace {
  var reload: Effect? { query.map { .search($0) } }

  func count(_ state: ReaderState) -> Int { hits.count }

  func stories(_ state: ReaderState) -> [Story] { hits.map(\.story) }

  func lines(_ state: ReaderState, size: CellSize) -> [Line] {
    SearchView.lines(state, self, columns: size.columns, rows: size.rows)
  }

  func top(_ state: ReaderState, size: CellSize) -> Int {
    SearchView.list(state, self, columns: size.columns)
      .top(cursor, rows: max(1, size.rows - SearchView.headRows))
  }
}
