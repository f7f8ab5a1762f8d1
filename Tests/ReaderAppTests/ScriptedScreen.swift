import Canvas
import Glibc
import Synchronization

/// A screen that types: each step waits until a frame shows a text, then sends its events.
final class ScriptedScreen: Screen {
  /// What is waited for and what is done then.
  struct Step {
    let awaited: String
    let events: [ScreenEvent]

    /// Types chords as key files write them.
    static func type(_ chords: String..., when awaited: String) -> Step {
      Step(awaited: awaited, events: chords.compactMap { KeyChord($0).map { .key($0) } })
    }
  }

  private(set) var size: CellSize
  let pixelForm: PixelForm? = nil
  private(set) var inputDeadline: ContinuousClock.Instant?
  private(set) var frames: [Frame] = []
  private(set) var titles: [String] = []
  private(set) var copied: [String] = []
  private(set) var themes: [String] = []
  private(set) var suspensions = 0
  private(set) var redraws = 0
  private(set) var loans = 0
  private var steps: [Step]
  private var events: [ScreenEvent] = []
  private let readEnd: Int32
  private let writeEnd: Int32

  init(columns: Int, rows: Int, _ steps: [Step]) {
    size = CellSize(columns: columns, rows: rows)
    self.steps = steps
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    Glibc.close(readEnd)
    Glibc.close(writeEnd)
  }

  var inputDescriptors: [Int32] { [readEnd] }
  /// What stands on it.
  var lines: [String] { frames.last?.plainLines ?? [] }
  /// Whether every step was taken.
  var isDone: Bool { steps.isEmpty }

  func present(_ frame: Frame) {
    frames.append(frame)
    takeStep(frame)
  }

  func pendingEvents() -> [ScreenEvent] {
    guard !events.isEmpty else { return [] }
    var byte: UInt8 = 0
    _ = read(readEnd, &byte, 1)
    defer { events = [] }
    for case .resized(let size) in events { self.size = size }
    return events
  }

  func setTheme(_ theme: Theme) { themes.append(theme.name) }
  func invalidate() { redraws += 1 }
  func suspend() { suspensions += 1 }
  var isEnding: Bool { false }

  func lend(_ use: () -> Void) {
    loans += 1
    use()
  }
  func setTitle(_ title: String) { titles.append(title) }
  /// Whether its terminal takes what is copied.
  var takesCopies = true

  func copy(_ text: String) -> Bool {
    if takesCopies { copied.append(text) }
    return takesCopies
  }
  func ring() {}
  func close() {}

  private func takeStep(_ frame: Frame) {
    guard let step = steps.first, events.isEmpty else { return }
    guard frame.plainLines.contains(where: { $0.contains(step.awaited) }) else { return }
    steps.removeFirst()
    events = step.events
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }
}
