import Foundation

/// Writing text as HTML or XML, in UTF-8 or windows-1251.
enum EchoText {
  /// Escapes what markup would read.
  static func escape(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "\"", with: "&quot;")
  }

  /// The bytes of a page; in windows-1251 letters that it lacks become numeric references, as CMSes do.
  static func bytes(_ text: String, isWindows1251: Bool) -> Data {
    guard isWindows1251 else { return Data(text.utf8) }
    var result = Data(capacity: text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x80, 0xA0, 0xA4, 0xA6, 0xA7, 0xA9, 0xAB...0xAE, 0xB0, 0xB1, 0xB5...0xB7, 0xBB:
        result.append(UInt8(scalar.value))
      case 0x410...0x44F: result.append(UInt8(scalar.value - 0x410 + 0xC0))
      default:
        if let byte = others[scalar] {
          result.append(byte)
        } else {
          result.append(Data("&#\(scalar.value);".utf8))
        }
      }
    }
    return result
  }

  /// What windows-1251 has besides Russian letters and what stands at the same place in Latin-1, as far as editors type it.
  private static let others: [Unicode.Scalar: UInt8] = [
    "Ё": 0xA8, "ё": 0xB8, "„": 0x84, "…": 0x85, "€": 0x88, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94,
    "–": 0x96, "—": 0x97, "№": 0xB9, "І": 0xB2, "і": 0xB3,
  ]
}
