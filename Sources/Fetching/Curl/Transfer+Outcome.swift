import CCurl
import Foundation
import NewsModel

extension Transfer {
  /// What one step of a transfer led to.
  enum Verdict {
    case follow(WebAddress)
    /// Connect once more, only to learn who signed the certificate.
    case askIssuer
    /// Ask once more, for the body as it is: its `Content-Encoding` is none.
    case askUndecoded
    case outcome(FetchOutcome)
  }

  /// Judges a step that libcurl has ended.
  func verdict(_ code: CURLcode, configuration: FetchConfiguration, at now: ContinuousClock.Instant)
    -> Verdict
  {
    if isAskingIssuer { return .outcome(.failed(.certificate(.unknownRoot(issuer: issuer)))) }
    if let stop { return .outcome(.failed(stop)) }
    if isDecidedByHead { return verdictOfHead(configuration, at: now) }
    if code == CURLE_BAD_CONTENT_ENCODING, !isUndecoded, method == .get, head.namesNoCoding {
      return .askUndecoded
    }
    guard code == CURLE_OK else {
      let failure = failure(code, configuration)
      return failure == .certificate(.unknownRoot(issuer: nil)) ? .askIssuer : .outcome(.failed(failure))
    }
    if order.request.wanted == .reply { return .outcome(reply(at: now)) }
    if head.asksForBrowser(body: Data()) { return .outcome(.failed(.browserCheck(head.status))) }
    // A part was not asked for.
    if head.status == 206 { return .outcome(.failed(.status(206, retryAfter: nil))) }
    guard !body.isEmpty else { return .outcome(.failed(.empty)) }
    return .outcome(reply(at: now))
  }

  /// The answer as it came, but for a gzip file, which is unpacked.
  private func reply(at now: ContinuousClock.Instant) -> FetchOutcome {
    FetchedBody(
      address: address, permanentAddress: permanentAddress, contentType: head.text(of: .contentType),
      links: head.text(of: .link), refresh: head.text(of: .refresh), bytes: body, validators: validators,
      maxAge: head.maxAge, elapsed: started.duration(to: now), wireBytes: wireBytes,
      serverTime: head.serverTime, status: head.status, fields: head.all
    ).unpacked(limit: order.request.limitBytes)
  }

  /// The outcome of a transfer that took too long: what its head has told counts all the same.
  func overdueOutcome(
    isStalled: Bool, configuration: FetchConfiguration, at now: ContinuousClock.Instant
  ) -> FetchOutcome {
    if isAskingIssuer { return .failed(.certificate(.unknownRoot(issuer: nil))) }
    if isDecidedByHead, case .outcome(let outcome) = verdictOfHead(configuration, at: now) { return outcome }
    return .failed(isStalled && hasBegun ? .stalled : .timedOut)
  }

  private func verdictOfHead(_ configuration: FetchConfiguration, at now: ContinuousClock.Instant) -> Verdict
  {
    switch head.status {
    case 300...303, 307, 308:
      guard let location = head.bytes(of: .location) else { break }
      switch RedirectTarget(location: location, from: wireAddress) {
      case .forbidden(let text): return .outcome(.failed(.forbiddenRedirect(text)))
      case .address(let target):
        // What was meant for one server is sent to no other.
        if method.after(redirect: head.status) != .get, target.origin != order.request.address.origin {
          return .outcome(.failed(.forbiddenRedirect(target.text)))
        }
        return redirects < configuration.maximumRedirects
          ? .follow(target) : .outcome(.failed(.tooManyRedirects))
      }
    case 304 where !order.request.validators.isEmpty:
      return .outcome(
        .notModified(
          UnchangedBody(
            address: address, permanentAddress: permanentAddress,
            validators: order.request.validators.confirmed(by: validators), maxAge: head.maxAge,
            elapsed: started.duration(to: now), wireBytes: wireBytes, serverTime: head.serverTime)))
    default: break
    }
    if head.asksForBrowser(body: body) { return .outcome(.failed(.browserCheck(head.status))) }
    if order.request.wanted == .reply { return .outcome(reply(at: now)) }
    return .outcome(.failed(.status(head.status, retryAfter: head.retryAfter(now: TrustedClock.machine()))))
  }

  private var validators: Validators {
    let told = Validators(etag: head.text(of: .etag), lastModified: head.text(of: .lastModified))
    return head.isCompressed ? told.beforeCompression : told
  }
}
