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
    for character in text {
      if let one = String(character).data(using: .windowsCP1251) {
        result.append(one)
      } else {
        for scalar in character.unicodeScalars { result.append(Data("&#\(scalar.value);".utf8)) }
      }
    }
    return result
  }
}
