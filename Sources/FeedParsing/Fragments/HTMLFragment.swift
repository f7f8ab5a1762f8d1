import Markup
import NewsModel

/// Small pieces of HTML as strings.
enum HTMLFragment {
  /// One plain line of a fragment such as a title: HTML's own tags go, others (`<tag>`, `a < b`) are text.
  static func line(_ html: String) -> String {
    guard html.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return CleanText.line(html) }
    return CleanText.line(Entities.decode(withoutTags(html)))
  }

  /// Text as HTML.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 || $0 == 0x3E }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 { appendEscaped(byte, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0x26: bytes.append(contentsOf: "&amp;".utf8)
    case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
    case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
    default: bytes.append(byte)
    }
  }

  /// Without the characters that no text of ours may hold; line feeds and tabs stay.
  static func cleaned(_ html: String) -> String {
    var html = html
    guard html.withUTF8(isSuspect) else { return html }
    var result = String.UnicodeScalarView()
    for scalar in html.unicodeScalars where scalar == "\n" || scalar == "\t" || !CleanText.isRefused(scalar) {
      result.append(scalar)
    }
    return String(result)
  }

  /// Whether a refused character may be there: its first byte with what follows it.
  private static func isSuspect(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    leads.withUnsafeBufferPointer { leads in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        guard leads[Int(byte)] else { continue }
        let next = index < bytes.count ? bytes[index] : 0
        switch byte {
        case 0xC2: if next < 0xA0 { return true }
        case 0xD8: if next == 0x9C { return true }
        case 0xE2:
          if next == 0x81 || next == 0x80 && isMark(index + 1 < bytes.count ? bytes[index + 1] : 0) {
            return true
          }
        default: return true
        }
      }
      return false
    }
  }

  /// The last byte of U+200E, U+200F and U+2028 to U+202E.
  private static func isMark(_ last: UInt8) -> Bool {
    last == 0x8E || last == 0x8F || (last >= 0xA8 && last <= 0xAE)
  }

  /// The bytes that begin a refused character: controls, C1, U+061C, the marks of U+20xx, U+FEFF and the like, tags.
  private static let leads: [Bool] = (0..<256).map { byte in
    byte < 0x20 ? byte != 0x0A && byte != 0x09 : [0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3].contains(byte)
  }

  /// Whether text that is declared plain is HTML all the same: it has HTML's tags and no others, or HTML's
  /// references.
  static func looksLikeHTML(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return false }
    var isKnown = false
    var isForeign = false
    scan(text) { tag in
      if HTMLTagNames.all.contains(tag.name) {
        isKnown = isKnown || tag.isEnd || ["br", "img", "p", "hr"].contains(tag.name)
      } else {
        isForeign = true
      }
      return !isForeign
    }
    return !isForeign && (isKnown || Entities.decode(text) != text)
  }
}
