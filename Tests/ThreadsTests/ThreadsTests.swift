import Foundation
import Glibc
import Synchronization
import Testing
import Threads

@Suite("Threads")
struct ThreadsTests {
  /// What was done, in order.
  private final class Diary: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock(\.self) }

    func note(_ line: String) { lines.withLock { $0.append(line) } }
  }

  @Test("pieces of work in turn are done in their order, never two at once")
  func inTurn() async {
    let work = WorkInTurn()
    let running = Atomic(0)
    let diary = Diary()
    await withCheckedContinuation { continuation in
      for number in 0..<200 {
        work.add {
          #expect(running.add(1, ordering: .relaxed).newValue == 1)
          diary.note("\(number)")
          running.subtract(1, ordering: .relaxed)
          if number == 199 { continuation.resume() }
        }
      }
    }
    #expect(diary.all == (0..<200).map(String.init))
  }

  @Test("a lane does what was added before it was closed, and nothing after")
  func lane() {
    let lane = Lane("lane")
    let diary = Diary()
    for number in 0..<20 { lane.add { diary.note("\(number)") } }
    lane.finish(within: .seconds(60))
    lane.add { diary.note("late") }
    #expect(diary.all == (0..<20).map(String.init))
  }

  @Test("a wake pipe becomes readable by any number of calls, and quiet by one look")
  func wakePipe() {
    let pipe = WakePipe()
    func isReadable() -> Bool {
      var look = pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0)
      return poll(&look, 1, 0) == 1
    }
    #expect(!isReadable())
    // More than a pipe holds: it never blocks.
    for _ in 0..<100_000 { pipe.wake() }
    #expect(isReadable())
    #expect(pipe.drain())
    #expect(!isReadable())
    #expect(!pipe.drain())
  }

  @Test("a value that one thread leaves is there for all who wait")
  func awaited() throws {
    let value = Awaited<Int>()
    let takers = (0..<3).map { _ in Meanwhile { value.take() } }
    value.leave(7)
    for taker in takers { #expect(try taker.value() == 7) }
  }

  @Test("work meanwhile hands on what it threw")
  func meanwhile() {
    struct Refused: Error {}
    #expect(throws: Refused.self) { try Meanwhile<Int> { throw Refused() }.value() }
  }

  @Test("the bridge gives a task's value to a thread that waits")
  func bridge() {
    // Nothing that needs the shared pool, one of whose threads waits here.
    #expect(AsyncBridge.wait { 42 } == 42)
  }
}
