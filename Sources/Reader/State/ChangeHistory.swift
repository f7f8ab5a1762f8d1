import NewsModel

/// What people changed, to be undone and done again, and what of it has not been answered yet.
struct ChangeHistory: Equatable, Sendable {
  /// What a change does.
  enum Deed: Equatable, Sendable {
    /// Each of the articles had not had the mark.
    case marking([ArticleID], Mark)
    case muting(MuteChange)

    /// What takes it back.
    var inverse: Deed {
      switch self {
      case .marking(let ids, let mark): .marking(ids, mark.inverse)
      case .muting(let change): .muting(change.inverse)
      }
    }

    /// What carries it out; `nil` where there is nothing to be carried out.
    var effect: Effect? {
      switch self {
      case .marking(let ids, let mark): ids.isEmpty ? nil : .mark(ids, mark)
      case .muting(.hide(let rule)): .mute(rule)
      case .muting(.show(let rule)): .unmute(rule)
      }
    }
  }

  /// How a change is being put in force.
  enum Way: Equatable, Sendable {
    case made
    case undone
    case redone
  }

  /// An effect that has not been answered, and the deed it carries out.
  struct Awaited: Equatable, Sendable {
    var effect: Effect
    var deed: Deed
    var way: Way
    fileprivate var change: Int
  }

  private struct Change: Equatable, Sendable {
    let number: Int
    var deed: Deed
  }

  /// How many changes can be undone.
  static let limit = 100

  private var done: [Change] = []
  private var undone: [Change] = []
  private var awaited: [Awaited] = []
  private var count = 0

  var canUndo: Bool { !done.isEmpty }
  var canRedo: Bool { !undone.isEmpty }

  /// Remembers a change that is made; what was undone before can no more be done again.
  ///
  /// - Parameter effect: what carries it out, where that is not the deed's own.
  mutating func make(_ deed: Deed, by effect: Effect? = nil) {
    count += 1
    let change = Change(number: count, deed: deed)
    done.append(change)
    if done.count > Self.limit { done.removeFirst() }
    undone = []
    expect(effect ?? deed.effect, deed, .made, change)
  }

  /// What takes the last change back, which now counts as undone.
  mutating func undo() -> Deed? {
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    let deed = change.deed.inverse
    expect(deed.effect, deed, .undone, change)
    return deed
  }

  /// The change that was undone last, which now counts as done.
  mutating func redo() -> Deed? {
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    expect(change.deed.effect, change.deed, .redone, change)
    return change.deed
  }

  private mutating func expect(_ effect: Effect?, _ deed: Deed, _ way: Way, _ change: Change) {
    guard let effect else { return }
    awaited.append(Awaited(effect: effect, deed: deed, way: way, change: change.number))
  }
}

// What is answered.

extension ChangeHistory {
  /// What an answer is to; effects are answered in the order of asking.
  mutating func kept(_ effect: Effect) -> Awaited? { take(effect) }

  /// A refused change is offered no more; one that could not be undone can be undone still, and likewise done again.
  mutating func refused(_ effect: Effect) -> Awaited? {
    guard let awaited = take(effect) else { return nil }
    switch awaited.way {
    case .made: forget(awaited.change)
    case .undone: if let change = Self.take(awaited.change, from: &undone) { done.append(change) }
    case .redone: if let change = Self.take(awaited.change, from: &done) { undone.append(change) }
    }
    return awaited
  }

  /// Takes over which articles a change marked, once the archive has told.
  ///
  /// - Returns: whether it was undone meanwhile.
  mutating func specify(_ awaited: Awaited, as ids: [ArticleID], _ mark: Mark) -> Bool {
    guard !ids.isEmpty else {
      forget(awaited.change)
      return false
    }
    let deed = Deed.marking(ids, mark)
    if let index = done.firstIndex(where: { $0.number == awaited.change }) { done[index].deed = deed }
    guard let index = undone.firstIndex(where: { $0.number == awaited.change }) else { return false }
    undone[index].deed = deed
    return true
  }

  private mutating func take(_ effect: Effect) -> Awaited? {
    awaited.firstIndex { $0.effect == effect }.map { awaited.remove(at: $0) }
  }

  private mutating func forget(_ change: Int) {
    _ = Self.take(change, from: &done)
    _ = Self.take(change, from: &undone)
  }

  private static func take(_ number: Int, from changes: inout [Change]) -> Change? {
    changes.firstIndex { $0.number == number }.map { changes.remove(at: $0) }
  }
}
