import NewsModel

/// Lists of which only a part is at hand.
extension ReaderState {
  /// So many rows at least are at hand before and behind the chosen one.
  private static let rowsAround = ListWindow.length / 3

  /// Asks for the rows around the chosen one of every list, where they are not at hand.
  mutating func loadRowsAround() -> [Effect] {
    var effects: [Effect] = []
    for index in places.indices {
      guard case .list(var list) = places[index], let window = list.window else { continue }
      let end = window.start + list.stories.count
      let row = list.wanted ?? list.row
      let isNearStart = window.start > 0 && row < window.start + Self.rowsAround
      let isNearEnd = end < window.total && row >= end - Self.rowsAround
      guard isNearStart || isNearEnd, list.asked != row else { continue }
      list.asked = row
      places[index] = .list(list)
      effects.append(.loadList(list.query, list.order, .around(row)))
    }
    return effects
  }

  /// Chooses the first or the last row of a list, where it is not at hand.
  /// - Returns: `false` where it is, and nothing happened.
  mutating func goFar(_ movement: Movement) -> Bool {
    guard movement == .first || movement == .last, case .list(var list) = place, let window = list.window
    else {
      return false
    }
    let row = movement == .first ? 0 : window.total - 1
    guard !(window.start..<window.start + list.stories.count).contains(row) else { return false }
    list.wanted = row
    place = .list(list)
    return true
  }

  /// Looks for an unread row beyond those at hand.
  /// - Parameter query: the list.
  /// - Returns: `nil` where none are beyond.
  func seekUnread(in query: ListQuery, by step: Int) -> [Effect]? {
    for case .list(let list) in places where list.query == query {
      guard let window = list.window else { return nil }
      let end = window.start + list.stories.count
      guard step > 0 ? end < window.total : window.start > 0 else { return nil }
      return [
        .loadList(query, list.order, .unread(from: step > 0 ? end - 1 : window.start, isForward: step > 0))
      ]
    }
    return nil
  }

  /// Takes in the rows of a list.
  mutating func receive(_ stories: [Story], _ window: ListWindow?, for query: ListQuery) -> [Effect] {
    if window?.sought == .nothing {
      notice = .reason(phrasebook[.reasonNoUnread])
      return []
    }
    for index in places.indices {
      guard case .list(var list) = places[index], list.query == query else { continue }
      list.take(stories, window, isSame: shelf.isSame)
      places[index] = .list(list)
    }
    return followQueue(stories, window, of: query)
  }

  /// The article that is read has its neighbours from the same list.
  private mutating func followQueue(_ stories: [Story], _ window: ListWindow?, of query: ListQuery)
    -> [Effect]
  {
    guard let window, let article, article.list == query,
      let index = stories.firstIndex(where: { shelf.isSame($0.reference, article.story.reference) })
        ?? (window.sought == nil ? nil : 0)
    else { return [] }
    withArticle {
      $0.queue = stories
      $0.index = index
    }
    side.listCursor.follow(to: index)
    if case .found(let row) = window.sought { return turn(to: row - window.start) }
    return []
  }

  /// Which of how many an article is in its list.
  func placeInQueue(of article: ArticlePlace) -> String {
    for case .list(let list) in places where list.query == article.list {
      if list.stories.count == article.queue.count {
        return "\(list.start + article.index + 1)/\(list.total)"
      }
    }
    return "\(article.index + 1)/\(article.queue.count)"
  }
}

extension ListPlace {
  /// So many rows are left above one that is far away, for the view to choose from.
  private static let rowsAbove = ListWindow.length / 3

  /// Takes other rows over; the eye stays on what is chosen.
  fileprivate mutating func take(
    _ stories: [Story], _ window: ListWindow?, isSame: (ArticleReference, ArticleReference) -> Bool
  ) {
    var goal = wanted
    if case .found(let row) = window?.sought { goal = row }
    let chosen =
      goal == nil && row > 0 && self.stories.indices.contains(cursor.selection)
      ? self.stories[cursor.selection].reference : nil
    let place = (goal ?? row) - (window?.start ?? 0)
    self.stories = stories
    self.window = window
    isLoaded = true
    asked = nil
    if let chosen, let found = stories.firstIndex(where: { isSame($0.reference, chosen) }) {
      cursor.follow(to: found)
    } else if goal != nil, stories.indices.contains(place) {
      cursor = ListCursor(selection: place, top: max(0, place - Self.rowsAbove))
      wanted = nil
    }
    if window == nil { wanted = nil }
    cursor.clamp(to: stories.count)
  }
}
