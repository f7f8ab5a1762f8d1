import CCurl
import Synchronization

/// The name of one fetch: its identity is the object's.
final class TransferTicket: Sendable {
  private let cancelled = Atomic(false)

  /// Whether the calling task was cancelled, be it before the order reached the loop.
  var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

  func cancel() { cancelled.store(true, ordering: .releasing) }
}

/// One fetch as handed to the loop.
struct TransferOrder: Sendable {
  let ticket: TransferTicket
  let request: FetchRequest
  let continuation: CheckedContinuation<FetchOutcome, Never>
}

/// Where tasks leave orders for the transfer loop, and how they wake it.
final class TransferMailbox: Sendable {
  /// What became of an order.
  enum Receipt {
    case accepted
    /// The first one: the thread is to be started.
    case acceptedFirst
    /// The mailbox is closed.
    case refused
  }

  /// What the loop finds when it looks.
  struct Delivery: Sendable {
    var orders: [TransferOrder] = []
    var cancelled: [TransferTicket] = []
    var isClosed = false
  }

  /// The one thing that crosses threads without the compiler's proof: libcurl's multi handle.
  ///
  /// The proof: every use of the handle but one is on the loop's thread, which made it. The one is
  /// `curl_multi_wakeup`, which libcurl allows from any thread as long as the handle lives. It is called only under
  /// the mailbox's lock and only while the alarm is set; the loop takes the alarm away under the same lock before it
  /// frees the handle.
  struct Alarm: @unchecked Sendable {
    private let multi: UnsafeMutableRawPointer

    init(multi: UnsafeMutableRawPointer) { self.multi = multi }

    fileprivate func ring() { vestnik_curl_multi_wakeup(multi) }
  }

  private struct State {
    var delivery = Delivery()
    var alarm: Alarm?
    var isStarted = false
  }

  private let state = Mutex(State())

  func submit(_ order: TransferOrder) -> Receipt {
    state.withLock { state in
      guard !state.delivery.isClosed else { return .refused }
      state.delivery.orders.append(order)
      state.alarm?.ring()
      defer { state.isStarted = true }
      return state.isStarted ? .accepted : .acceptedFirst
    }
  }

  func cancel(_ ticket: TransferTicket) {
    state.withLock { state in
      guard state.isStarted, !state.delivery.isClosed else { return }
      state.delivery.cancelled.append(ticket)
      state.alarm?.ring()
    }
  }

  func close() {
    state.withLock { state in
      state.delivery.isClosed = true
      state.alarm?.ring()
    }
  }

  /// From now on the loop sleeps on this handle.
  func set(_ alarm: Alarm) { state.withLock { $0.alarm = alarm } }

  /// What came since the last look. A closed mailbox gives its last delivery and forgets the alarm.
  func take() -> Delivery {
    state.withLock { state in
      let delivery = state.delivery
      state.delivery = Delivery(isClosed: delivery.isClosed)
      if delivery.isClosed { state.alarm = nil }
      return delivery
    }
  }
}
