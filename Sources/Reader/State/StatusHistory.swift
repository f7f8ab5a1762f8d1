import NewsModel

/// The changes of articles' statuses, to be undone and done again.
struct StatusHistory: Equatable, Sendable {
  /// What a change did to one article.
  struct Step: Equatable, Sendable {
    var id: ArticleID
    var before: ArticleStatus
    var after: ArticleStatus
  }

  /// How many changes can be undone.
  static let limit = 100

  private(set) var done: [[Step]] = []
  private(set) var undone: [[Step]] = []

  /// Remembers a change; what was undone before can no more be done again.
  mutating func remember(_ change: [Step]) {
    guard !change.isEmpty else { return }
    done.append(change)
    if done.count > Self.limit { done.removeFirst() }
    undone = []
  }

  /// The last change, which now counts as undone.
  mutating func undo() -> [Step]? {
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    return change
  }

  /// The change that was undone last, which now counts as done.
  mutating func redo() -> [Step]? {
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    return change
  }
}
