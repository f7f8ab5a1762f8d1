import Markup
import NewsModel

/// A text of a feed before it is known what becomes of it.
struct FeedText: Hashable {
  var value: String
  var isHTML: Bool

  var isBlank: Bool { value.allSatisfy(\.isWhitespace) }

  /// As HTML, cleaned; `nil` when there is nothing in it.
  var html: String? {
    guard !isBlank else { return nil }
    return HTMLFragment.cleaned(isHTML ? value : HTMLFragment.escaped(value))
  }

  /// As one plain line.
  var line: String { isHTML ? HTMLFragment.line(value) : CleanText.line(value) }
}

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

  /// Whether there may be something to clean away. Without branches, so that many bytes are looked at together:
  /// the bytes that begin or end a refused character, with the byte before where that tells more.
  private static func isSuspect(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var suspicion: UInt8 = 0
    for byte in bytes {
      let isControl = byte < 0x20 && byte != 0x0A && byte != 0x09
      suspicion |= isControl || byte == 0x7F || byte == 0xEF || byte == 0xF3 ? 1 : 0
    }
    for index in stride(from: 1, to: bytes.count, by: 1) {
      let before = bytes[index - 1]
      let byte = bytes[index]
      let isC1 = before == 0xC2 && byte < 0xA0
      let isLetterMark = before == 0xD8 && byte == 0x9C
      // U+200E–F, U+2028–E; U+2066–F.
      let isMark = before == 0x80 && (byte == 0x8E || byte == 0x8F || (byte >= 0xA8 && byte <= 0xAE))
      let isIsolate = before == 0x81 && byte >= 0xA6 && byte <= 0xAF
      suspicion |= isC1 || isLetterMark || isMark || isIsolate ? 1 : 0
    }
    return suspicion != 0
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
