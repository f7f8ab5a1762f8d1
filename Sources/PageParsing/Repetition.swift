import NewsModel

/// What stands in a body more than once: captions that were doubled as text, labels of a slide show.
enum Repetition {
  /// Without paragraphs that repeat a caption, and without short lines that stand there six times or more.
  static func removed(from blocks: [Block]) -> [Block] {
    var captions: Set<String> = []
    var counts: [String: Int] = [:]
    for block in blocks {
      switch block {
      case .figure(let figure):
        if !figure.caption.isEmpty { captions.insert(figure.caption.plainText) }
      case .paragraph(let inlines), .heading(_, let inlines):
        let text = inlines.plainText
        if isShort(text) { counts[text, default: 0] += 1 }
      default: break
      }
    }
    return blocks.filter { block in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines):
        let text = inlines.plainText
        return !captions.contains(text) && (!isShort(text) || (counts[text] ?? 0) < 6)
      default: return true
      }
    }
  }

  private static func isShort(_ text: String) -> Bool { text.unicodeScalars.count <= 80 }
}
