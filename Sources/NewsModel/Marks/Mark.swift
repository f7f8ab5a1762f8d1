/// One part of an article's status and what it becomes.
package enum Mark: Hashable, Sendable {
  case read(Bool)
  case saved(Bool)

  /// What takes it back from an article that did not have it.
  package var inverse: Mark {
    switch self {
    case .read(let isRead): .read(!isRead)
    case .saved(let isSaved): .saved(!isSaved)
    }
  }
}

extension ArticleStatus {
  /// Whether a mark would change nothing.
  package func has(_ mark: Mark) -> Bool {
    switch mark {
    case .read(let isRead): self.isRead == isRead
    case .saved(let isSaved): self.isSaved == isSaved
    }
  }

  /// The status with a mark put on it.
  package func marked(_ mark: Mark) -> ArticleStatus {
    var status = self
    switch mark {
    case .read(let isRead): status.isRead = isRead
    case .saved(let isSaved): status.isSaved = isSaved
    }
    return status
  }
}
