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
    case 0xDF, 0x1E9E:
      sink("s")
      sink("s")
    case 0xC0..<0x530: sink(small[Int(scalar.value) - 0xC0])
    case 0x1E00...0x1EFF:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { sink(withoutMarks(lower)) }
    case _ where scalar.properties.changesWhenLowercased:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars where !lower.isUnseen { sink(lower) }
    default: sink(scalar)
    }
  }

  /// What the letters from U+00C0 to U+052F fold to.
  private static let small: [Unicode.Scalar] = (0xC0..<0x530).map { value in
    guard let scalar = Unicode.Scalar(UInt16(value)) else { return "\u{FFFD}" }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return value < 0x250 ? withoutMarks(lower) : lower
  }

  /// A Latin letter as the one below its marks.
  private static func withoutMarks(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    if let plain = crossed[letter] { return plain }
    guard 0xC0..<0x250 ~= letter.value || 0x1E00...0x1EFF ~= letter.value else { return letter }
    let parts = String(Character(letter)).decomposedStringWithCanonicalMapping.unicodeScalars
    guard let base = parts.first, base.isLatinLetter else { return letter }
    return base
  }

  /// Letters with strokes, which do not come apart.
  private static let crossed: [Unicode.Scalar: Unicode.Scalar] = [
    "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ħ": "h", "ŧ": "t",
  ]
}
