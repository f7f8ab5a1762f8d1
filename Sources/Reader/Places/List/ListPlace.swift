import Canvas

/// A list of stories: a section, what is saved, what is new since the last visit.
struct ListPlace: Equatable, Sendable {
  var query: ListQuery
  var order = ListOrder.newest
  var stories: [Story] = []
  var isLoaded = false
  /// By their numbers among `stories`.
  var cursor = ListCursor()
  /// Which of the list's rows `stories` are; `nil`: all of them.
  var window: ListWindow?
  /// The row that is to be chosen as soon as it is there, by its number in the whole list.
  var wanted: Int?
  /// The row around which rows were asked for last.
  var asked: Int?

  /// The number of the first row at hand in the whole list.
  var start: Int { window?.start ?? 0 }
  /// How many rows the whole list has.
  var total: Int { window?.total ?? stories.count }
  /// The chosen row's number in the whole list.
  var row: Int { start + cursor.selection }
}

extension ListPlace: ListedPlace {
  var reload: Effect? { .loadList(query, order, .around(window == nil ? 0 : row)) }
  var sidePanes: [Pane] { [.top] }

  func count(_ state: ReaderState) -> Int { stories.count }

  func stories(_ state: ReaderState) -> [Story] { stories }

  func open(_ state: inout ReaderState) -> [Effect] {
    guard stories.indices.contains(cursor.selection) else { return [] }
    let effects = state.open(stories[cursor.selection], queue: stories, index: cursor.selection)
    state.withArticle { $0.list = query }
    return effects
  }

  func lines(_ state: ReaderState, size: CellSize) -> [Line] { ListView.lines(state, self, size: size) }

  func top(_ state: ReaderState, size: CellSize) -> Int {
    ListView.list(state, self, columns: size.columns)
      .top(cursor, rows: ListView.listRows(state, self, size: size))
  }
}
