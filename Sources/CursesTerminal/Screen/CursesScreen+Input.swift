import CNcurses
import Canvas
import Glibc

extension CursesScreen {
  /// How much is read at a time; the rest is asked for with the next call.
  private static let readLimit = 1 << 16

  /// What people did and what happened to the terminal since the last time, oldest first.
  package func pendingEvents() -> [ScreenEvent] {
    guard !isClosed else { return hasEnded ? [] : ended() }
    var events = signalEvents()
    let isOpen = read()
    let now = ContinuousClock.now
    while let token = decoder.next(at: now) {
      if let event = take(token) { events.append(event) }
    }
    return isOpen ? events : events + ended()
  }

  /// Reads what is there or comes within a time; false when the terminal is gone.
  func read(within milliseconds: Int32 = 0) -> Bool {
    var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return true }
    if waiting.revents & Int16(POLLNVAL) != 0 { return false }
    var result = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.readLimit) { buffer, count in
      result = Glibc.read(input, buffer.baseAddress, buffer.count)
      count = max(0, result)
    }
    guard result > 0 else { return result < 0 && (errno == EINTR || errno == EAGAIN) }
    decoder.feed(bytes, at: .now)
    return true
  }

  private func signalEvents() -> [ScreenEvent] {
    var events = earlyEvents
    earlyEvents = []
    var bytes: (UInt64, UInt64) = (0, 0)
    while withUnsafeMutableBytes(of: &bytes, { Glibc.read(signalPipe.read, $0.baseAddress, $0.count) }) > 0 {}
    let happened = guard_take()
    if happened & Int32(GUARD_ENDING) != 0 { events += ended() }
    if happened & Int32(GUARD_STOP) != 0 {
      suspend()
      events += earlyEvents
      earlyEvents = []
    } else if happened & Int32(GUARD_CONTINUED) != 0 {
      // Stopped without being asked, or told late of going on: whoever had the terminal meanwhile changed it. What it
      // keeps of ours is given back first, for its titles are a stack.
      write(sequences.leaving)
      takeAgain()
      events += [.resumed, .resized(size)]
    } else if adoptSize() {
      events.append(.resized(size))
    }
    return events
  }

  private func ended() -> [ScreenEvent] {
    guard !hasEnded else { return [] }
    hasEnded = true
    return [.closed]
  }
}
