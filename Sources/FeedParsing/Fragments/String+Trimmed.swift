import Foundation

extension String {
  /// Without white space around it.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    let mayBeSpace = first <= 0x20 || first >= 0x80 || last <= 0x20 || last >= 0x80
    guard mayBeSpace,
      unicodeScalars.first?.properties.isWhitespace == true
        || unicodeScalars.last?.properties.isWhitespace == true
    else { return self }
    return trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Without white space around it, or `nil` when nothing is left.
  var nonEmpty: String? {
    let text = trimmed
    return text.isEmpty ? nil : text
  }
}
