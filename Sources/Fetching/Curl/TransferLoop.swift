import CCurl
import Glibc
import NewsModel

/// The thread's whole life: takes orders, starts them as manners allow, lets libcurl work, hands out outcomes, and
/// sleeps until a socket, the mailbox or the next deadline.
///
/// Made and used on one thread only; all that other threads touch is the mailbox.
final class TransferLoop {
  private typealias Instant = ContinuousClock.Instant

  private static let isLibraryReady =
    vestnik_curl_load() && vestnik_curl_global_init(Int(CURL_GLOBAL_SSL | (1 << 1))) == CURLE_OK

  private let configuration: FetchConfiguration
  private let mailbox: TransferMailbox
  /// At once, to all hosts.
  private let transfers: Int
  private var manners: HostManners<ObjectIdentifier>
  /// Before their first turn.
  private var waiting: [ObjectIdentifier: TransferOrder] = [:]
  /// By libcurl's handle, of those that it has.
  private var tickets: [UnsafeMutableRawPointer: ObjectIdentifier] = [:]
  /// Their time is running, be it in libcurl or before the turn of their next step.
  private var underWay: [ObjectIdentifier: Transfer] = [:]

  init(configuration: FetchConfiguration, mailbox: TransferMailbox) {
    self.configuration = configuration
    self.mailbox = mailbox
    transfers = OpenFiles.transfers(wanted: configuration.maximumTransfers)
    manners = HostManners(
      limits: .init(
        transfers: transfers, keptForReader: configuration.transfersKeptForReader,
        perHost: configuration.maximumPerHost, gap: configuration.gap))
  }

  /// Runs until the mailbox is closed.
  func run() {
    blockBrokenPipeSignal()
    guard Self.isLibraryReady, let multi = vestnik_curl_multi_init() else {
      refuseAll()
      return
    }
    // A host that is asked again in the same refresh finds its connection open.
    vestnik_curl_multi_set_number(multi, CURLMOPT_MAXCONNECTS, transfers)
    mailbox.set(TransferMailbox.Alarm(multi: multi))
    while true {
      let delivery = mailbox.take()
      for order in delivery.orders { accept(order) }
      for ticket in delivery.cancelled { cancel(ticket, multi) }
      if delivery.isClosed { break }
      startReady(multi)
      var count: Int32 = 0
      vestnik_curl_multi_perform(multi, &count)
      judgeEnded(multi)
      endOverdue(multi)
      startReady(multi)
      vestnik_curl_multi_poll(multi, Int32(sleep.milliseconds))
    }
    for order in waiting.values { order.continuation.resume(returning: .failed(.cancelled)) }
    for transfer in underWay.values { end(transfer, .failed(.cancelled), multi) }
    vestnik_curl_multi_cleanup(multi)
  }

  /// A connection that ends while it is written to is an outcome here, not the end of the process.
  private func blockBrokenPipeSignal() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Without a library nothing can be fetched: every order says so.
  private func refuseAll() {
    mailbox.close()
    for order in mailbox.take().orders {
      order.continuation.resume(returning: .failed(.other("libcurl is not installed or does not start")))
    }
  }

  private func accept(_ order: TransferOrder) {
    guard !order.ticket.isCancelled else {
      order.continuation.resume(returning: .failed(.cancelled))
      return
    }
    let id = ObjectIdentifier(order.ticket)
    waiting[id] = order
    manners.add(id, host: order.request.address.host, priority: order.request.priority)
  }

  private func cancel(_ ticket: TransferTicket, _ multi: UnsafeMutableRawPointer) {
    let id = ObjectIdentifier(ticket)
    if let order = waiting.removeValue(forKey: id) {
      manners.withdraw(id, host: order.request.address.host)
      order.continuation.resume(returning: .failed(.cancelled))
    } else if let transfer = underWay[id] {
      end(transfer, .failed(.cancelled), multi)
    }
  }

