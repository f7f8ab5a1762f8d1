import Foundation

/// One character as search sees it.
enum LetterFolding {
  /// Hands on what a character folds to: nothing for a stress mark, two letters for ß, mostly one.
  @inline(__always)
  static func append(_ scalar: Unicode.Scalar, to sink: (Unicode.Scalar) -> Void) {
    let value = scalar.value
    if value < 0x80 {
      sink(0x41...0x5A ~= value ? Unicode.Scalar(UInt8(value) + 0x20) : scalar)
    } else if 0x410...0x42F ~= value {
      sink(Unicode.Scalar(value + 0x20) ?? scalar)
    } else if 0x430...0x44F ~= value {
      sink(scalar)
    } else {
      appendRare(scalar, to: sink)
    }
  }

  private static func appendRare(_ scalar: Unicode.Scalar, to sink: (Unicode.Scalar) -> Void) {
    switch scalar.value {
    case 0x401, 0x451, 0x400, 0x450: sink("е")
    case 0x40D, 0x45D: sink("и")
    // Stress marks and what joins or parts letters unseen; й, ї and ў were composed before.
    case _ where scalar.isUnseen: break
    case 0x2019, 0x2BC, 0x2018, 0x60, 0xB4: sink("'")
    case 0x2010...0x2015, 0x2212: sink("-")
    case 0xA0, 0x2007, 0x202F: sink(" ")
    case 0x400...0x52F:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { sink(lower) }
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars where !lower.isUnseen {
        if lower.value == 0xDF {
          sink("s")
          sink("s")
        } else {
          sink(baseLetters[lower] ?? lower)
        }
      }
    }
  }

  /// Latin letters with marks as the letters below them.
  private static let baseLetters: [Unicode.Scalar: Unicode.Scalar] = {
    var result: [Unicode.Scalar: Unicode.Scalar] = [
      "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ħ": "h", "ŧ": "t", "æ": "æ",
    ]
    for value in Array(UInt32(0xC0)...0x24F) + Array(UInt32(0x1E00)...0x1EFF) {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isLowercase else { continue }
      let parts = String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars
      if parts.count > 1, let base = parts.first, base.isLatinLetter { result[scalar] = base }
    }
    return result
  }()
}
