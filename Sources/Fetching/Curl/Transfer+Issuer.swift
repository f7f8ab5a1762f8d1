import CCurl
import Foundation
import NewsModel

extension Transfer {
  /// Makes the next step one that only shakes hands, to learn who signed a certificate that was refused.
  ///
  /// This step alone goes on with an unknown signer. Nothing is asked over its connection and nothing taken from it
  /// but that name (`CURLOPT_CONNECT_ONLY`: no request is sent, and no other transfer uses the connection); the
  /// outcome is a failure whatever it finds.
  func configureIssuerStep() {
    handle.set(CURLOPT_CONNECT_ONLY, 1)
    handle.set(CURLOPT_CERTINFO, 1)
    handle.set(CURLOPT_SSL_VERIFYPEER, 0)
    handle.set(CURLOPT_SSL_VERIFYHOST, 0)
    handle.set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
  }

  /// Who signed the last certificate of the chain that came: its common name, else its organisation.
  var issuer: String? {
    guard let chain = handle.certificates, let last = chain.last,
      let line = last.first(where: { $0.hasPrefix("Issuer:") })
    else { return nil }
    let name = line.dropFirst("Issuer:".count)
    for key in ["CN", "O"] {
      // OpenSSL prints "C = RU, O = Name, CN = Name".
      guard let range = name.range(of: "\(key) = ", options: .backwards) else { continue }
      let value = CleanText.line(name[range.upperBound...].prefix { $0 != "," }, limit: 100)
      if !value.isEmpty { return value }
    }
    return nil
  }
}
