import Language
import NewsModel

/// Takes off a text's begin and end what is no part of it: the title again, dates, by-lines, lines that only lead on.
struct BodyEdges {
  let dates: DateParser
  let title: String
  let reading: BodyReading

  init(dates: DateParser, title: String, reading: BodyReading) {
    self.dates = dates
    self.reading = reading
    self.title = Folding.label(title)
  }

  func trimmed(_ blocks: [Block], log: inout FurnitureLog) -> [Block] {
    let begun = reading.asks(.head) ? withoutHead(blocks, log: &log) : blocks
    return reading.asks(.tail) ? withoutTail(begun, log: &log) : begun
  }

  /// Without the title, the date and the by-line that stand as text before the first paragraph.
  private func withoutHead(_ blocks: [Block], log: inout FurnitureLog) -> [Block] {
    var result: [Block] = []
    // In a live blog an hour stands over every entry.
    let isLive = blocks.count { isClock($0.plainText) } >= Self.fewestEntries
    for (index, block) in blocks.enumerated() {
      guard index <= 6 else { return result + blocks[index...] }
      let text = block.plainText
      if isLive, isClock(text) { return result + blocks[index...] }
      if isHead(text) || isDateLine(text) || isLabel(block, at: index, of: blocks) {
        log.tookOut(block, by: .head)
        continue
      }
      if case .paragraph(let inlines) = block {
        let lines = inlines.split { $0.text == "\n" }
        let rest = lines.drop { isHead(Array($0).plainText.trimmingSpaces) }
        if rest.count < lines.count {
          for line in lines.prefix(lines.count - rest.count) {
            log.tookOut(.paragraph(Array(line)), by: .head)
          }
          if !rest.isEmpty { result.append(.paragraph(Array(rest.joined(separator: [Inline("\n")])))) }
          continue
        }
      }
      result.append(block)
      if text.scalarCount > 150 { return result + blocks[(index + 1)...] }
    }
    return result
  }

  private static let fewestEntries = 3

