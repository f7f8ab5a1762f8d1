/// What a look at bytes as UTF-8 says, without decoding them.
struct UTF8Report: Hashable {
  /// Sequences of two to four bytes that are well-formed.
  var sequences = 0
  /// Those of three and four bytes among them.
  var longSequences = 0
  /// Bytes that belong to no well-formed sequence.
  var errors = 0
  /// Whether C1 controls are among them: letters of windows-1252 that were encoded without being decoded.
  var hasControls = false
  /// Whether the text ends inside a sequence that is right so far: a file cut off, no error.
  var isTruncated = false

  /// No byte above 0x7F.
  var isASCII: Bool { sequences == 0 && errors == 0 && !isTruncated }
  var isValid: Bool { errors == 0 }
}

/// UTF-8 as the Unicode Standard has it (D92, table 3-7).
enum UTF8Text {
  /// Looks through all bytes, eight ASCII ones at a time.
  static func inspect(_ bytes: UnsafeRawBufferPointer) -> UTF8Report {
    var report = UTF8Report()
    let count = bytes.count
    var index = 0
    while index < count {
      if count - index >= 8,
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
        continue
      }
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      switch sequence(in: bytes, at: index) {
      case .whole(let length):
        report.sequences += 1
        if length > 2 { report.longSequences += 1 }
        if byte == 0xC2, bytes[index + 1] < 0xA0 { report.hasControls = true }
        index += length
      case .cutOff:
        report.isTruncated = true
        return report
      case .broken(let length):
        report.errors += length
        index += length
        // Bytes that are plainly something else need no counting to the end.
        if report.errors >= 512, report.errors > 4 * report.sequences { return report }
      }
    }
    return report
  }

  /// The text, each broken part of it replaced by U+FFFD as the standard recommends (§3.9).
  static func decode(_ bytes: UnsafeRawBufferPointer, isValid: Bool) -> String {
    guard isValid, bytes.count > 0 else { return String(decoding: bytes, as: UTF8.self) }
    return unchecked(bytes)
  }

  /// A string of bytes that are known to be UTF-8.
  static func unchecked(_ bytes: UnsafeRawBufferPointer) -> String {
    String(copying: UTF8Span(unchecked: bytes.assumingMemoryBound(to: UInt8.self).span))
  }

  private enum Sequence {
    case whole(Int)
    case broken(Int)
    case cutOff
  }

  /// The sequence that starts with a byte above 0x7F.
  @inline(__always)
  private static func sequence(in bytes: UnsafeRawBufferPointer, at index: Int) -> Sequence {
    let first = bytes[index]
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      low = 0xA0
    case 0xED:
      length = 3
      high = 0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      low = 0x90
    case 0xF4:
      length = 4
      high = 0x8F
    case 0xF1...0xF3: length = 4
    default: return .broken(1)
    }
    for offset in 1..<length {
      guard index + offset < bytes.count else { return .cutOff }
      let byte = bytes[index + offset]
      guard low <= byte, byte <= high else { return .broken(offset) }
      low = 0x80
      high = 0xBF
    }
    return .whole(length)
  }
}
