import NewsModel

extension Phrasebook {
  /// The sentence that a failure of the network has, and the facts in it.
  func parts(of failure: FetchFailure, at address: WebAddress) -> (key: ProblemKey, facts: [String: String]) {
    let host = ["host": address.host]
    switch failure {
    case .unknownHost(let name): return (.unknownHost, ["host": name.isEmpty ? address.host : name])
    case .refused: return (.refused, host)
    case .timedOut, .stalled: return (.timedOut, host)
    case .tooLarge(let limit): return (.tooLarge, ["limit": size(bytes: limit)])
    case .status(410, _): return (.gone, host)
    case .status(let status, _):
      return (Self.key(ofStatus: status), ["status": String(status), "host": address.host])
    case .browserCheck: return (.browserCheck, host)
    case .certificate(let fault): return parts(of: fault, host: address.host)
    case .encryption: return (.encryption, host)
    case .tooManyRedirects: return (.tooManyRedirects, host)
    case .forbiddenRedirect(let target): return (.forbiddenRedirect, ["address": target])
    case .badScheme, .malformedAddress: return (.notAnAddress, ["text": address.shown])
    case .proxy(let words): return (.proxy, ["reason": words])
    case .offline: return (.offline, [:])
    case .cancelled: return (.cancelled, [:])
    case .empty: return (.emptyAnswer, ["address": address.shown])
    case .unreadableFile(let fault): return parts(of: fault, path: address.path)
    case .interrupted, .garbled: return (.interrupted, host)
    case .other(let words): return (.other, ["reason": words])
    }
  }

  private func parts(
    of fault: FetchFailure.CertificateFault, host: String
  ) -> (key: ProblemKey, facts: [String: String]) {
    switch fault {
    case .expired: (.certificateExpired, ["host": host])
    case .notYetValid: (.certificateNotYetValid, ["host": host])
    case .selfSigned: (.certificateSelfSigned, ["host": host])
    case .unknownRoot(let issuer?): (.certificateUnknownRoot, ["host": host, "issuer": issuer])
    case .wrongHost: (.certificateWrongHost, ["host": host])
    case .revoked: (.certificateRevoked, ["host": host])
    case .unknownRoot(nil), .other: (.certificate, ["host": host])
    }
  }

  private func parts(
    of fault: FetchFailure.FileFault, path: String
  ) -> (key: ProblemKey, facts: [String: String]) {
    switch fault {
    case .directory: (.isFolder, ["path": path])
    case .missing, .forbidden, .notRegular, .remote, .other: (.unreadableFile, ["path": path])
    }
  }

  private static func key(ofStatus status: Int) -> ProblemKey {
    switch status {
    case 401, 403: .statusForbidden
    case 404, 410: .statusGone
    case 429: .statusTooMany
    case 500...599: .statusServer
    default: .status
    }
  }
}
