import Language
import Markup
import NewsModel

/// A heading of a page.
struct PageHeading {
  var index: Int
  /// 1 to 3.
  var level: Int
  /// On one line, its parts with a colon between them.
  var text: String
  /// The texts of elements within it that stand side by side without a space: a kicker and the headline, mostly one.
  var parts: [String]
  /// Whether it is a link to the site's front page.
  var leadsToFront: Bool

  /// The text as other titles of the page have it: the part that one of them is, or the parts with their sign.
  func plain(_ titles: [String]) -> String {
    guard parts.count > 1, let last = parts.last, let first = parts.first else { return text }
    let folded = titles.map { Folding.label($0) }
    if folded.contains(Folding.label(last)) { return last }
    if folded.contains(where: { $0.contains(Folding.label(last)) && !$0.contains(Folding.label(first)) }) {
      return last
    }
    for title in titles {
      if let start = title.range(of: first), let end = title.range(of: last),
        start.upperBound <= end.lowerBound
      {
        return String(title[start.lowerBound..<end.upperBound])
      }
    }
    return text
  }
}

/// Reads the headings of a page that people see.
struct HeadingReader {
  let context: PageContext

  /// Those of the first three levels and what microdata calls the headline, in the page's order.
  func read() -> [PageHeading] {
    let document = context.document
    var result: [PageHeading] = []
    for index in 1..<max(1, document.count) where !context.measures.isVoid[index] {
      let level: Int
      switch document.name(index) {
      case .h1: level = 1
      case .h2: level = 2
      case .h3: level = 3
      default:
        guard let property = document.attribute(.itemprop, of: index), property.lowercased() == "headline",
          document.isElement(index), document.name(index) != .meta
        else { continue }
        level = 1
      }
      guard let heading = heading(index, level) else { continue }
      result.append(heading)
      if result.count > 200 { break }
    }
    return result
  }

  private func heading(_ index: Int, _ level: Int) -> PageHeading? {
    let parts = parts(index)
    let isBroken = context.document.children(index).contains { context.document.name($0) == .br }
    let text =
      parts.count > 1 || isBroken || rubric(of: index) != nil
      ? joined(parts) : context.visibleLine(index, limit: 400)
    let scalars = text.unicodeScalars
    guard scalars.contains(where: \.properties.isAlphabetic), scalars.dropFirst(2).first != nil else {
      return nil
    }
    return PageHeading(
      index: index, level: level, text: text, parts: parts, leadsToFront: leadsToFront(index))
  }

  private func joined(_ parts: [String]) -> String {
    parts.dropFirst().reduce(parts.first ?? "") { text, part in
      text + (text.last.map { ".:!?…—–»\"".contains($0) } ?? true ? " " : ": ") + part
    }
  }

  /// The texts of children that meet without a space where one word ends small and the next begins with a capital, or
  /// with a digit; letters of one word in several elements stay one.
  private func parts(_ index: Int) -> [String] {
    let document = context.document
    var parts: [String] = []
    var ended = false
    let rubric = rubric(of: index)
    for child in document.children(index) where !context.measures.isVoid[child] && child != rubric {
      if document.name(child) == .br { ended = false }
      guard context.measures.length[child] > 0 else { continue }
      let raw = document.text(child)
      let text = CleanText.line(raw, limit: 400)
      guard !text.isEmpty else { continue }
      let meets = ended && raw.first?.isWhitespace == false
      if meets, let before = parts.last,
        document.isElement(child) || before.spaceCount > 0 || text.spaceCount > 0,
        before.count > 3, text.count > 3, before.last?.isUppercase == false, let next = text.first,
        next.isUppercase || next.isNumber || next == "«"
      {
        parts.append(text)
      } else if let last = parts.popLast() {
        parts.append(last + (meets ? "" : " ") + text)
      } else {
        parts.append(text)
      }
      ended = raw.last?.isWhitespace == false
    }
    return parts
  }

  /// The section's name that stands in a heading before the headline: a word or two in an element named so, or linked
  /// elsewhere.
  private func rubric(of index: Int) -> Int? {
    let document = context.document
    guard let first = document.children(index).first(where: { context.measures.length[$0] > 0 }),
      document.isElement(first), context.measures.length[first] < 30,
      context.measures.length[index] > 2 * context.measures.length[first] + 8,
      context.line(first, limit: 60).spaceCount < 2
    else { return nil }
    let isLink =
      document.name(first) == .a
      && context.addresses[first].map {
        $0.path != "/" && $0.withoutFragment != context.page.address?.withoutFragment
      } ?? false
    let words = (document.attribute(.class, of: first) ?? "").lowercased().split { !$0.isLetter }
    return isLink || words.contains { ClassHintWords.rubrics.contains(String($0)) } ? first : nil
  }

  private func leadsToFront(_ index: Int) -> Bool {
    let document = context.document
    var links = (index..<document.end(index)).filter { document.name($0) == .a }
    if document.name(document.parent(index)) == .a { links.append(document.parent(index)) }
    guard let link = links.first, links.count == 1, let address = context.addresses[link] else {
      return false
    }
    return address.path == "/" && !address.text.contains("?")
  }
}
