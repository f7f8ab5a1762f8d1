import NewsModel

/// The marks of one article that the archive has not answered for, over what it is known to have.
struct PendingMarks: Equatable, Sendable {
  /// What the archive told last; `nil` for an article that was never met.
  var kept: ArticleStatus?
  /// In the order in which they were asked for.
  private(set) var marks: [Mark] = []

  /// What is shown: as the archive will have it once it has answered.
  var shown: ArticleStatus? { kept.map { marks.reduce($0) { $0.marked($1) } } }

  /// How many the article will add to what is unread.
  var unread: Int {
    guard let kept, let shown, kept.isRead != shown.isRead else { return 0 }
    return shown.isRead ? -1 : 1
  }

  mutating func ask(for mark: Mark) { marks.append(mark) }

  /// Takes an answer: answers come in the order of asking, so it is that to the first mark of this kind.
  mutating func answer(_ mark: Mark, isKept: Bool) {
    guard let index = marks.firstIndex(of: mark) else { return }
    marks.remove(at: index)
    if isKept { kept = kept?.marked(mark) }
  }
}
