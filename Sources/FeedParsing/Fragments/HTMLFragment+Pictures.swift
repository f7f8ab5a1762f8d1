import Markup

extension HTMLFragment {
  /// The address of the first picture in a fragment; `nil` when it has none among its first few.
  static func firstPicture(in html: String) -> String? {
    var html = html
    return html.withUTF8 { bytes in
      var looked = 0
      var index = 0
      while index + 5 < bytes.count, looked < 8 {
        guard bytes[index] == 0x3C, bytes[index + 1] | 0x20 == 0x69, bytes[index + 2] | 0x20 == 0x6D,
          bytes[index + 3] | 0x20 == 0x67, bytes[index + 4] <= 0x20 || bytes[index + 4] == 0x2F
        else {
          index += 1
          continue
        }
        var scanner = HTMLTagScanner(UnsafeBufferPointer(rebasing: bytes[index...]))
        guard let tag = scanner.next() else { return nil }
        let text = Substring(String(decoding: bytes[index..<index + tag.range.upperBound], as: UTF8.self))
        if isSeen(text), let address = attribute("data-src", of: text) ?? attribute("src", of: text) {
          return address
        }
        index += tag.range.upperBound
        looked += 1
      }
      return nil
    }
  }

  /// Whether a picture's tag says nothing against its being seen: counters are of one pixel, or not displayed.
  private static func isSeen(_ tag: Substring) -> Bool {
    for name in ["width", "height"] {
      if let text = attribute(name, of: tag), let size = Int(text.trimmed.prefix(while: \.isNumber)),
        size <= largestCounter, !text.contains("%")
      {
        return false
      }
    }
    guard let style = attribute("style", of: tag)?.lowercased().filter({ !$0.isWhitespace }) else {
      return true
    }
    let rules = style.split(separator: ";")
    return !rules.contains { rule in
      if ["display:none", "visibility:hidden", "opacity:0"].contains(where: rule.hasPrefix) {
        return rule != "opacity:0" ? !rule.hasPrefix("opacity:0.") : true
      }
      guard let size = ["width:", "height:", "max-width:", "max-height:"].first(where: rule.hasPrefix) else {
        return false
      }
      let value = rule.dropFirst(size.count)
      return !value.contains("%") && !value.contains("em") && !value.contains(".")
        && Int(value.prefix(while: \.isNumber)).map { $0 <= largestCounter } == true
    }
  }

  /// Pixels of a side.
  private static let largestCounter = 2

  /// The value of an attribute in the text of a tag; data addresses count as none.
  private static func attribute(_ name: String, of tag: Substring) -> String? {
    var rest = tag
    while let equals = rest.firstIndex(of: "=") {
      let before = rest[..<equals].trimmingSuffix(while: \.isWhitespace)
      let after = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
      guard let first = after.first else { return nil }
      let isQuoted = first == "\"" || first == "'"
      let value =
        isQuoted ? after.dropFirst().prefix { $0 != first } : after.prefix { !$0.isWhitespace && $0 != ">" }
      let written = before.drop { $0.isWhitespace }
      let key =
        written.lastIndex(where: \.isWhitespace).map { written[written.index(after: $0)...] } ?? written
      if key.lowercased() == name, !value.isEmpty, !value.hasPrefix("data:") {
        return Entities.decode(String(value))
      }
      rest = after[value.endIndex...]
      if isQuoted { rest = rest.dropFirst() }
    }
    return nil
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, isDropped(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
