import Canvas
import Foundation
import Phrases
import Reader
import ReaderApp

/// One run of the program from its first message to its end, on a thread of its own as in the real program: the
/// loop blocks, and the pool must stay free for what it waits for.
struct ProgramRun: Sendable {
  let ending: ReaderProgram.Ending
  let rounds: Int
  let frames: [Frame]
  let titles: [String]
  let themes: [String]
  let copied: [String]
  let suspensions: Int
  let redraws: Int
  /// What could not be kept at the end.
  let refusal: Problem?
  /// Whether every step of the script was taken.
  let isDone: Bool

  /// In the middle of a minute, so that no other begins.
  private static let now = Date(timeIntervalSince1970: 1_769_000_010)

  /// A theme of any name.
  private static func grey(_ name: String) -> Theme? {
    let keys = (0..<16).map { "base0" + String($0, radix: 16, uppercase: true) }
    return try? Theme(
      name: name, isDark: true, palette: Dictionary(uniqueKeysWithValues: keys.map { ($0, "#808080") }))
  }

  /// Runs a script at 80 × 24, in the second of the themes `day` and `night`.
  ///
  /// - Parameter startsLate: whether it runs only when the front page has been loaded.
  static func of(
    _ steps: [ScriptedScreen.Step], news: StillNews, ticker: ReaderSettings.Ticker = .off,
    browser: Browser = Browser(environment: [:]), startsLate: Bool = false, takesCopies: Bool = true,
    suitingTheme: String? = nil
  ) async -> ProgramRun {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let screen = ScriptedScreen(columns: 80, rows: 24, steps)
        screen.takesCopies = takesCopies
        let settings = ReaderSettings(language: .ru, ticker: ticker, themes: ["day", "night"])
        let state = ReaderState(size: screen.size, settings: settings, now: now)
        let program = ReaderProgram(
          screen: screen, state: state, sites: [news.site], service: news,
          surroundings: ReaderProgram.Surroundings(
            theme: grey, browser: browser, clipboard: ClipboardTool(environment: [:]),
            suitingTheme: suitingTheme.flatMap(grey).map { theme in { _ in theme } }, now: { now }))
        if startsLate { news.isFrontTold.wait() }
        let ending = program.run(theme: "night")
        continuation.resume(
          returning: ProgramRun(
            ending: ending, rounds: program.rounds, frames: screen.frames, titles: screen.titles,
            themes: screen.themes, copied: screen.copied, suspensions: screen.suspensions,
            redraws: screen.redraws, refusal: program.refusal, isDone: screen.isDone))
      }
    }
  }
}
