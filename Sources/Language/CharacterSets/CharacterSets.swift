import Foundation

/// Bytes to text, whatever they are: never fails, linear in their number.
///
/// Trusted in this order: a byte-order mark, bytes that can only be UTF-8, the HTTP content type, the XML
/// declaration, `<meta>`, what the letters say. A declaration that the bytes contradict loses.
package enum CharacterSets {
  /// The text of some bytes.
  ///
  /// - Parameters:
  ///   - contentType: what HTTP said (`text/html; charset=utf-8`).
  ///   - kind: what the bytes are expected to be.
  ///   - hintLanguage: the language that is known from elsewhere (BCP 47), for a text too short to tell.
  package static func decode(
    _ bytes: some ContiguousBytes, contentType: String? = nil, kind: TextKind = .automatic,
    hintLanguage: String? = nil
  ) -> DecodedText {
    bytes.withUnsafeBytes { buffer in
      CharsetDecision(bytes: buffer, contentType: contentType, kind: kind, hintLanguage: hintLanguage)
        .decoded()
    }
  }

  /// The text of bytes in a set that is known; `nil` when nobody here knows the label.
  package static func decode(_ bytes: some ContiguousBytes, label: String) -> String? {
    guard let encoding = CharacterEncoding(label: label) else { return nil }
    return bytes.withUnsafeBytes { ByteDecoder.decode($0, as: encoding) }
  }
}
