import CClock
import Glibc

/// Where the loop learns that the wall clock was set, or that the machine has slept: what is on the screen is told anew
/// at once.
final class ClockJumps: Sendable {
  private let timer = clock_jumps_open()

  init() { if timer >= 0 { clock_jumps_arm(timer) } }

  deinit { if timer >= 0 { close(timer) } }

  /// Become readable when the clock has jumped.
  var descriptors: [Int32] { timer >= 0 ? [timer] : [] }

  /// Waits for the next jump.
  func goOn() {
    guard timer >= 0 else { return }
    clock_jumps_take(timer)
    clock_jumps_arm(timer)
  }
}
