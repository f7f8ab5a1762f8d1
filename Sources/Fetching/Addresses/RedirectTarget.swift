import CCurl
import NewsModel

/// Where a `Location` leads.
enum RedirectTarget: Hashable {
  case address(WebAddress)
  /// Neither http nor https, or no address at all; as far as it was understood.
  case forbidden(String)

  /// Resolves a `Location`, absolute or relative, raw bytes included, against the address that sent it.
  init(location: [UInt8], from base: String) {
    let written = CleanText.line(String(decoding: location, as: UTF8.self), limit: WebAddress.maximumBytes)
    guard let resolved = Self.resolve(location, base: base), let address = WebAddress(resolved),
      address.scheme == "http" || address.scheme == "https"
    else {
      self = .forbidden(written)
      return
    }
    self = .address(address)
  }

  private static func resolve(_ location: [UInt8], base: String) -> String? {
    guard location.count <= WebAddress.maximumBytes, !location.contains(0), let parser = vestnik_curl_url()
    else {
      return nil
    }
    defer { vestnik_curl_url_cleanup(parser) }
    guard vestnik_curl_url_set(parser, CURLUPART_URL, base, 0) == CURLUE_OK else { return nil }
    let flags = UInt32(CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE | CURLU_ALLOW_SPACE)
    let result = (location + [0]).withUnsafeBytes { bytes in
      vestnik_curl_url_set(
        parser, CURLUPART_URL, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), flags)
    }
    var text: UnsafeMutablePointer<CChar>?
    guard result == CURLUE_OK, vestnik_curl_url_get(parser, CURLUPART_URL, &text, 0) == CURLUE_OK, let text
    else {
      return nil
    }
    defer { vestnik_curl_free(text) }
    return String(cString: text)
  }
}
