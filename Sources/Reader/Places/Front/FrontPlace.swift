import Canvas

/// A front page: its stories are numbered through, block by block.
struct FrontPlace: Equatable, Sendable {
  /// Its top is a line of the page, for stories stand side by side.
  var cursor = ListCursor()
}

extension FrontPlace: ListedPlace {
  /// The front page is asked for with its site.
  var reload: Effect? { nil }
  var sidePanes: [Pane] { [.top] }

  func count(_ state: ReaderState) -> Int { state.edition.front.blocks.reduce(0) { $0 + $1.lines.count } }

  func stories(_ state: ReaderState) -> [Story] { state.frontStories }

  func lines(_ state: ReaderState, size: CellSize) -> [Line] {
    FrontView.lines(state, self, columns: size.columns, rows: size.rows)
  }

  func top(_ state: ReaderState, size: CellSize) -> Int {
    FrontView.top(state, front: self, columns: size.columns, rows: size.rows)
  }
}
