/// What makes the next request conditional (RFC 9110 §8.8), in the form that the server is to be asked with.
package struct Validators: Hashable, Sendable, Codable {
  /// `ETag`, quotes and `W/` included; empty: the server does not understand its own tags, and is asked without.
  package var etag: String?
  /// `Last-Modified`, as the server wrote it.
  package var lastModified: String?

  package init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }

  /// Whether there is nothing to ask with.
  package var isEmpty: Bool { (etag ?? "").isEmpty && lastModified == nil }

  /// These, after a 304: it may leave out what has not changed, and the form of the tag that was understood stays.
  package func confirmed(by answer: Validators) -> Validators {
    guard !answer.isEmpty else { return self }
    var next = answer
    if isSameTag(answer) || etag == "" && answer.etag != nil { next.etag = etag }
    if next.lastModified == nil { next.lastModified = lastModified }
    return next
  }

  /// These of an answer that came compressed: a weak tag beside a date is most often nginx's, which weakens what the
  /// program behind it made and compares letter by letter (WordPress). RFC 9110 §13.1.2 compares without regard to `W/`,
  /// so that either form may be sent; the other is not tried, for the date then serves.
  package var beforeCompression: Validators {
    guard let etag, etag.hasPrefix("W/"), lastModified != nil else { return self }
    return Validators(etag: String(etag.dropFirst(2)), lastModified: lastModified)
  }

  /// What to ask with after these were answered by the whole body all the same.
  ///
  /// A server that sends the tag it was asked with did not understand it. Something on the way may have written it
  /// otherwise than the program behind that compares it: nginx weakens the tag of what it compresses (`W/"x"`), Apache
  /// lengthens it (`"x-gzip"`). So the tag is given back as it was made, and when that does not help either, the date
  /// has to do (RFC 9110 §13.1.3 lets a client send either).
  /// - Parameter answer: what came with the body.
  package func unheeded(by answer: Validators) -> Validators {
    guard let sent = etag, let new = answer.etag else { return answer }
    var next = answer
    if sent.isEmpty {
      // Learnt before; without a date there would be nothing to ask with.
      next.etag = answer.lastModified == nil ? new : ""
    } else if isSameTag(answer) {
      let made = Self.asMade(sent)
      next.etag = made != sent ? made : answer.lastModified == nil ? new : ""
    } else if Self.asMade(sent) == sent, Self.asMade(new) != new {
      next.etag = Self.asMade(new)
    }
    return next
  }

  private func isSameTag(_ other: Validators) -> Bool {
    guard let etag, let tag = other.etag, !etag.isEmpty else { return false }
    return Self.asMade(etag) == Self.asMade(tag)
  }

  /// A tag without what servers on the way add to it.
  private static func asMade(_ tag: String) -> String {
    var text = Substring(tag)
    for mark in ["W/", "w/"] where text.hasPrefix(mark) { text = text.dropFirst(2) }
    for suffix in ["-gzip", "-br", "-zstd", "-df", ";gzip", "--gzip"] where text.hasSuffix(suffix + "\"") {
      text = text.dropLast(suffix.utf8.count + 1) + "\""
    }
    return String(text)
  }
}
