import Markup

/// A tag in a fragment of HTML.
struct HTMLTag {
  /// Lower case.
  let name: String
  let isEnd: Bool
  /// The bytes of the fragment from `<` to behind `>`.
  let range: Range<Int>
}

extension HTMLFragment {
  /// Visits the tags of a fragment, front to back, until `visit` answers `false`. A tag that is cut off at the end
  /// counts.
  static func scan(_ html: String, _ visit: (HTMLTag) -> Bool) {
    var html = html
    html.withUTF8 { bytes in
      var index = 0
      while let tag = nextTag(in: bytes, from: index) {
        guard visit(tag) else { return }
        index = tag.range.upperBound
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
      var index = 0
      var silent: String?
      while let tag = nextTag(in: bytes, from: index) {
        index = tag.range.upperBound
        guard HTMLTagNames.all.contains(tag.name) else { continue }
        if silent == nil { result.append(contentsOf: bytes[copied..<tag.range.lowerBound]) }
        if let name = silent {
          if tag.isEnd, tag.name == name { silent = nil }
        } else if !tag.isEnd, ["script", "style", "template", "noscript"].contains(tag.name) {
          silent = tag.name
        }
        if HTMLTagNames.parting.contains(tag.name) { result.append(0x20) }
        copied = index
      }
      if silent == nil { result.append(contentsOf: bytes[copied...]) }
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// The address of the first picture in a fragment; `nil` when it has none.
  static func firstPicture(in html: String) -> String? {
    guard html.utf8.contains(0x3C) else { return nil }
    var address: String?
    var looked = 0
    let utf8 = html.utf8
    scan(html) { tag in
      guard tag.name == "img", !tag.isEnd else { return true }
      let start = utf8.index(utf8.startIndex, offsetBy: tag.range.lowerBound)
      let end = utf8.index(start, offsetBy: tag.range.count)
      address = attribute("data-src", of: html[start..<end]) ?? attribute("src", of: html[start..<end])
      looked += 1
      return address == nil && looked < 8
    }
    return address
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

  private static func nextTag(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> HTMLTag? {
    var index = start
    while index < bytes.count {
      guard bytes[index] == 0x3C else {
        index += 1
        continue
      }
      if let tag = tag(in: bytes, at: index) { return tag }
      index += 1
    }
    return nil
  }

  private static func tag(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> HTMLTag? {
    var index = start + 1
    if let end = commentEnd(in: bytes, at: start) {
      return HTMLTag(name: "!--", isEnd: false, range: start..<end)
    }
    let isEnd = index < bytes.count && bytes[index] == 0x2F
    if isEnd { index += 1 }
    let nameStart = index
    while index < bytes.count, index - nameStart <= 16, isLetterOrDigit(bytes[index]) { index += 1 }
    guard index > nameStart, index - nameStart <= 16, bytes[nameStart] > 0x39 else { return nil }
    // What follows the name must end it.
    if index < bytes.count {
      guard bytes[index] == 0x3E || bytes[index] == 0x2F || bytes[index] <= 0x20 else { return nil }
    }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    var quote: UInt8 = 0
    let limit = min(bytes.count, start + 16384)
    while index < limit {
      let byte = bytes[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        return HTMLTag(name: name, isEnd: isEnd, range: start..<index)
      } else if byte == 0x22 || byte == 0x27, bytes[index - 2] == 0x3D || bytes[index - 2] <= 0x20 {
        quote = byte
      }
    }
    return HTMLTag(name: name, isEnd: isEnd, range: start..<index)
  }

  /// Behind the comment that begins here; a comment without an end goes on to the end.
  private static func commentEnd(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard start + 3 < bytes.count, bytes[start + 1] == 0x21, bytes[start + 2] == 0x2D,
      bytes[start + 3] == 0x2D
    else { return nil }
    var index = start + 4
    while index + 2 < bytes.count {
      if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E { return index + 3 }
      index += 1
    }
    return bytes.count
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}

/// The names of HTML's elements, old ones too.
enum HTMLTagNames {
  static let all: Set<String> = [
    "!--", "a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "b", "base",
    "basefont",
    "bdi", "bdo", "big", "blink", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite",
    "code",
    "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt",
    "em",
    "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2",
    "h3",
    "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label",
    "legend",
    "li", "link", "main", "map", "mark", "marquee", "menu", "meta", "meter", "nav", "nobr", "noframes",
    "noindex",
    "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "picture", "pre", "progress",
    "q", "rp",
    "rt", "ruby", "s", "samp", "script", "section", "select", "small", "source", "span", "strike", "strong",
    "style",
    "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead",
    "time",
    "title", "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
  ]

  /// Those that part what stands before from what stands behind.
  static let parting: Set<String> = [
    "blockquote", "br", "dd", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li",
    "ol", "p",
    "pre", "table", "td", "th", "tr", "ul",
  ]

  /// Those that have no end tag.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
  ]
}

extension Substring {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, isDropped(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
