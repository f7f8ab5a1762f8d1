import NewsModel

/// What stands in a body more than once: captions that were doubled as text, labels of a slide show.
struct Repetition {
  let reading: BodyReading

  /// Without paragraphs that repeat a caption, and without short lines that stand there six times or more.
  func removed(from blocks: [Block], log: inout FurnitureLog) -> [Block] {
    let texts = blocks.map(text)
    var captions: Set<ExactText> = []
    var counts: [ExactText: Int] = [:]
    for (block, text) in zip(blocks, texts) {
      if case .figure(let figure) = block, !figure.caption.isEmpty {
        captions.insert(ExactText(figure.caption.plainText))
      }
      if let text, isShort(text) { counts[text, default: 0] += 1 }
    }
    return zip(blocks, texts).filter { block, text in
      guard let text else { return true }
      if reading.asks(.caption), captions.contains(text) {
        log.tookOut(block, by: .caption)
        return false
      }
      guard reading.asks(.refrain), isShort(text), (counts[text] ?? 0) >= 6 else { return true }
      log.tookOut(block, by: .refrain)
      return false
    }.map(\.0)
  }

  /// What a paragraph or a heading says.
  private func text(_ block: Block) -> ExactText? {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): ExactText(inlines.plainText)
    default: nil
    }
  }

  private func isShort(_ text: ExactText) -> Bool { text.text.scalarCount <= 80 }
}
