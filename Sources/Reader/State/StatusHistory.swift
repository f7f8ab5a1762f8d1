import NewsModel

/// What people changed, to be undone and done again.
struct StatusHistory: Equatable, Sendable {
  /// What a change did to one article.
  struct Step: Equatable, Sendable {
    var id: ArticleID
    var before: ArticleStatus
    var after: ArticleStatus
  }

  /// One change.
  enum Change: Equatable, Sendable {
    case statuses([Step])
    case muting(MuteChange)
  }

  /// How many changes can be undone.
  static let limit = 100

  private(set) var done: [Change] = []
  private(set) var undone: [Change] = []

  /// Remembers a change; what was undone before can no more be done again.
  mutating func remember(_ change: Change) {
    if case .statuses(let steps) = change, steps.isEmpty { return }
    done.append(change)
    if done.count > Self.limit { done.removeFirst() }
    undone = []
  }

  /// The last change, which now counts as undone.
  mutating func undo() -> Change? {
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    return change
  }

  /// The change that was undone last, which now counts as done.
  mutating func redo() -> Change? {
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    return change
  }
}
