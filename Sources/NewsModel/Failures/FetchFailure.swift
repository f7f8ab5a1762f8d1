/// Why there is no body: one case for each thing that a person can do something different about.
///
/// Texts inside are facts from outside (a host, a library's words), cleaned; sentences are made elsewhere.
package enum FetchFailure: Error, Hashable, Sendable {
  /// The name server knows no such host.
  case unknownHost(String)
  /// The host takes no connection, or no way leads to it.
  case refused
  /// No connection, or no end of the answer, within the time allowed.
  case timedOut
  /// The answer began and then nothing came for longer than the idle time allowed.
  case stalled
  /// The body is larger than the limit, in bytes after decompression.
  case tooLarge(limit: Int)
  /// The server's answer is no success; `retryAfter` when it names a time (429, 503).
  case status(Int, retryAfter: Duration?)
  /// The site wants to see a browser (a challenge page of a protection service), with its status.
  case browserCheck(Int)
  case certificate(CertificateFault)
  /// TLS failed before any certificate was looked at; the library's words.
  case encryption(String)
  case tooManyRedirects
  /// A redirect to what is neither http nor https; the address as the server wrote it.
  case forbiddenRedirect(String)
  /// The transport does not speak the address's scheme.
  case badScheme
  /// libcurl cannot take the address apart: its host or its port can be none.
  case malformedAddress
  /// The proxy failed, not the site; the library's words.
  case proxy(String)
  /// There is no network, or it was forbidden.
  case offline
  case cancelled
  /// The answer is a success without a body.
  case empty
  case unreadableFile(FileFault)
  /// The connection ended inside the answer.
  case interrupted
  /// The answer is not HTTP, or its compression is broken; the library's words.
  case garbled(String)
  /// Anything else, in the library's words.
  case other(String)

  /// What is wrong with a server's certificate.
  package enum CertificateFault: Hashable, Sendable {
    case expired
    case notYetValid
    case selfSigned
    /// No chain to a root that this machine trusts; the name of whoever signed, as far as the server told it.
    case unknownRoot(issuer: String?)
    case wrongHost
    case revoked
    case other
  }

  /// Why a file could not be read.
  package enum FileFault: String, Hashable, Sendable, CaseIterable {
    case missing
    case forbidden
    case directory
    /// A pipe, a socket, a device.
    case notRegular
    /// `file://host/…`: files of other machines are not read.
    case remote
    case other
  }

  /// Whether the source is gone for good (410): it is not asked again.
  package var isGone: Bool {
    if case .status(410, _) = self { true } else { false }
  }
}
