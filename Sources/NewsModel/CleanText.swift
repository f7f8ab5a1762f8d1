/// The one place where outside text loses what must never reach a terminal: control characters (C0, DEL, C1),
/// bidirectional controls (UAX #9: embeddings, overrides, isolates, marks), line and paragraph separators,
/// unassigned tags and the byte-order mark.
///
/// Every parser passes what it returns through here; the canvas refuses what would remain.
package enum CleanText {
  /// One line: runs of white space become one space, ends are trimmed, nothing longer than `limit` scalars.
  package static func line(_ text: some StringProtocol, limit: Int = 10_000) -> String {
    var result = String.UnicodeScalarView()
    var count = 0
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        pendingSpace = count > 0
        continue
      }
      guard !isRefused(scalar) else { continue }
      guard count < limit else { break }
      if pendingSpace {
        result.append(" ")
        pendingSpace = false
        count += 1
      }
      result.append(scalar)
      count += 1
    }
    return String(result)
  }

  /// Running text inside a paragraph: as `line`, but a single leading and trailing space survives, so that runs
  /// of one paragraph can be joined.
  package static func run(_ text: some StringProtocol, limit: Int = 1_000_000) -> String {
    let core = line(text, limit: limit)
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return "" }
    if core.isEmpty { return isSpace(first) ? " " : "" }
    return (isSpace(first) ? " " : "") + core + (isSpace(last) ? " " : "")
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
