import Language
import NewsModel

/// A document as plain text for programs, which shows no pictures.
enum RunningText {
  /// Captions stay with their pictures and are left out, unless there are so many that they carry the text: in a
  /// picture story or a manual, what they say is said nowhere else.
  static func text(_ blocks: [Block]) -> String {
    let tells = carry(blocks)
    return blocks.map { block in
      if case .figure = block, !(tells && telling(block)) { "" } else { block.plainText }
    }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// Whether captions are what a text says for the most part.
  private static func carry(_ blocks: [Block]) -> Bool {
    let captions = blocks.filter(telling)
    guard captions.count >= fewestTelling else { return false }
    let length = { (blocks: [Block]) in blocks.reduce(0) { $0 + $1.plainText.utf8.count } }
    let told = length(captions)
    return told > length(blocks.filter { if case .figure = $0 { false } else { true } })
  }

  private static let fewestTelling = 5

  /// Whether a block is a picture whose caption says what it shows, not only whose it is.
  private static func telling(_ block: Block) -> Bool {
    guard case .figure(let figure) = block else { return false }
    let words = Folding.label(figure.caption.plainText).split { !$0.isLetter }
    guard words.count > 1, let first = words.first else { return false }
    return words.count > 10 || !PageWords.credits.contains(String(first))
  }
}