  private func startReady(_ multi: UnsafeMutableRawPointer) {
    let now = ContinuousClock.now
    for id in manners.start(at: now) {
      if let transfer = underWay[id] {
        start(transfer, at: now, multi)
      } else if let order = waiting.removeValue(forKey: id) {
        guard let transfer = Transfer(order: order, configuration: configuration) else {
          manners.finish(host: order.request.address.host)
          order.continuation.resume(returning: .failed(.unknownHost(order.request.address.host)))
          continue
        }
        underWay[id] = transfer
        start(transfer, at: now, multi)
      }
    }
  }

  private func start(_ transfer: Transfer, at now: Instant, _ multi: UnsafeMutableRawPointer) {
    transfer.prepareStep(configuration, at: now)
    tickets[transfer.handle.pointer] = ObjectIdentifier(transfer.order.ticket)
    if vestnik_curl_multi_add(multi, transfer.handle.pointer) != CURLM_OK {
      end(transfer, .failed(.other("libcurl refuses the transfer")), multi)
    }
  }

  private func judgeEnded(_ multi: UnsafeMutableRawPointer) {
    var left: Int32 = 0
    while let message = vestnik_curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
      let code = message.pointee.data.result
      guard let id = tickets[easy], let transfer = underWay[id] else { continue }
      stopStep(transfer, multi)
      switch transfer.verdict(code, configuration: configuration, at: .now) {
      case .outcome(let outcome): end(transfer, outcome, multi)
      case .follow(let target): follow(target, transfer, multi)
      case .askIssuer:
        transfer.isAskingIssuer = true
        takeNextTurn(transfer)
      case .askUndecoded:
        transfer.isUndecoded = true
        takeNextTurn(transfer)
      }
    }
  }

  private func follow(_ target: WebAddress, _ transfer: Transfer, _ multi: UnsafeMutableRawPointer) {
    guard transfer.follow(target) else {
      end(transfer, .failed(.unknownHost(target.host)), multi)
      return
    }
    takeNextTurn(transfer)
  }

  private func takeNextTurn(_ transfer: Transfer) {
    manners.add(
      ObjectIdentifier(transfer.order.ticket), host: transfer.address.host,
      priority: transfer.order.request.priority, continuing: true)
  }

  private func endOverdue(_ multi: UnsafeMutableRawPointer) {
    let now = ContinuousClock.now
    for transfer in underWay.values where deadline(of: transfer) <= now {
      let isStalled = transfer.started.duration(to: now) < configuration.totalTimeout
      stopStep(transfer, multi)
      end(
        transfer, transfer.overdueOutcome(isStalled: isStalled, configuration: configuration, at: now), multi)
    }
  }

  /// Silence counts while libcurl has the transfer, the whole time always.
  private func deadline(of transfer: Transfer) -> Instant {
    let total = transfer.started + configuration.totalTimeout
    return transfer.isRunning ? min(total, transfer.lastActivity + configuration.idleTimeout) : total
  }

  /// Until the next deadline or the end of the next gap; for ever while nothing waits.
  private var sleep: Duration {
    let deadlines = underWay.values.map { deadline(of: $0) }
    guard let next = (deadlines + [manners.nextStart()].compactMap(\.self)).min() else {
      return .seconds(86_400)
    }
    return ContinuousClock.now.duration(to: next)
  }

  /// Takes the step out of libcurl and gives its place free.
  private func stopStep(_ transfer: Transfer, _ multi: UnsafeMutableRawPointer) {
    guard transfer.isRunning else { return }
    transfer.finishStep()
    vestnik_curl_multi_remove(multi, transfer.handle.pointer)
    tickets[transfer.handle.pointer] = nil
    manners.finish(host: transfer.address.host)
  }

  private func end(_ transfer: Transfer, _ outcome: FetchOutcome, _ multi: UnsafeMutableRawPointer) {
    stopStep(transfer, multi)
    let id = ObjectIdentifier(transfer.order.ticket)
    manners.withdraw(id, host: transfer.address.host)
    underWay[id] = nil
    transfer.order.continuation.resume(returning: outcome)
  }
}
