import Foundation

/// A short line as it is looked up among known phrases.
extension Folding {
  /// Lower case, ё as е, letters and marks composed, signs at the ends left out; accents stay.
  ///
  /// - Parameter line: one line with one space between words.
  package static func phrase(_ line: String) -> String {
    let line = LowerCase.of(line)
    let scalars = line.unicodeScalars
    guard let first = scalars.firstIndex(where: isPhrasePart),
      let last = scalars.lastIndex(where: isPhrasePart)
    else { return "" }
    let end = scalars.index(after: last)
    var rest = first == line.startIndex && end == line.endIndex ? line : String(scalars[first..<end])
    if !isComposed(rest) { rest = rest.precomposedStringWithCanonicalMapping }
    return withoutDots(rest)
  }

  /// Whether a scalar of lower case belongs to a phrase: letters, digits, and the marks that stand on letters.
  package static func isPhrasePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x7F:
      scalar.value >= 0x30 && scalar.value <= 0x39 || scalar.value >= 0x61 && scalar.value <= 0x7A
    case 0x400...0x481, 0x48A...0x52F: true
    default:
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
    }
  }

  /// ё as е.
  private static func withoutDots(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var isChanged = false
    for index in bytes.indices.dropLast() where bytes[index] == 0xD1 && bytes[index + 1] == 0x91 {
      (bytes[index], bytes[index + 1]) = (0xD0, 0xB5)
      isChanged = true
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : text
  }

  /// Whether a text of letters is composed for certain: ASCII, Latin up to U+02FF, Cyrillic, quotation marks and dashes.
  private static func isComposed(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.allSatisfy { index in
        switch bytes[index] {
        case 0..<0xCC, 0xD0...0xD3: true
        // U+2000 and U+2001 alone are not, and cleaned text has common spaces in their place.
        case 0xE2: bytes[index + 1] == 0x80
        default: false
        }
      }
    }
  }
}
