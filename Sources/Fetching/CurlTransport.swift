import Foundation
import NewsModel
import Threads

/// Fetches http and https through libcurl's multi interface, on one thread of its own that starts with the first
/// request and sleeps while nothing moves.
///
/// Proxies come from the environment, passwords from `~/.netrc`; certificates are always checked; cookies live no
/// longer than one fetch.
package final class CurlTransport: Transport {
  private let configuration: FetchConfiguration
  private let mailbox = TransferMailbox()

  package init(configuration: FetchConfiguration) { self.configuration = configuration }

  deinit { mailbox.close() }

  /// Ends every fetch under way as cancelled, and the thread; later requests are cancelled at once.
  package func shutDown() { mailbox.close() }

  package func fetch(_ request: FetchRequest) async -> FetchOutcome {
    guard request.address.scheme != "file" else { return .failed(.badScheme) }
    let ticket = TransferTicket()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let order = TransferOrder(ticket: ticket, request: request, continuation: continuation)
        switch mailbox.submit(order) {
        case .accepted: break
        case .acceptedFirst: startThread()
        case .refused: continuation.resume(returning: .failed(.cancelled))
        }
      }
    } onCancel: {
      ticket.cancel()
      mailbox.cancel(ticket)
    }
  }

  private func startThread() {
    let thread = Thread { [configuration, mailbox] in
      ThreadPriority.giveWay()
      TransferLoop(configuration: configuration, mailbox: mailbox).run()
    }
    thread.name = "fetching"
    thread.start()
  }
}
