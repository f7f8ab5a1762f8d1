import Fetching
import Foundation
import NewsModel

/// The demo site behind the fetcher's seam: answers as a server of its own would, from within the program.
///
/// Conditional requests are answered by "not modified" as long as the edition's day is the same.
package struct EchoTransport: Transport {
  private let site: EchoSite

  /// - Parameter now: decides which day the edition is of.
  package init(now: Date) { site = EchoSite(now: now) }

  /// Which day the edition is of: its midnight.
  package var day: Date { site.calendar.day }

  package func fetch(_ request: FetchRequest) async -> FetchOutcome {
    guard WebAddress(EchoSite.standardHome)?.host == request.address.host else {
      return .failed(.unknownHost(request.address.host))
    }
    guard request.method == .get else { return .failed(.status(405, retryAfter: nil)) }
    let path = request.address.path
    guard let response = site.response(path: path) else { return .failed(.status(404, retryAfter: nil)) }
    guard response.bytes.count <= request.limitBytes else {
      return .failed(.tooLarge(limit: request.limitBytes))
    }
    let validators = Validators(etag: etag(of: response.bytes))
    if request.validators.etag == validators.etag {
      return .notModified(UnchangedBody(address: request.address, validators: validators))
    }
    return .fetched(
      FetchedBody(
        address: request.address, contentType: response.contentType, bytes: response.bytes,
        validators: validators, wireBytes: response.bytes.count))
  }

  /// Two editions of a page differ in it.
  private func etag(of bytes: Data) -> String { "\"\(Fingerprint(bytes).digits)\"" }
}
