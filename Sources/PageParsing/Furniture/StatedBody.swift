import Foundation
import Markup
import NewsModel

/// Holds what was found against the text that the page's own data states (`articleBody`).
///
/// A page that is drawn by a script has its text only there; on another page, what the data knows nothing of is no
/// part of the text.
struct StatedBody {
  let context: PageContext

  func hold(_ body: BodyReader.Body) -> BodyReader.Body {
    guard let stated = text(), stated.utf8.count > 400 else { return body }
    let words = Self.letters(stated)
    guard words.utf8.count > 300 else { return body }
    let confirmed = body.blocks.map { isConfirmed($0, in: words) }
    var known = 0
    var all = 0
    for (block, isKnown) in zip(body.blocks, confirmed) {
      if case .figure = block { continue }
      let count = Self.letters(block.plainText).utf8.count
      all += count
      if isKnown { known += count }
    }
    if known * 10 < words.utf8.count * 3, all < words.utf8.count {
      return BodyReader.Body(
        blocks: paragraphs(stated), roots: body.roots, rule: "json-ld articleBody", log: body.log,
        isFromData: true)
    }
    // Data that states only a beginning says nothing of the rest.
    guard known * 100 >= words.utf8.count * 85, all * 100 > known * 105, known * 100 > all * 55 else {
      return body
    }
    guard context.reading.asks(.unstated) else { return body }
    let isKept = kept(body.blocks, confirmed)
    var log = body.log
    for (block, isKept) in zip(body.blocks, isKept) where !isKept { log.tookOut(block, by: .unstated) }
    return BodyReader.Body(
      blocks: zip(body.blocks, isKept).filter(\.1).map(\.0), roots: body.roots,
      rule: body.rule + ", json-ld", log: log)
  }

  private func text() -> String? {
    guard let text = context.linked.article?.string("articleBody") else { return nil }
    return text.utf8.count < 1_000_000 ? text : nil
  }

  /// The letters and digits of a text in lower case: spaces, tags and signs differ between page and data.
  private static func letters(_ text: String) -> String {
    let plain = text.contains("<") || text.contains("&") ? PlainText.fromHTML(text) : text
    return String(
      plain.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }.map(Character.init))
  }

  private func isConfirmed(_ block: Block, in words: String) -> Bool {
    switch block {
    case .figure, .rule: return true
    case .list(_, let items): return items.contains { $0.contains { isConfirmed($0, in: words) } }
    case .quotation(let blocks): return blocks.contains { isConfirmed($0, in: words) }
    case .table(let table):
      return table.rows.prefix(3).contains { row in row.contains { inWords($0.plainText, words) } }
    default: return inWords(block.plainText, words)
    }
  }

  private func inWords(_ text: String, _ words: String) -> Bool {
    let letters = Self.letters(String(text.prefix(200)))
    guard !letters.isEmpty else { return false }
    return words.contains(letters.prefix(40))
  }

  /// Without the blocks the data does not know, but for headings and pictures within the text and the lead before it.
  private func kept(_ blocks: [Block], _ confirmed: [Bool]) -> [Bool] {
    func isText(_ index: Int) -> Bool {
      if case .figure = blocks[index] { return false }
      return confirmed[index]
    }
    guard let first = blocks.indices.first(where: isText), let last = blocks.indices.last(where: isText)
    else {
      return blocks.map { _ in true }
    }
    return blocks.indices.map { index in
      if index < first {
        if case .figure = blocks[index] { return true }
        return index >= first - 2 && blocks[index].plainText.count > 60
      }
      if index > last { return false }
      if case .heading = blocks[index] { return true }
      return confirmed[index]
    }
  }

  private func paragraphs(_ text: String) -> [Block] {
    if text.contains("<p") || text.contains("<br") {
      return DocumentBuilder.blocks(fromHTML: text, base: context.page.address)
    }
    let plain = PlainText.fromHTML(text)
    return plain.split(whereSeparator: \.isNewline).compactMap { line in
      let clean = CleanText.line(line, limit: 100_000)
      return clean.isEmpty ? nil : .paragraph([Inline(clean)])
    }
  }
}
