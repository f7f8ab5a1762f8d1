/// A tag in a fragment of HTML.
struct HTMLTag {
  /// Lower case.
  let name: String
  let isEnd: Bool
  /// The bytes of the fragment from `<` to behind `>`.
  let range: Range<Int>
}

/// Finds the tags of a fragment, front to back, in time linear in its length.
struct HTMLTagScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// Cleared once a comment was found not to end: no later one does.
  private var mayEndComments = true
  private static let longestName = 16
  private static let longestTag = 16_384

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next tag or comment (`!--`); one that is cut off at the end counts.
  mutating func next() -> HTMLTag? {
    while index < bytes.count {
      if bytes[index] == 0x3C, let tag = comment() ?? tag() {
        index = tag.range.upperBound
        return tag
      }
      index += 1
    }
    return nil
  }

  /// A comment without an end goes on to the next `>`, or to the end.
  private mutating func comment() -> HTMLTag? {
    let start = index
    guard start + 3 < bytes.count, bytes[start + 1] == 0x21, bytes[start + 2] == 0x2D,
      bytes[start + 3] == 0x2D
    else { return nil }
    func made(_ end: Int) -> HTMLTag { HTMLTag(name: "!--", isEnd: false, range: start..<end) }
    var place = start + 4
    while mayEndComments, place + 2 < bytes.count {
      if bytes[place] == 0x2D, bytes[place + 1] == 0x2D, bytes[place + 2] == 0x3E { return made(place + 3) }
      place += 1
    }
    mayEndComments = false
    return made(bytes[(start + 4)...].firstIndex(of: 0x3E).map { $0 + 1 } ?? bytes.count)
  }

  private func tag() -> HTMLTag? {
    let start = index
    var place = start + 1
    let isEnd = place < bytes.count && bytes[place] == 0x2F
    if isEnd { place += 1 }
    let nameStart = place
    while place < bytes.count, place - nameStart <= Self.longestName, isLetterOrDigit(bytes[place]) {
      place += 1
    }
    guard place > nameStart, place - nameStart <= Self.longestName, bytes[nameStart] > 0x39 else {
      return nil
    }
    // What follows the name must end it.
    if place < bytes.count {
      guard bytes[place] == 0x3E || bytes[place] == 0x2F || bytes[place] <= 0x20 else { return nil }
    }
    let name = String(decoding: bytes[nameStart..<place], as: UTF8.self).lowercased()
    return HTMLTag(name: name, isEnd: isEnd, range: start..<end(ofTagAt: start, from: place))
  }

  /// Behind the `>` outside quotes; a quote that is never closed does not swallow the text behind the tag.
  private func end(ofTagAt start: Int, from place: Int) -> Int {
    let limit = min(bytes.count, start + Self.longestTag)
    var place = place
    var quote: UInt8 = 0
    var quotedEnd: Int?
    while place < limit {
      let byte = bytes[place]
      place += 1
      if quote != 0 {
        if byte == quote {
          quote = 0
          quotedEnd = nil
        } else if byte == 0x3E, quotedEnd == nil {
          quotedEnd = place
        }
      } else if byte == 0x3E {
        return place
      } else if byte == 0x22 || byte == 0x27, bytes[place - 2] == 0x3D || bytes[place - 2] <= 0x20 {
        quote = byte
      }
    }
    return quotedEnd ?? place
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}
