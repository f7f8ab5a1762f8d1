import Foundation
import NewsModel

/// What is known of a source: its validators, what it answered last, when it may be asked again.
package struct SourceState: Hashable, Sendable {
  /// The site it is followed for.
  package var site: SiteID
  /// As it is followed; with `site`, what it is known by.
  package var address: WebAddress
  /// Where a permanent redirect (301, 308) says it lives now.
  package var movedTo: WebAddress?
  /// The validator `ETag`, with its quotes as it came.
  package var etag: String?
  /// The validator `Last-Modified` as it came.
  package var lastModified: String?
  /// `ContentHash.of` the last body that was parsed.
  package var contentHash: Int64?
  /// When it was last asked, whatever came of it.
  package var lastAsked: Date?
  /// When it last answered as it should, changed or not.
  package var lastFetched: Date?
  /// When its content last differed from what was known.
  package var lastChanged: Date?
  /// A code for the last outcome (`changed`, `notModified`, `timedOut`, `status`…); sentences are made elsewhere.
  package var outcome: String
  /// What belongs to the code: a status number, a host, what the library said.
  package var detail: String
  /// Bytes on the wire of the last answer.
  package var bytes: Int
  /// Failures in a row; zero after a success.
  package var failures: Int
  /// The next moment at which it may be asked (back-off, `Retry-After`, `ttl`).
  package var notBefore: Date?
  /// It said that it is gone for good (410).
  package var isGone: Bool

  package init(
    site: SiteID, address: WebAddress, movedTo: WebAddress? = nil, etag: String? = nil,
    lastModified: String? = nil, contentHash: Int64? = nil, lastAsked: Date? = nil, lastFetched: Date? = nil,
    lastChanged: Date? = nil,
    outcome: String = "", detail: String = "", bytes: Int = 0, failures: Int = 0, notBefore: Date? = nil,
    isGone: Bool = false
  ) {
    self.site = site
    self.address = address
    self.movedTo = movedTo
    self.etag = etag
    self.lastModified = lastModified
    self.contentHash = contentHash
    self.lastAsked = lastAsked
    self.lastFetched = lastFetched
    self.lastChanged = lastChanged
    self.outcome = outcome
    self.detail = detail
    self.bytes = bytes
    self.failures = failures
    self.notBefore = notBefore
    self.isGone = isGone
  }

  /// The state of a source that was never asked.
  package init(of source: Source) { self.init(site: source.site, address: source.address) }
}

/// When a host may be asked again, for all its sources.
package struct HostState: Hashable, Sendable {
  /// In lower case, as `WebAddress.host` gives it.
  package var name: String
  /// Refreshes in a row in which nothing of it could be reached.
  package var failures: Int
  /// The next moment at which it may be asked; `nil` when it may be now.
  package var notBefore: Date?
  /// A code for the last failure, as in `SourceState`.
  package var outcome: String

  package init(name: String, failures: Int = 0, notBefore: Date? = nil, outcome: String = "") {
    self.name = name
    self.failures = failures
    self.notBefore = notBefore
    self.outcome = outcome
  }
}
