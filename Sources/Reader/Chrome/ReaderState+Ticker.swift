import Foundation
import NewsModel
import TextLayout

extension ReaderState {
  /// What stands between two headlines of the ticker.
  static let tickerSeparator = "  •  "

  /// The headlines of the ticker.
  var tickerStories: [Story] {
    guard let site else { return [] }
    return edition.front.ticker.map { Story($0, site: site) }
  }

  /// When the reader wants a `tick`; `nil`: never, nothing moves.
  package var nextWake: ContinuousClock.Instant? { isFinished ? nil : ticker.nextStep }

  /// The columns of the whole moving line, separators included.
  var tickerColumns: Int {
    tickerStories.reduce(0) {
      $0 + CellWidth.columns(of: $1.title) + CellWidth.columns(of: Self.tickerSeparator)
    }
  }

  /// Whether the ticker moves when nobody types.
  var tickerCanMove: Bool {
    guard !settings.isPlain, settings.ticker != .off, Arrangement(self).masthead != nil else { return false }
    guard focus != .ticker, popup == nil else { return false }
    return tickerStories.count > 1 || tickerColumns > size.columns / 2
  }

  /// The time between two steps.
  private var tickerInterval: Duration {
    switch settings.ticker {
    case .moving(let cells): .seconds(1) / max(1, min(cells, 30))
    case .paging(let seconds): .seconds(max(1, min(seconds, 3600)))
    case .off: .zero
    }
  }

  /// How long it stands still after a key.
  private static let pause = Duration.milliseconds(1500)

  /// Takes the step that is due.
  mutating func stepTicker() {
    guard let due = ticker.nextStep, instant >= due else { return }
    switch settings.ticker {
    case .moving:
      let length = tickerColumns
      ticker.offset = length > 0 ? (ticker.offset + 1) % length : 0
    case .paging:
      let count = tickerStories.count
      ticker.selection = count > 0 ? (ticker.selection + 1) % count : 0
    case .off: break
    }
    ticker.nextStep = instant + tickerInterval
  }

  /// Sets when the next step is due, after any message.
  ///
  /// - Parameter wasTyped: a key was pressed: the ticker stands still for a moment.
  mutating func scheduleTicker(wasTyped: Bool) {
    guard tickerCanMove else {
      ticker.nextStep = nil
      return
    }
    if wasTyped {
      ticker.nextStep = instant + max(Self.pause, tickerInterval)
    } else if ticker.nextStep == nil {
      ticker.nextStep = instant + tickerInterval
    }
  }

  /// Whether one of the reader's own words stands in a headline.
  func isUrgent(_ title: String) -> Bool {
    guard !settings.urgentWords.isEmpty else { return false }
    let folded = title.lowercased()
    return settings.urgentWords.contains { !$0.isEmpty && folded.contains($0.lowercased()) }
  }
}
