import CCurl
import Glibc
import NewsModel

extension Transfer {
  /// libcurl's code in our cases.
  func failure(_ code: CURLcode, _ configuration: FetchConfiguration) -> FetchFailure {
    let told = handle.errorText
    let text = CleanText.line(
      told.isEmpty ? String(cString: vestnik_curl_easy_strerror(code)) : told, limit: 300)
    let connectStatus = handle.number(CURLINFO_HTTP_CONNECTCODE)
    if connectStatus != 0, !(200..<300).contains(connectStatus) { return .proxy(text) }
    switch code {
    case CURLE_URL_MALFORMAT: return .malformedAddress
    case CURLE_COULDNT_RESOLVE_HOST:
      return configuration.isOnline() ? .unknownHost(address.host) : .offline
    case CURLE_COULDNT_CONNECT: return connectFailure(text, configuration)
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: return .proxy(text)
    case CURLE_OPERATION_TIMEDOUT: return .timedOut
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
      return .certificate(certificateFault)
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_CACERT_BADFILE:
      return .encryption(text)
    case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_HTTP2_STREAM:
      return .interrupted
    case CURLE_BAD_CONTENT_ENCODING, CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2:
      return .garbled(text)
    default: return .other(text)
    }
  }

  private func connectFailure(_ text: String, _ configuration: FetchConfiguration) -> FetchFailure {
    switch Int32(truncatingIfNeeded: handle.number(CURLINFO_OS_ERRNO)) {
    case ECONNREFUSED: .refused
    case ENETUNREACH, EHOSTUNREACH: configuration.isOnline() ? .refused : .offline
    case ETIMEDOUT: .timedOut
    default: .other(text)
    }
  }

  /// OpenSSL's verdict (`X509_V_ERR_…`), which stays unset when only the name is wrong: libcurl compares that.
  private var certificateFault: FetchFailure.CertificateFault {
    switch handle.number(CURLINFO_SSL_VERIFYRESULT) {
    case 0, 1, 62: .wrongHost
    case 9: .notYetValid
    case 10: .expired
    case 18: .selfSigned
    case 2, 19, 20, 21: .unknownRoot(issuer: nil)
    case 23: .revoked
    default: .other
    }
  }
}
