import Markup

extension HTMLFragment {
  /// Visits the tags of a fragment, front to back, until `visit` answers `false`. A tag that is cut off at the end
  /// counts.
  static func scan(_ html: String, _ visit: (HTMLTag) -> Bool) {
    var html = html
    html.withUTF8 { bytes in
      var scanner = HTMLTagScanner(bytes)
      while let tag = scanner.next() {
        guard visit(tag) else { return }
      }
    }
  }

  /// A fragment without HTML's own tags, comments, scripts and styles; a tag that parts lines leaves a space.
  static func withoutTags(_ html: String) -> String {
    var html = html
    return html.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var copied = 0
      var silent: String?
      var scanner = HTMLTagScanner(bytes)
      while let tag = scanner.next() {
        guard HTMLTagNames.all.contains(tag.name) else { continue }
        if silent == nil { result.append(contentsOf: bytes[copied..<tag.range.lowerBound]) }
        if let name = silent {
          if tag.isEnd, tag.name == name { silent = nil }
        } else if !tag.isEnd, ["script", "style", "template", "noscript"].contains(tag.name) {
          silent = tag.name
        }
        if HTMLTagNames.parting.contains(tag.name) { result.append(0x20) }
        copied = tag.range.upperBound
      }
      if silent == nil { result.append(contentsOf: bytes[copied...]) }
      return String(decoding: result, as: UTF8.self)
    }
  }

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
        if let address = attribute("data-src", of: text) ?? attribute("src", of: text) { return address }
        index += tag.range.upperBound
        looked += 1
      }
      return nil
    }
  }

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