  /// «11:40»: a time of day and nothing else.
  private func isClock(_ text: String) -> Bool {
    guard text.utf8.count <= 5 else { return false }
    let parts = text.split(separator: ":")
    return parts.count == 2 && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }
  }

  private func isHead(_ text: String) -> Bool {
    if !title.isEmpty, Folding.label(text) == title { return true }
    guard !text.isEmpty, text.unicodeScalars.count <= 120 else { return false }
    if isBareAddress(text) || isChangeNote(text) { return true }
    if AuthorNames.isByline(text) { return true }
    guard text.count <= 40, text.filter(\.isLetter).count <= 12 else { return false }
    return dates.date(from: text) != nil
  }

  /// «quarta-feira, 6 de maio de 2015 às 9:40»: a year, another number, and few letters, no sentence.
  private func isDateLine(_ text: String) -> Bool {
    guard text.utf8.count <= 120, let last = text.last, !".!?…".contains(last) else { return false }
    let numbers = text.split { !$0.isNumber }
    guard numbers.count > 1,
      numbers.contains(where: { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) })
    else { return false }
    return text.count(where: \.isLetter) <= 32 && text.split(separator: " ").count <= 10
  }

  /// «Wirtschaft», «Oberweiler»: a section or a town, as a paragraph of a word or three before a long one.
  private func isLabel(_ block: Block, at index: Int, of blocks: [Block]) -> Bool {
    guard case .paragraph(let inlines) = block else { return false }
    let text = inlines.plainText
    guard text.scalarCount <= 48, text.split(separator: " ").count <= 3, let last = text.last,
      last.isLetter || last.isNumber
    else { return false }
    let behind = blocks[(index + 1)...].prefix(6)
    let first = behind.first { $0.plainText.scalarCount > 48 }
    guard case .paragraph? = first else { return false }
    return first.map { $0.plainText.scalarCount > 120 } ?? false
  }

  private func isBareAddress(_ text: String) -> Bool {
    text.hasPrefix("http") && text.contains("://") && !text.contains(" ")
  }

  /// «Updated at 1:23 p.m.», «Обновлено 12 мая»: the word, then little but numbers.
  private func isChangeNote(_ text: String) -> Bool {
    guard text.count <= 80, text.contains(where: \.isNumber) else { return false }
    let folded = Folding.label(text)
    guard let first = folded.split(whereSeparator: { !$0.isLetter }).first,
      PageWords.changed.contains(String(first)) || PageWords.published.contains(String(first))
    else { return false }
    return folded.split(separator: " ").count <= 10
  }

  /// Without lines behind the last paragraph that only lead on, and headings that head nothing.
  private func withoutTail(_ blocks: [Block], log: inout FurnitureLog) -> [Block] {
    var end = closingBox(blocks) ?? blocks.count
    for block in blocks[end...] { log.tookOut(block, by: .tail) }
    let least = max(1, blocks.count - 12)
    while end > least, isTail(blocks[end - 1]) {
      end -= 1
      log.tookOut(blocks[end], by: .tail)
    }
    return blocks[..<end].dropLast() + (end > 0 ? [withoutLastLines(blocks[end - 1], log: &log)] : [])
  }

  /// Without counters and the like at a paragraph's end, behind a break: «Количество показов: 124».
  private func withoutLastLines(_ block: Block, log: inout FurnitureLog) -> Block {
    guard case .paragraph(let inlines) = block else { return block }
    var lines = inlines.split { $0.text == "\n" }.map { Array($0) }
    guard lines.count > 1, let last = lines.last, isFurniture(last.plainText) else { return block }
    while lines.count > 1, let last = lines.last, isFurniture(last.plainText) {
      log.tookOut(.paragraph(last), by: .tail)
      lines.removeLast()
    }
    return .paragraph(Array(lines.joined(separator: [Inline("\n")])))
  }

  private func isFurniture(_ text: String) -> Bool {
    text.utf8.count < 160 && BodyPhrases.isFurniture(Folding.label(text, limit: 120))
  }

  /// Where a box begins that closes a text: «Об авторе» and a few lines.
  private func closingBox(_ blocks: [Block]) -> Int? {
    var length = 0
    for index in blocks.indices.suffix(5).reversed() where index > 0 {
      let text = blocks[index].plainText
      length += text.scalarCount
      guard length < 900 else { return nil }
      if text.scalarCount < 40, PageWords.closingHeadings.contains(ExactText(Folding.label(text))) {
        return index
      }
    }
    return nil
  }

  private func isTail(_ block: Block) -> Bool {
    switch block {
    case .rule: true
    case .heading(_, let inlines): inlines.plainText.last.map { !".!?…»”\"".contains($0) } ?? true
    case .paragraph(let inlines):
      isChangeNote(inlines.plainText) || isSignpost(inlines) || isFurniture(inlines.plainText)
        || isClosing(inlines.plainText)
    default: false
    }
  }

  /// «Reporting by …», «© 2026 …», «Log in with your key»: notes on how the text was made, and what the site wants.
  private func isClosing(_ text: String) -> Bool {
    guard text.scalarCount < 400 else { return false }
    let start = text.drop { $0.isWhitespace || "([*—–-".contains($0) }
    if start.hasPrefix("©") || start.hasPrefix("c) ") { return true }
    let label = Folding.label(text, limit: 400)
    if BodyPhrases.isClosing(label) { return true }
    guard text.scalarCount < 260, let first = start.first, !"«“„\"".contains(first) else { return false }
    return BodyPhrases.isAppeal(text)
  }

  /// «Tag: macbook», «Listen: address»: lines of a short label, a colon and a link.
  private func isSignpost(_ inlines: [Inline]) -> Bool {
    let lines = inlines.split { $0.text == "\n" }
    return !lines.isEmpty
      && lines.allSatisfy { line in
        let label = line.prefix { $0.link == nil }.map(\.text).joined().trimmingSpaces
        let rest = line.drop { $0.link == nil }
        return !rest.isEmpty && label.hasSuffix(":") && label.split(separator: " ").count <= 3
          && rest.allSatisfy { $0.link != nil || $0.text.count <= 3 }
      }
  }
}
