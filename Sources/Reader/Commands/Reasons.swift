import Phrases

/// Why commands can do nothing; `nil`: they can.
enum Reasons {
  @Sendable static func open(_ state: ReaderState) -> Phrase? {
    if state.focus == .main, let article = state.article {
      let hasTags = article.layout.paragraphs.contains { !$0.tags.isEmpty }
      return article.layout.links.isEmpty && !hasTags ? .reasonNoLinks : nil
    }
    if state.focus == .menu { return state.menuEntries.isEmpty ? .reasonNoMenu : nil }
    if state.focus == .main, case .sources = state.place { return .reasonNothingHere }
    if state.focus == .main { return state.mainCount == 0 ? .reasonNothingHere : nil }
    return state.stories(in: state.focus).isEmpty ? .reasonNothingHere : nil
  }

  @Sendable static func nextArticle(_ state: ReaderState) -> Phrase? {
    guard let article = state.article else { return nil }
    return article.index + 1 < article.queue.count ? nil : .reasonLastArticle
  }

  @Sendable static func previousArticle(_ state: ReaderState) -> Phrase? {
    guard let article = state.article else { return nil }
    return article.index > 0 ? nil : .reasonFirstArticle
  }

  @Sendable static func section(_ state: ReaderState) -> Phrase? {
    state.menuEntries.isEmpty ? .reasonNoMenu : nil
  }

  @Sendable static func menu(_ state: ReaderState) -> Phrase? {
    if !Arrangement.hasRoom(state.size) { return .tooSmall }
    return state.menuEntries.isEmpty ? .reasonNoMenu : nil
  }

  @Sendable static func hints(_ state: ReaderState) -> Phrase? {
    HintCollector.targets(state).isEmpty ? .reasonNothingHere : nil
  }

  @Sendable static func text(_ state: ReaderState) -> Phrase? {
    state.article?.opened == nil ? .reasonNoText : nil
  }

  @Sendable static func match(_ state: ReaderState) -> Phrase? {
    state.article?.find?.hits.isEmpty ?? true ? .reasonNoMatch : nil
  }

  @Sendable static func story(_ state: ReaderState) -> Phrase? {
    state.focusedStory == nil ? .reasonNothingHere : nil
  }

  /// There is something to hide, or something hidden.
  @Sendable static func mute(_ state: ReaderState) -> Phrase? {
    state.muted.isEmpty && state.chosenSite == nil ? story(state) : nil
  }

  /// What is marked must be in the cache.
  @Sendable static func kept(_ state: ReaderState) -> Phrase? {
    guard let story = state.focusedStory else { return .reasonNothingHere }
    return state.shelf.number(of: story.reference) == nil ? .reasonNotKept : nil
  }

  @Sendable static func undo(_ state: ReaderState) -> Phrase? {
    state.history.canUndo ? nil : .reasonNothingToUndo
  }

  @Sendable static func redo(_ state: ReaderState) -> Phrase? {
    state.history.canRedo ? nil : .reasonNothingToRedo
  }

  @Sendable static func refresh(_ state: ReaderState) -> Phrase? {
    if state.settings.isOffline { return .reasonOffline }
    return state.sites.isEmpty ? .reasonNothingHere : nil
  }

  @Sendable static func fetchAgain(_ state: ReaderState) -> Phrase? {
    if state.settings.isOffline { return .reasonOffline }
    return state.article?.address == nil ? .reasonNoAddress : nil
  }

  @Sendable static func address(_ state: ReaderState) -> Phrase? {
    state.focusedAddress == nil ? .reasonNoAddress : nil
  }

  @Sendable static func order(_ state: ReaderState) -> Phrase? {
    if case .list(let list) = state.place, list.query != .sinceLastVisit { nil } else { .reasonNoOrder }
  }

  @Sendable static func ticker(_ state: ReaderState) -> Phrase? {
    state.tickerStories.isEmpty ? .reasonNoTicker : nil
  }

  @Sendable static func panes(_ state: ReaderState) -> Phrase? {
    state.availableSidePanes.isEmpty ? .reasonNoPanes : nil
  }

  @Sendable static func themes(_ state: ReaderState) -> Phrase? {
    state.settings.themes.isEmpty ? .reasonNoThemes : nil
  }
}
