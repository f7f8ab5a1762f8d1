import Language
import NewsModel

/// Finds the words of a query in a text as it is written, and the piece of the text that shows most of them.
struct HitMarker {
  /// By their hashes: most words of a text are none of them.
  private let stems: Set<UInt64>
  private let beginning: [UInt8]?
  private let wantedStems: Int
  private let firstLetters: SearchTokenizer.FirstLetters
  /// The bytes of the longest piece, at most two a letter in Cyrillic.
  private static let pieceBytes = 280
  private static let bytesBefore = 70
  private static let maximumHits = 60

  init(_ expression: SearchExpression) {
    stems = Set(expression.stems.map { Fingerprint($0.utf8).value })
    beginning = expression.beginning.map { Array($0.utf8) }
    wantedStems = expression.wantedStems
    firstLetters = SearchTokenizer.FirstLetters(
      of: Array(expression.stems) + [expression.beginning].compactMap(\.self))
  }

  /// Where the words stand, in bytes of UTF-8.
  func hits(in text: String, tokenizer: SearchTokenizer) -> [Range<Int>] {
    find(in: text, tokenizer: tokenizer, isWhole: true).map(\.range)
  }

  /// The piece of the text that shows most of the words, on one line, and where they stand in it.
  func snippet(of text: String, tokenizer: SearchTokenizer) -> Snippet {
    var text = text
    text.makeContiguousUTF8()
    let found = find(in: text, tokenizer: tokenizer, isWhole: false)
    let bytes = Array(text.utf8)
    let first = bestStart(found)
    let start = wordStart(bytes, near: max(0, first - Self.bytesBefore), before: first)
    let end = wordEnd(bytes, near: min(bytes.count, start + Self.pieceBytes))
    let opening = start > 0 ? "…" : ""
    let shift = opening.utf8.count - start
    let piece = String(decoding: bytes[start..<end].map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    let shown = found.filter { $0.range.lowerBound >= start && $0.range.upperBound <= end }
    return Snippet(
      text: opening + piece + (end < bytes.count ? "…" : ""),
      hits: shown.map { $0.range.lowerBound + shift..<$0.range.upperBound + shift },
      words: Set(shown.map(\.stem)).count)
  }

  /// A piece of a text with the words that were meant.
  struct Snippet {
    let text: String
    let hits: [Range<Int>]
    /// How many different words it shows.
    let words: Int
  }

  /// A word that was meant, and which of them.
  private struct Found {
    let range: Range<Int>
    let stem: UInt64
  }

  /// - Parameter isWhole: whether the text is read on behind a piece that shows all the words.
  private func find(in text: String, tokenizer: SearchTokenizer, isWhole: Bool) -> [Found] {
    var found: [Found] = []
    var end = Int.max
    var text = text
    let begun = beginning.map { Fingerprint($0).value }
    text.withUTF8 { bytes in
      tokenizer.forEachToken(in: bytes, startingWith: firstLetters) { range, stem, _ in
        guard range.lowerBound < end else { return false }
        // A part of what was found already.
        if let last = found.last, range.lowerBound < last.range.upperBound { return true }
        let hash = Fingerprint(stem).value
        if stems.contains(hash) {
          found.append(Found(range: range, stem: hash))
        } else if let beginning, let begun, stem.starts(with: beginning) {
          found.append(Found(range: range, stem: begun))
        } else {
          return true
        }
        if !isWhole, end == Int.max, let start = startOfFullPiece(found) { end = start + Self.pieceBytes }
        return found.count < Self.maximumHits
      }
    }
    return found
  }

  /// Where a piece that ends with the last hit begins, if it shows all the words.
  private func startOfFullPiece(_ found: [Found]) -> Int? {
    guard let last = found.last else { return nil }
    var seen: Set<UInt64> = []
    for hit in found.reversed() {
      guard last.range.upperBound - hit.range.lowerBound < Self.pieceBytes - Self.bytesBefore else { break }
      seen.insert(hit.stem)
      if seen.count >= wantedStems { return hit.range.lowerBound }
    }
    return nil
  }

  /// The hit from which most different words follow within a piece.
  private func bestStart(_ found: [Found]) -> Int {
    var best = (start: 0, count: 0)
    for (index, hit) in found.enumerated() {
      var seen: Set<UInt64> = []
      for other in found[index...] {
        guard other.range.upperBound - hit.range.lowerBound < Self.pieceBytes - Self.bytesBefore else {
          break
        }
        seen.insert(other.stem)
      }
      if seen.count > best.count { best = (hit.range.lowerBound, seen.count) }
    }
    return best.start
  }

  private func wordStart(_ bytes: [UInt8], near index: Int, before hit: Int) -> Int {
    guard index > 0 else { return 0 }
    var index = index
    while index < hit, bytes[index - 1] > 0x20 { index += 1 }
    return index
  }

  private func wordEnd(_ bytes: [UInt8], near index: Int) -> Int {
    guard index < bytes.count else { return bytes.count }
    var end = index
    while end > 0, bytes[end] > 0x20 { end -= 1 }
    if end > 0 { return end }
    end = index
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
