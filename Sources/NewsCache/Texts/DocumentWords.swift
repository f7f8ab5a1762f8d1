import NewsModel

/// The words of a document as it stands in the database, without making a document of it: some fifty times as fast.
/// For what looks at words only; the text itself is `ArticleDocument.plainText`.
///
/// Runs of text are values of the key `t`, preformatted texts of the key `_0`; these and lists of runs
/// end a line.
enum DocumentWords {
  static func text(ofJSON json: String) -> String {
    var json = json
    return json.withUTF8 { bytes in
      // What an escape stands for is never longer than the escape; a line's end takes the place of its bracket.
      String(unsafeUninitializedCapacity: bytes.count) { output in
        var reading = Reading(bytes: bytes, output: output)
        reading.run()
        return reading.end
      }
    }
  }

  private struct Reading {
    let bytes: UnsafeBufferPointer<UInt8>
    let output: UnsafeMutableBufferPointer<UInt8>
    var place = 0
    var end = 0
    /// Whether the string before the last colon was a key whose value is text.
    private var isText = false
    private var isPreformatted = false

    init(bytes: UnsafeBufferPointer<UInt8>, output: UnsafeMutableBufferPointer<UInt8>) {
      self.bytes = bytes
      self.output = output
    }

    mutating func run() {
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""): string()
        case UInt8(ascii: "]"): endLine()
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): isText = false
        default: break
        }
      }
    }

    /// A string is a key when a colon follows, for nothing is written between them.
    private mutating func string() {
      let start = place
      while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      let close = min(place, bytes.count)
      place = close + 1
      if place < bytes.count, bytes[place] == UInt8(ascii: ":") {
        isText = isTextKey(start..<close)
        isPreformatted = isText && close - start == 2
      } else if isText {
        copy(start..<close)
        if isPreformatted { endLine() }
      }
    }

    private func isTextKey(_ range: Range<Int>) -> Bool {
      if range.count == 1 { return bytes[range.lowerBound] == UInt8(ascii: "t") }
      return range.count == 2 && bytes[range.lowerBound] == UInt8(ascii: "_")
        && bytes[range.lowerBound + 1] == UInt8(ascii: "0")
    }

    private mutating func endLine() {
      isText = false
      if end > 0, output[end - 1] != 0x0A { put(0x0A) }
    }

    private mutating func put(_ byte: UInt8) {
      output[end] = byte
      end += 1
    }

    private mutating func copy(_ range: Range<Int>) {
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = bytes[index]
        index += 1
        guard byte == UInt8(ascii: "\\"), index < range.upperBound else {
          put(byte)
          continue
        }
        let escape = bytes[index]
        index += 1
        switch escape {
        case UInt8(ascii: "u"):
          // Only control characters are written so, and none is left in a text but tabs and line ends.
          put(0x20)
          index += 4
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
          put(escape == UInt8(ascii: "n") ? 0x0A : 0x20)
        default: put(escape)
        }
      }
    }
  }
}
