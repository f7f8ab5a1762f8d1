import Foundation
import Markup

/// An element of a feed with all that was inside it.
struct FeedField {
  let element: FeedElement
  let attributes: [XMLAttribute]
  /// What references in it are relative to.
  let base: String?
  var text = FeedText(value: "", isHTML: false)
  /// Its child elements' texts by local name, for the elements that have such children.
  var parts: [(name: String, text: String)] = []

  /// Its text as one plain line.
  var line: String { text.line }

  /// Its text as it stands, without white space around it: identities, addresses, dates.
  var bare: String { text.value.trimmed }

  /// The text of the first child with one of some names.
  func part(_ names: String...) -> String? {
    parts.first { part in names.contains(part.name) && !part.text.trimmed.isEmpty }?.text.trimmed
  }
}

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
