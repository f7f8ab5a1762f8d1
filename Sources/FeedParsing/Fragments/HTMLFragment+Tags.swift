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
}
