import Canvas
import Foundation

/// The one way a state changes.
package enum Update {
  /// Takes a message in and tells what is to be done.
  ///
  /// - Parameters:
  ///   - now: the moment of the message by the wall clock: dates and ages are told by it alone.
  ///   - instant: the same by the clock that nobody sets: waits inside the reader go by it alone.
  package static func update(
    _ state: inout ReaderState, _ message: Message, at now: Date, instant: ContinuousClock.Instant
  ) -> [Effect] {
    guard !state.isFinished else { return [] }
    let minute = Self.minute(state.now)
    state.now = now
    state.instant = instant
    let title = state.windowTitle
    var effects = state.receive(message)
    // The ticker's step moves nothing else; ages are told by the minute.
    if message != .tick { effects += state.settle() }
    if message != .tick || minute != Self.minute(now) { state.revision &+= 1 }
    if case .key = message {
      state.scheduleTicker(wasTyped: true)
    } else {
      state.scheduleTicker(wasTyped: false)
    }
    if state.windowTitle != title, !state.isFinished { effects.append(.setWindowTitle(state.windowTitle)) }
    return effects
  }

  /// The minute a moment falls into: ages on the screen change with it, and at midnight the date.
  package static func minute(_ date: Date) -> Double {
    (date.timeIntervalSinceReferenceDate / 60).rounded(.down)
  }
}

extension ReaderState {
  /// What the terminal's window is called.
  var windowTitle: String {
    let name = site.flatMap { siteNames[$0] } ?? "Vestnik"
    guard let article else { return name }
    return "\(article.story.title) — \(name)"
  }

  mutating func receive(_ message: Message) -> [Effect] {
    switch message {
    case .key(let chord): return type(chord)
    case .pasted(let text): return paste(text)
    case .mouse(let event): return handle(event)
    case .tick:
      stepTicker()
      return []
    case .themeSet(let name):
      settings.theme = name
      return []
    case .resized(let size):
      self.size = size
      pressed = nil
      return []
    case .resumed: return [.redraw]
    case .sitesLoaded, .sitesChanged, .siteNewsLoaded, .frontLoaded, .listLoaded, .articleLoaded,
      .articleFailed,
      .besideLoaded, .topLoaded, .found, .sourcesLoaded, .pictureLoaded, .textReady, .archiveChanged,
      .refreshProgressed, .refreshFinished, .aheadFinished, .textsKept, .markedAllRead, .done, .failed:
      return receiveAnswer(message)
    }
  }

  /// Brings in order what a message may have put out of it: cursors inside their lists, the article laid out for
  /// the width it has, what has the focus on the screen.
  mutating func settle() -> [Effect] {
    guard !isFinished else { return [] }
    side.topCursor.clamp(to: topStories.count)
    side.relatedCursor.clamp(to: side.related.count)
    side.listCursor.clamp(to: article?.queue.count ?? 0)
    if focus == .list, Arrangement(self).list == nil { focus = .main }
    menu.selection = max(0, min(menu.selection, menuEntries.count - 1))
    ticker.selection = max(0, min(ticker.selection, tickerStories.count - 1))
    if focus == .menu, menuEntries.isEmpty { focus = .main }
    if focus == .ticker, tickerStories.isEmpty { focus = .main }
    if focus == .top || focus == .related, stories(in: focus).isEmpty { focus = .main }
    if focus != .menu { menu.open = nil }
    mainSelection = max(0, min(mainSelection, mainCount - 1))
    let effects = fitArticle()
    scrollToFocus()
    return effects + fetchSoon() + loadRowsAround()
  }
}
