import Foundation
import Language
import Markup
import NewsModel

/// Finds an article's title: what the page's data calls it, held against the headings that people see.
struct TitleFinder {
  let context: PageContext

  /// The title and the rule that gave it.
  func find() -> (title: String, rule: String, heading: Int?) {
    if let node = context.rules.nodes(.title)?.first {
      return (context.visibleLine(node), "site file", node)
    }
    let headings = self.headings()
    let data = declared()
    let pageTitle = self.pageTitle()
    // A heading that the data confirms is what readers saw.
    for heading in headings where heading.level == 1 {
      let confirmed =
        (data.map { Self.agree(heading.text, $0.title) } ?? false) || Self.agree(heading.text, pageTitle)
      if confirmed {
        // The words of the data, where the heading has them shorter or otherwise.
        if let data, !Self.holds(heading.text, data.title) { return (data.title, data.rule, heading.index) }
        return (heading.text, "h1", heading.index)
      }
    }
    if let data {
      let heading = headings.first { Self.agree($0.text, data.title) }
      return (data.title, data.rule, heading?.index)
    }
    if let heading = headings.first(where: { Self.agree($0.text, pageTitle) }) {
      return (heading.text, "h\(heading.level)", heading.index)
    }
    let bare = withoutSiteName(pageTitle)
    if let heading = headings.first(where: { $0.level == 1 && $0.text.count > 12 }),
      bare.count < 8 || headings.count == 1
    {
      return (heading.text, "h1", heading.index)
    }
    if !bare.isEmpty { return (bare, "title", nil) }
    if let heading = headings.first { return (heading.text, "h\(heading.level)", heading.index) }
    return ("", "none", nil)
  }

  private struct Heading {
    var index: Int
    var level: Int
    var text: String
  }

  private func headings() -> [Heading] {
    let document = context.document
    var result: [Heading] = []
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
      let text = context.visibleLine(index, limit: 400)
      let scalars = text.unicodeScalars
      guard scalars.contains(where: \.properties.isAlphabetic), scalars.dropFirst(2).first != nil else {
        continue
      }
      result.append(Heading(index: index, level: level, text: text))
      if result.count > 200 { break }
    }
    return result
  }

  private func declared() -> (title: String, rule: String)? {
    let shared = context.meta.first(["og:title", "twitter:title"]).map { clean($0.value) } ?? ""
    let headlines = context.linked.headlines.map { clean(PlainText.fromHTML($0)) }.filter { $0.count > 2 }
    if let headline = headlines.first(where: { Self.agree($0, shared) }) ?? headlines.first {
      return (withoutSiteName(headline), "json-ld")
    }
    let names = [
      "og:title", "twitter:title", "dc.title", "dcterms.title", "dc:title", "headline", "parsely-title",
      "sailthru.title",
      "article:title", "weibo:article:title", "citation_title", "mrc__share_title", "title",
    ]
    for name in names {
      if let found = context.meta.first([name]) {
        let text = withoutSiteName(clean(found.value))
        if text.count > 2 { return (text, name) }
      }
    }
    return nil
  }

  private func pageTitle() -> String {
    guard let title = context.document.first(.title) else { return "" }
    return clean(title.text)
  }

  private func clean(_ text: String) -> String { CleanText.line(Entities.decode(text), limit: 500) }

  /// Cuts «| Эхо» and the like off: the shorter end part, where a separator stands between.
  func withoutSiteName(_ title: String) -> String {
    let site = Folding.label(context.meta.first(["og:site_name", "application-name"])?.value ?? "")
    for separator in [" | ", " — ", " – ", " - ", " :: ", " » ", " / ", " · ", " • ", " < ", ": "] {
      let parts = title.components(separatedBy: separator)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      if !site.isEmpty {
        if Folding.label(last) == site { return parts.dropLast().joined(separator: separator) }
        if Folding.label(first) == site { return parts.dropFirst().joined(separator: separator) }
      }
      guard separator != ": " else { continue }
      let words = { (text: String) in text.split(separator: " ").count }
      if words(last) <= 4, words(parts.dropLast().joined(separator: separator)) >= 4 || separator == " | " {
        let rest = parts.dropLast().joined(separator: separator)
        if words(rest) >= 2 { return separator == " | " ? withoutSiteName(rest) : rest }
      }
    }
    return title
  }

  /// Whether one title is a part of the other.
  private static func holds(_ first: String, _ second: String) -> Bool {
    let (one, two) = (letters(first), letters(second))
    return one.contains(two) || two.contains(one)
  }

  private static func letters(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// Whether two titles are one: the same words, or one holds the other and most of its words.
  static func agree(_ first: String, _ second: String) -> Bool {
    let (one, two) = (Folding.label(first), Folding.label(second))
    guard !one.isEmpty, !two.isEmpty else { return false }
    if one == two { return true }
    guard one.count > 8 else { return false }
    if two.contains(one) || one.contains(two) && two.count * 2 > one.count { return true }
    let words = Set(one.split(whereSeparator: { !$0.isLetter && !$0.isNumber }))
    let others = Set(two.split(whereSeparator: { !$0.isLetter && !$0.isNumber }))
    guard words.count > 3 else { return false }
    return words.intersection(others).count * 10 >= words.count * 8
  }
}
