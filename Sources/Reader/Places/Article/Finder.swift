/// Finds words in a text that is laid out, whatever their case, their ё and their stress marks.
enum Finder {
  /// More hits are not counted: nobody walks through them.
  static let maximumHits = 10_000

  /// Every hit; `current` is kept where it still has a meaning.
  static func find(_ text: String, in layout: ArticleLayout, current: Int) -> FindState {
    let wanted = folded(text).map(\.letter)
    var hits: [TextPlace] = []
    guard !wanted.isEmpty else { return FindState(text: text, hits: [], current: 0) }
    for (index, paragraph) in layout.paragraphs.enumerated() {
      let letters = folded(paragraph.text)
      guard letters.count >= wanted.count else { continue }
      var start = 0
      while start + wanted.count <= letters.count, hits.count < maximumHits {
        var length = 0
        while length < wanted.count, letters[start + length].letter == wanted[length] { length += 1 }
        guard length == wanted.count else {
          start += 1
          continue
        }
        hits.append(
          TextPlace(
            paragraph: index,
            range: letters[start].range.lowerBound..<letters[start + length - 1].range.upperBound))
        start += length
      }
    }
    return FindState(text: text, hits: hits, current: max(0, min(current, hits.count - 1)))
  }

  /// A text's letters as they are compared, each with its bytes; marks belong to the letter before them.
  private static func folded(_ text: String) -> [(letter: UInt32, range: Range<Int>)] {
    var result: [(letter: UInt32, range: Range<Int>)] = []
    result.reserveCapacity(text.utf8.count / 2)
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      defer { offset = end }
      switch scalar.value {
      case 0x300...0x36F:
        // й is и with a breve where it is written in two; other marks tell words apart for nobody who searches.
        if scalar.value == 0x306, let last = result.last, last.letter == 0x438 {
          result[result.count - 1].letter = 0x439
        }
        if let last = result.indices.last { result[last].range = result[last].range.lowerBound..<end }
      case 0xAD, 0x200B...0x200D, 0x2060: continue
      case 0xA0, 0x202F, 0x2007: result.append((0x20, offset..<end))
      case 0x2011, 0x2010: result.append((0x2D, offset..<end))
      case 0x401, 0x451: result.append((0x435, offset..<end))
      default: result.append((lower(scalar), offset..<end))
      }
    }
    return result
  }

  private static func lower(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0x41...0x5A, 0x410...0x42F: scalar.value + 0x20
    case 0x00...0x7F, 0x430...0x44F: scalar.value
    case 0x400...0x40F: scalar.value + 0x50
    default: (scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar).value
    }
  }
}
