import Foundation
import Language
import Markup
import NewsModel

/// Dates in texts without any name: a line at the title, the opening of a dispatch, a line behind the text, the title.
extension DateFinder {
  /// Short texts in the order of their distance from the title, then those behind the text.
  ///
  /// - Parameter reach: how far from the title is looked, in nodes; `nil`: to the end of the article's box.
  func fromText(within reach: Int? = nil) -> Found? {
    let document = context.document
    let anchor = place.heading ?? place.start
    let start = max(1, anchor - (reach ?? 60))
    let boxEnd = place.box.map { document.end($0) } ?? place.end
    let end = min(
      document.count, reach.map { anchor + $0 } ?? min(max(boxEnd, place.end + 80), place.end + 400))
    guard start < end else { return nil }
    var tried = 0
    // The nearest first: the anchor, the one before it, the one behind it, and so on.
    for step in 0...2 * max(anchor - start, end - anchor) {
      let index = step % 2 == 0 ? anchor + step / 2 : anchor - step / 2 - 1
      guard index >= start, index < end, mayHoldDate(index) else { continue }
      tried += 1
      if tried > 150 { break }
      if let found = fromLine(index) { return found }
    }
    // Behind a long text with many numbers.
    guard reach == nil else { return nil }
    for index in place.end..<max(place.end, end) where mayHoldDate(index) {
      if let found = fromLine(index) { return found }
    }
    return nil
  }

  private func mayHoldDate(_ index: Int) -> Bool {
    let document = context.document
    guard document.isText(index), !context.measures.isVoid[index] else { return false }
    let range = document.textRange(index)
    return range.count < 240 && !range.isEmpty && context.mayHoldNumber(index)
  }

  /// The date of a short text, or of the few elements together that a date is cut into.
  private func fromLine(_ index: Int) -> Found? {
    let document = context.document
    var text = context.line(index)
    guard text.contains(where: \.isNumber), text.count < 120 else { return nil }
    let parent = document.parent(index)
    let row = text.count < 12 ? document.parent(parent) : parent
    if row > 0, context.measures.length[row] < 100, document.textRange(row) != document.textRange(index),
      !context.isCutByBlocks(row)
    {
      text = context.spacedLine(row, limit: 160)
    }
    guard let reading = DateLine(dates: context.dates).read(text), isLine(text, reading, at: index),
      reading.namesYear || place.isAtTitle(index), let found = kept(reading.date, rule: "text"),
      isOfArticle(index)
        || isLabelled(text, at: index) && place.isInBox(index) && !place.isBesideHeadline(index)
    else { return nil }
    return found
  }

  /// Whether a text around a date is a line of data, not a sentence: at the title anything short, elsewhere little
  /// besides the date.
  private func isLine(_ text: String, _ reading: DateLine.Reading, at index: Int) -> Bool {
    if place.isAtTitle(index) || isLabelled(text, at: index) { return true }
    let other = text.count - reading.date.range.count
    return other < 60 && !(text.hasSuffix(".") && text.spaceCount > 6)
  }

  /// «Опубликовано: …», or the label in the element before.
  private func isLabelled(_ text: String, at index: Int) -> Bool {
    if isLabel(text) { return true }
    let document = context.document
    let parent = document.parent(index)
    let siblings = Array(document.children(document.parent(parent)).prefix(while: { $0 < parent }))
    let before = siblings.last { document.isElement($0) }
    return before.map { context.measures.length[$0] < 60 && isLabel(context.visibleLine($0, limit: 60)) }
      ?? false
  }

  private func isLabel(_ text: String) -> Bool {
    let words = Folding.label(text, limit: 60).split { !$0.isLetter }.prefix(2).map(String.init)
    return words.contains(where: PageWords.published.contains)
      || PageWords.published.contains(words.joined(separator: " "))
  }

  /// «(07.03.2016) …» at the beginning of the first paragraphs.
  func fromDateline() -> Found? {
    let document = context.document
    let line = DateLine(dates: context.dates)
    var seen = 0
    for index in place.start..<place.end
    where document.isText(index) && !context.measures.isVoid[index] && index != place.heading {
      guard context.measures.length[index] > 60 else { continue }
      seen += 1
      if seen > 2 { break }
      var block = index
      while block > place.start, !document.name(block).isBlock { block = document.parent(block) }
      let text = context.visibleLine(max(block, 0), limit: 200)
      if let reading = line.dateline(of: text), let found = kept(reading.date, rule: "dateline") {
        return found
      }
    }
    return nil
  }

  /// The last place to look in: the page's title and the headline itself.
  func fromTitles() -> Found? {
    let document = context.document
    var texts = [document.first(.title)?.text, context.meta.first(["og:title"])?.value].compactMap { $0 }
    if let heading = place.heading { texts.append(document.text(heading)) }
    for text in texts {
      let line = CleanText.line(Entities.decode(text), limit: 400)
      guard let found = context.dates.find(in: line),
        let reading = DateLine(dates: context.dates).read(line), reading.namesYear
      else { continue }
      if let kept = kept(found, rule: "title") { return kept }
    }
    return nil
  }
}
