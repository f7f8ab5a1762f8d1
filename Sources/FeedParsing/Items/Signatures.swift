import Foundation

/// Bytes that are no text.
enum Signatures {
  private static let known: [[UInt8]] = [
    [0x1F, 0x8B], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x47, 0x49, 0x46, 0x38],
    [0x50, 0x4B, 0x03, 0x04],
    [0x25, 0x50, 0x44, 0x46], [0x52, 0x61, 0x72, 0x21], [0x42, 0x5A, 0x68], [0x37, 0x7A, 0xBC, 0xAF],
    [0x7F, 0x45, 0x4C, 0x46], [0x00, 0x00, 0x01, 0x00], [0x49, 0x44, 0x33],
  ]

  /// Whether the first bytes are those of a picture, an archive or the like.
  static func isBinary(_ bytes: Data) -> Bool { known.contains { bytes.starts(with: $0) } }

  /// Whether what was decoded is mostly no characters.
  static func looksBinary(_ text: String) -> Bool {
    var total = 0
    var odd = 0
    for scalar in text.unicodeScalars.prefix(4096) {
      total += 1
      if scalar.value < 0x20 ? !(9...13).contains(scalar.value) : scalar == "\u{FFFD}" { odd += 1 }
    }
    return odd * 20 > total
  }
}
