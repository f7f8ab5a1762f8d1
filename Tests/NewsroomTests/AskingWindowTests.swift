import Testing

@testable import Newsroom

@Suite("How many sources are asked at a time")
struct AskingWindowTests {
  /// Asks as many as it may.
  private func fill(_ window: inout AskingWindow, backlog: Int = 0, at now: AskingWindow.Instant) -> Int {
    var count = 0
    while window.mayStart(backlog: backlog, at: now), count < 10_000 {
      window.start(at: now)
      count += 1
    }
    return count
  }

  @Test("five hundred far ones are all asked within half a second, though none has answered")
  func farOnes() {
    var window = AskingWindow()
    let start = AskingWindow.Instant.now
    var asked = fill(&window, at: start)
    #expect(asked == AskingWindow.step)
    for step in 1...40 { asked += fill(&window, at: start + AskingWindow.stepLength * (step + 1)) }
    #expect(asked >= 500)
  }

  @Test("however many there are, no more than the most are under way")
  func most() {
    var window = AskingWindow()
    let start = AskingWindow.Instant.now
    var asked = 0
    for step in 0..<200 { asked += fill(&window, at: start + AskingWindow.stepLength * (step * 2)) }
    #expect(asked == AskingWindow.most)
    window.finish()
    #expect(fill(&window, at: start + .seconds(60)) == 1)
  }

  @Test(
    "while too much waits to be read nothing more is asked, and the window opens anew from what is under way")
  func backlog() {
    var window = AskingWindow()
    let start = AskingWindow.Instant.now
    _ = fill(&window, at: start)
    #expect(fill(&window, backlog: AskingWindow.mostUnread + 1, at: start + .seconds(10)) == 0)
    for _ in 0..<AskingWindow.step { window.finish() }
    #expect(fill(&window, at: start + .seconds(10)) == AskingWindow.step)
  }

  @Test("one pause is under way at a time, and none where only an answer can help")
  func pauses() {
    var window = AskingWindow()
    #expect(window.pause() == AskingWindow.stepLength)
    #expect(window.pause() == nil)
    window.endPause()
    let start = AskingWindow.Instant.now
    for step in 0..<200 { _ = fill(&window, at: start + AskingWindow.stepLength * (step * 2)) }
    #expect(window.pause() == nil)
  }
}
