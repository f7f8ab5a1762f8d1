import Canvas
import Foundation
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
  /// Whether every step of the script was taken.
  let isDone: Bool

  /// Runs a script at 80 × 24.
  static func of(
    _ steps: [ScriptedScreen.Step], news: StillNews, ticker: ReaderSettings.Ticker = .off,
    browser: Browser = Browser(environment: [:])
  ) async -> ProgramRun {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let screen = ScriptedScreen(columns: 80, rows: 24, steps)
        let state = ReaderState(
          size: screen.size, settings: ReaderSettings(language: .ru, ticker: ticker), now: Date())
        let program = ReaderProgram(
          state: state, sites: [news.site], service: news,
          surroundings: ReaderProgram.Surroundings(browser: browser))
        let ending = program.run(on: screen)
        continuation.resume(
          returning: ProgramRun(
            ending: ending, rounds: program.rounds, frames: screen.frames, titles: screen.titles,
            themes: screen.themes, copied: screen.copied, suspensions: screen.suspensions,
            redraws: screen.redraws, isDone: screen.isDone))
      }
    }
  }
}
