import NewsModel

/// One question to a transport: an address, what is known of it already, what is sent along, and how much of the
/// answer is wanted.
package struct FetchRequest: Hashable, Sendable {
  /// Whom the answer is for; among waiting requests the more urgent go first.
  package enum Priority: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// Full texts and pictures before anybody asked for them.
    case ahead
    /// A refresh that was asked for.
    case refresh
    /// Somebody looks at the screen and waits.
    case reader

    package static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
  }

  /// What is asked for. A server that negotiates (RFC 9110 §12.1) chooses by it; all but a reply are successes with a
  /// body, or failures.
  package enum Wanted: Hashable, Sendable, CaseIterable {
    /// What people look at.
    case page
    /// A feed at an address that is followed as one; a page is taken where there is none.
    case feed
    /// A page or a feed, whichever stands there.
    case either
    case picture
    /// What a service says, whatever it is: any status but a redirect that is followed, with or without a body (204),
    /// as `FetchOutcome.fetched`. Of one that is no success the first `Transfer.failureBodyBytes` of the body come.
    case reply

    /// The header `Accept`.
    var accept: String {
      switch self {
      case .page, .reply: "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8"
      case .feed:
        "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
          + "application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.6, */*;q=0.5"
      case .either:
        "text/html, application/xhtml+xml, application/rss+xml;q=0.9, application/atom+xml;q=0.9, "
          + "application/feed+json;q=0.9, application/xml;q=0.9, */*;q=0.8"
      case .picture: "image/*, */*;q=0.5"
      }
    }
  }

  /// The size beyond which a body is refused unless the request says otherwise: 8 MiB.
  package static let defaultLimitBytes = 8 * 1024 * 1024

  /// Where to ask first; redirects are followed.
  package var address: WebAddress
  /// How it is asked.
  package var method: FetchMethod
  /// Fields of the request's head beyond the usual. They go to the origin that was asked (scheme, host, port) and are
  /// left out where a redirect leads to another one; one with a control character is not sent.
  package var fields: [HeadField]
  /// What is asked for.
  package var wanted: Wanted
  /// What the last answer gave; makes the request conditional.
  package var validators: Validators
  /// The size of the body, after decompression, beyond which it is refused.
  package var limitBytes: Int
  /// Whom the answer is for.
  package var priority: Priority

  package init(
    address: WebAddress, validators: Validators = Validators(), limitBytes: Int = defaultLimitBytes,
    wanted: Wanted = .page, priority: Priority = .refresh, method: FetchMethod = .get,
    fields: [HeadField] = []
  ) {
    self.address = address
    self.validators = validators
    self.limitBytes = limitBytes
    self.wanted = wanted
    self.priority = priority
    self.method = method
    self.fields = fields
  }
}
