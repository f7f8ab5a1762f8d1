/// The one place where outside text loses what must never reach a terminal: control characters (C0, DEL, C1),
/// bidirectional controls (UAX #9: embeddings, overrides, isolates, marks), line and paragraph separators,
/// unassigned tags and the byte-order mark.
///
/// Every parser passes what it returns through here; the canvas refuses what would remain.
package enum CleanText {
  /// One line: runs of white space become one space, ends are trimmed, soft hyphens go, nothing longer than `limit`
  /// scalars.
  package static func line(_ text: some StringProtocol, limit: Int = 10_000) -> String {
    line(String(text), limit: limit)
  }

  /// As for every text, without the detour of one whose type is not known.
  package static func line(_ text: String, limit: Int = 10_000) -> String {
    var text = text
    return text.withUTF8 { line($0, limit: limit) }
  }

  /// One line of text that is UTF-8 still.
  package static func line(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int = 10_000) -> String {
    // White space only shrinks: what comes out is never longer than what went in.
    String(unsafeUninitializedCapacity: bytes.count) { output in line(bytes, limit: limit, into: output) }
  }

  /// - Returns: how many bytes were written.
  private static func line(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: Int, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var (place, end, count) = (0, 0, 0)
    var pendingSpace = false
    while place < bytes.count {
      let lead = bytes[place]
      let length = lead < 0x80 ? 1 : min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, bytes.count - place)
      defer { place += length }
      // Printable ASCII, and the blocks of two bytes in which nothing is refused and nothing is a space.
      let isPlain = lead < 0x80 ? lead > 0x20 && lead < 0x7F : length == 2 && lead != 0xC2 && lead != 0xD8
      if !isPlain {
        let scalar = scalar(in: bytes, at: place, length: length)
        if isSpace(scalar) {
          pendingSpace = count > 0
          continue
        }
        // A soft hyphen only says where a line may break (Unicode §23.2); here the line is one, and words are whole.
        if isRefused(scalar) || scalar.value == 0xAD { continue }
      }
      guard count < limit else { break }
      if pendingSpace {
        output[end] = 0x20
        end += 1
        count += 1
        pendingSpace = false
      }
      for offset in 0..<length { output[end + offset] = bytes[place + offset] }
      end += length
      count += 1
    }
    return end
  }

  /// The scalar that a sequence of valid UTF-8 stands for.
  private static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at place: Int, length: Int
  ) -> Unicode.Scalar {
    guard length > 1 else { return Unicode.Scalar(bytes[place]) }
    var value = UInt32(bytes[place]) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[place + offset] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Running text inside a paragraph: as `line`, but a single leading and trailing space survives, so that runs
  /// of one paragraph can be joined.
  package static func run(_ text: String, limit: Int = 1_000_000) -> String {
    var core = line(text, limit: limit)
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return "" }
    if core.isEmpty { return isSpace(first) ? " " : "" }
    if isSpace(first) { core = " " + core }
    if isSpace(last) { core += " " }
    return core
  }

  /// Preformatted text and verse: line feeds stay, CR LF and CR become LF, tabs become spaces to the next multiple
  /// of eight scalars, nothing longer than `limit` scalars.
  package static func preformatted(_ text: some StringProtocol, limit: Int = 1_000_000) -> String {
    var result = String.UnicodeScalarView()
    var count = 0
    var column = 0
    var previousWasReturn = false
    for scalar in text.unicodeScalars {
      guard count < limit else { break }
      defer { previousWasReturn = scalar == "\r" }
      switch scalar {
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}":
        if scalar == "\n", previousWasReturn { continue }
        result.append("\n")
        column = 0
      case "\t":
        let spaces = 8 - column % 8
        for _ in 0..<spaces { result.append(" ") }
        column += spaces
      default:
        guard !isRefused(scalar) else { continue }
        result.append(scalar)
        column += 1
      }
      count += 1
    }
    return String(result)
  }

  /// Whether a scalar would be taken out of every text.
  package static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: true
    case 0x2028, 0x2029, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE0FFF: true
    case 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// White space that is no typographic decision: no-break, figure and narrow spaces are kept.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x2028, 0x2029, 0x205F, 0x3000:
      true
    default: false
    }
  }
}

extension String {
  /// Without U+00AD, which marks where a word may be divided (Unicode §23.2) and has no work left where lines are broken
  /// already, or are broken by programs that do not know it.
  package var withoutSoftHyphens: String {
    guard utf8.contains(0xAD), unicodeScalars.contains("\u{AD}") else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\u{AD}" }))
  }
}
