/// How many sources are asked at a time: as many as there are, for most of the time goes by while far servers think,
/// but no more than can be read as they answer.
///
/// The window opens step by step while what came is being read, and stays as it is while more than `mostUnread` bytes
/// wait to be. So a machine beside us is asked by a few at a time, and five hundred far ones are all asked within half a
/// second. What the transport lets through at once is its own affair. A pure value: the clock is the caller's.
struct AskingWindow: Sendable {
  /// The caller's clock.
  typealias Instant = ContinuousClock.Instant

  /// Sources under way at a time, however many there are: their requests are held in memory.
  static let most = 640
  /// At first, and how many more a step.
  static let step = 24
  /// From step to step.
  static let stepLength = Duration.milliseconds(12)
  /// Bytes of bodies that came and are not read yet.
  static let mostUnread = 4 * 1024 * 1024

  private var running = 0
  private var size = Self.step
  private var lastStep: Instant?
  private var isPausing = false

  /// Whether one more may be asked now.
  mutating func mayStart(backlog: Int, at now: Instant) -> Bool {
    if backlog > Self.mostUnread {
      // What is asked already is enough for now: the window opens anew from there.
      size = max(Self.step, min(size, running))
      lastStep = now
      return false
    }
    if let last = lastStep, last.duration(to: now) >= Self.stepLength {
      size = min(size + Self.step, Self.most)
      lastStep = now
    }
    return running < size
  }

  /// One is asked.
  mutating func start(at now: Instant) {
    running += 1
    lastStep = lastStep ?? now
  }

  /// One has answered and is read.
  mutating func finish() { running -= 1 }

  /// How long to wait until the window is looked at again; `nil` while a pause is under way, or where only an answer
  /// can help.
  mutating func pause() -> Duration? {
    guard !isPausing, running < Self.most else { return nil }
    isPausing = true
    return Self.stepLength
  }

  /// The pause is over.
  mutating func endPause() { isPausing = false }
}
