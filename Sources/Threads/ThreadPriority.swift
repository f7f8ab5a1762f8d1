import Foundation

/// How threads stand to each other when there are more of them than processors.
package enum ThreadPriority {
  /// Lets every other thread of the program go before the one that calls, to its end: on Linux each has a niceness of
  /// its own (`setpriority(2)`). For what works behind the reader's back, so that a key never waits for it. Only by a
  /// few steps: where other programs keep all processors busy it has to come forward, too.
  package static func giveWay() { _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5) }
}
