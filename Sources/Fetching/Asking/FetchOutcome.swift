import Foundation
import NewsModel

/// How a fetch ended.
package enum FetchOutcome: Hashable, Sendable {
  case fetched(FetchedBody)
  /// The server says that what the validators stand for is still current; no body came.
  case notModified(UnchangedBody)
  case failed(FetchFailure)

  /// The failure, if it is one.
  package var failure: FetchFailure? {
    if case .failed(let failure) = self { failure } else { nil }
  }
}

/// A whole body with what its answer said about it.
package struct FetchedBody: Hashable, Sendable {
  /// A success (2xx), or whatever it is where `FetchRequest.Wanted.reply` was asked for.
  package var status: Int
  /// Where the bytes came from, after all redirects.
  package var address: WebAddress
  /// The address to ask from now on, when the redirects from the asked one began with permanent ones (301, 308);
  /// never one of http for one of https.
  package var permanentAddress: WebAddress?
  /// `Content-Type`, parameters included.
  package var contentType: String?
  /// Fields of the head by name in lower case, of a reply only (`FetchRequest.Wanted.reply`).
  package var fields: [String: String]
  /// The fields `Link` (RFC 8288) as they came, joined by commas.
  package var links: String?
  /// The field `Refresh`, which browsers follow as they do its `meta` element.
  package var refresh: String?
  /// The body, decompressed; empty for a reply without one only.
  package var bytes: Data
  /// What makes the next request for it conditional; empty when the server gave none.
  package var validators: Validators
  /// How long the answer stays fresh (`Cache-Control: max-age` less `Age`, else `Expires` less `Date`); zero for
  /// `no-cache` and `no-store`, `nil` when the server says nothing.
  package var maxAge: Duration?
  /// From the start of the first transfer to the last byte.
  package var elapsed: Duration
  /// Heads and compressed bodies of all answers on the way.
  package var wireBytes: Int
  /// What the server's clock said, at least (`Date` and `Age`); `nil` where it did not tell.
  package var serverTime: Date?

  package init(
    address: WebAddress, permanentAddress: WebAddress? = nil, contentType: String? = nil,
    links: String? = nil, refresh: String? = nil, bytes: Data,
    validators: Validators = Validators(), maxAge: Duration? = nil, elapsed: Duration = .zero,
    wireBytes: Int = 0, serverTime: Date? = nil, status: Int = 200, fields: [String: String] = [:]
  ) {
    self.status = status
    self.fields = fields
    self.address = address
    self.permanentAddress = permanentAddress
    self.contentType = contentType
    self.links = links
    self.refresh = refresh
    self.bytes = bytes
    self.validators = validators
    self.maxAge = maxAge
    self.elapsed = elapsed
    self.wireBytes = wireBytes
    self.serverTime = serverTime
  }
}

/// What a "304 Not Modified" said.
package struct UnchangedBody: Hashable, Sendable {
  /// Where the answer came from, after all redirects.
  package var address: WebAddress
  /// As in `FetchedBody`.
  package var permanentAddress: WebAddress?
  /// The ones asked with, or newer ones of this answer.
  package var validators: Validators
  /// As in `FetchedBody`.
  package var maxAge: Duration?
  /// As in `FetchedBody`.
  package var elapsed: Duration
  /// As in `FetchedBody`.
  package var wireBytes: Int
  /// As in `FetchedBody`.
  package var serverTime: Date?

  package init(
    address: WebAddress, permanentAddress: WebAddress? = nil, validators: Validators, maxAge: Duration? = nil,
    elapsed: Duration = .zero, wireBytes: Int = 0, serverTime: Date? = nil
  ) {
    self.address = address
    self.permanentAddress = permanentAddress
    self.validators = validators
    self.maxAge = maxAge
    self.elapsed = elapsed
    self.wireBytes = wireBytes
    self.serverTime = serverTime
  }
}
