import NewsModel

/// Addresses as engines write them into feeds and lists.
enum LinkText {
  /// An address with the ampersands that were escaped once too often, and a host without a scheme made whole. References
  /// of other names stay: `&copy=` is a parameter.
  static func mended(_ text: String) -> String {
    var whole = text.trimmed
    if let first = whole.utf8.first, first | 0x20 == 0x77, whole.lowercased().hasPrefix("www."),
      WebAddress.beginsWithHost(whole)
    {
      whole = "https://" + whole
    }
    guard whole.utf8.contains(0x26) else { return whole }
    return withPlainAmpersands(whole)
  }

  private static func withPlainAmpersands(_ text: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      result.append(bytes[index])
      index += 1
      guard result.last == 0x26 else { continue }
      // `&amp;amp;` is one ampersand however often it was escaped.
      while let name = ampersands.first(where: { matches($0, bytes, index) }) { index += name.count }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let ampersands = ["amp;", "#38;", "#038;", "#x26;"].map { Array($0.utf8) }

  private static func matches(_ name: [UInt8], _ bytes: [UInt8], _ index: Int) -> Bool {
    index + name.count <= bytes.count
      && name.indices.allSatisfy { offset in
        let byte = bytes[index + offset]
        return byte == name[offset] || (byte | 0x20 == name[offset] && name[offset] >= 0x61)
      }
  }

  /// Whether it is what engines write where they have no address.
  static func isPlaceholder(_ text: String) -> Bool {
    text.utf8.count <= longestPlaceholder && placeholders.contains(text.trimmed.lowercased())
  }

  private static let longestPlaceholder = 16

  private static let placeholders: Set<String> = [
    "n/a", "n.a.", "na", "-", "--", "–", "—", "#", "?", "null", "(null)", "nil", "none", "undefined", "nan",
    "no", "false", "empty", "нет", "н/д", "жоқ", "юк", "немає", "няма", "http://", "https://",
  ]
}
