import Canvas

/// A place whose rows can be chosen: what each of them tells of itself, so that moving, scrolling, opening and loading
/// again are written once.
protocol ListedPlace: Equatable, Sendable {
  /// The chosen row, and the first one shown.
  var cursor: ListCursor { get set }
  /// What asks for the rows again when what may be shown has changed; `nil` where they come with something else.
  var reload: Effect? { get }
  /// The panes that have a meaning beside it.
  var sidePanes: [Pane] { get }

  /// How many rows there are.
  func count(_ state: ReaderState) -> Int
  /// The rows, where they are stories.
  func stories(_ state: ReaderState) -> [Story]
  /// The visible lines.
  func lines(_ state: ReaderState, size: CellSize) -> [Line]
  /// What `cursor.top` has to be so that the chosen row can be seen.
  func top(_ state: ReaderState, size: CellSize) -> Int
  /// Opens the chosen row.
  func open(_ state: inout ReaderState) -> [Effect]
}

extension ListedPlace {
  var sidePanes: [Pane] { [] }

  func stories(_ state: ReaderState) -> [Story] { [] }

  func open(_ state: inout ReaderState) -> [Effect] {
    let (stories, index) = (stories(state), cursor.selection)
    return stories.indices.contains(index) ? state.open(stories[index], queue: stories, index: index) : []
  }
}

extension Place {
  /// The place as one with rows to choose from; `nil` for a text.
  var listed: (any ListedPlace)? {
    switch self {
    case .kiosk(let kiosk): kiosk
    case .front(let front): front
    case .list(let list): list
    case .search(let search): search
    case .sources(let sources): sources
    case .article, .help: nil
    }
  }

  /// Changes the cursor of a place that has one.
  mutating func changeCursor(_ change: (inout ListCursor) -> Void) {
    switch self {
    case .kiosk(let kiosk): self = .kiosk(kiosk.with(change))
    case .front(let front): self = .front(front.with(change))
    case .list(let list): self = .list(list.with(change))
    case .search(let search): self = .search(search.with(change))
    case .sources(let sources): self = .sources(sources.with(change))
    case .article, .help: break
    }
  }
}

extension ListedPlace {
  fileprivate func with(_ change: (inout ListCursor) -> Void) -> Self {
    var place = self
    change(&place.cursor)
    return place
  }
}
