/// What makes the next request conditional (RFC 9110 §8.8), as the server wrote it.
package struct Validators: Hashable, Sendable, Codable {
  /// `ETag`, quotes and `W/` included.
  package var etag: String?
  /// `Last-Modified`.
  package var lastModified: String?

  package init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }

  /// Whether there is nothing to ask with.
  package var isEmpty: Bool { etag == nil && lastModified == nil }

  /// These, where the newer ones say nothing of their own: a 304 may leave out what has not changed.
  package func updated(by newer: Validators) -> Validators {
    newer.isEmpty ? self : newer
  }
}
