import Canvas

/// A list of stories: a section, what is saved, what is new since the last visit.
struct ListPlace: Equatable, Sendable {
  var query: ListQuery
  var order = ListOrder.newest
  var stories: [Story] = []
  var isLoaded = false
  var cursor = ListCursor()
}

extension ListPlace: ListedPlace {
  var reload: Effect? { .loadList(query, order) }
  var sidePanes: [Pane] { [.top] }

  func count(_ state: ReaderState) -> Int { stories.count }

  func stories(_ state: ReaderState) -> [Story] { stories }

  func lines(_ state: ReaderState, size: CellSize) -> [Line] { ListView.lines(state, self, size: size) }

  func top(_ state: ReaderState, size: CellSize) -> Int {
    ListView.list(state, self, columns: size.columns)
      .top(cursor, rows: ListView.listRows(state, self, size: size))
  }
}
