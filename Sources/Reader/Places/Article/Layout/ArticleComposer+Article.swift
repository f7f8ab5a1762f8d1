import Canvas
import Foundation
import NewsModel
import Phrases

extension ArticleComposer {
  /// An article from its section's name down to its links.
  /// - Parameter noText: what stands where the text is not here.
  static func layout(
    _ facts: ArticleFacts, problem: Problem?, isLoading: Bool, key: ArticleLayout.Key, phrases: Phrasebook,
    noText: Phrase = .noFullText
  ) -> ArticleLayout {
    var composer = ArticleComposer(key: key, language: facts.language)
    if key.isAiry { composer.append(ArticleLayout.Row()) }
    composer.head(facts, phrases: phrases)
    let isLoading = isLoading && !facts.hasNoPage
    let problem = facts.hasNoPage ? .noArticlePage : problem
    let missing = isLoading ? phrases[.loading] : problem.map { phrases.sentence(for: $0) }
    composer.body(facts, missing: missing ?? phrases[noText], isLoading: isLoading)
    composer.foot(facts, phrases: phrases)
    return composer.layout
  }

  private mutating func head(_ facts: ArticleFacts, phrases: Phrasebook) {
    var margin = Margin()
    if let kicker = facts.kicker {
      paragraph([Inline(kicker)], ink: .section, margin: &margin, setting: .balanced, isBody: false)
    }
    paragraph(
      [Inline(facts.title)], ink: .title, attributes: [.bold], margin: &margin, setting: .balanced,
      isBody: false)
    let byline = byline(facts, phrases: phrases)
    if !byline.isEmpty {
      paragraph([Inline(byline)], ink: .date, margin: &margin, setting: .balanced, isBody: false)
    }
    if let replaced = facts.replaced {
      let time = facts.published.map { phrases.moment(replaced, beside: $0) } ?? phrases.moment(replaced)
      paragraph(
        [Inline(phrases.text(.earlierVersion, ["time": time]))], ink: .warning, margin: &margin,
        setting: .balanced, isBody: false)
    }
    if !facts.summary.isEmpty, !Self.begins(facts.document, with: facts.summary) {
      for part in facts.summary.split(separator: "\n\n") {
        gap()
        paragraph([Inline(String(part))], ink: .summary, attributes: [.bold], margin: &margin, isBody: false)
      }
    }
  }

  private func byline(_ facts: ArticleFacts, phrases: Phrasebook) -> String {
    var parts: [String] = []
    // A moment the source did not tell is not made up.
    if let published = facts.published { parts.append(phrases.moment(published, isDayOnly: facts.isDayOnly)) }
    if let changed = facts.changed {
      let time = facts.published.map { phrases.moment(changed, beside: $0) } ?? phrases.moment(changed)
      parts.append(phrases.text(.articleChanged, ["time": time]))
    }
    if facts.isRemoved { parts.append(phrases[.articleRemoved]) }
    if !facts.authors.isEmpty { parts.append(facts.authors.prefix(3).joined(separator: ", ")) }
    if let document = facts.document, !document.blocks.isEmpty {
      parts.append(phrases.text(.readingTime, count: Self.minutes(toRead: document)))
    }
    return parts.joined(separator: Self.point)
  }

  /// Between facts, and between tags: it ends a line but begins none.
  private static let point = "\u{A0}· "

  /// At 1,100 letters a minute: people read Russian news at some 180 words of six letters.
  private static func minutes(toRead document: ArticleDocument) -> Int {
    let letters = document.blocks.reduce(0) { $0 + $1.plainText.unicodeScalars.count }
    return max(1, (letters + 550) / 1_100)
  }

  /// Whether the text begins with its summary, as many feeds have it: with the same letters, for spaces and stops are
  /// not set alike in both. A picture's caption may stand in the summary before the text's first words.
  private static func begins(_ document: ArticleDocument?, with summary: String) -> Bool {
    let told = Array(letters(of: summary).prefix(300))
    let start = told.prefix(50)
    guard !start.isEmpty, let blocks = document?.blocks else { return false }
    // A picture may stand above.
    return blocks.lazy.filter { !$0.plainText.isEmpty }.prefix(2).contains { block in
      if letters(of: block.plainText).starts(with: start) { return true }
      let first = Array(letters(of: block.plainText).prefix(40))
      guard first.count == 40, told.count > first.count else { return false }
      return (0...min(told.count - first.count, 150)).contains { told[$0...].starts(with: first) }
    }
  }

  private static func letters(of text: String) -> some Sequence<Character> {
    text.lazy.filter { $0.isLetter || $0.isNumber }
  }

  private mutating func body(_ facts: ArticleFacts, missing: String, isLoading: Bool) {
    var margin = Margin()
    if let picture = facts.document?.picture, key.showsPictures {
      gap()
      self.picture(picture, margin: margin)
    }
    beginBody()
    if let document = facts.document { blocks(document.blocks, margin: margin, isWhole: true) }
    guard facts.document?.blocks.isEmpty ?? true else { return }
    // Where a summary is all there is, nothing is missing.
    if facts.hasNoPage, !facts.summary.isEmpty { return }
    gap()
    paragraph([Inline(missing)], ink: isLoading ? .muted : .warning, margin: &margin, isBody: false)
  }

  private mutating func foot(_ facts: ArticleFacts, phrases: Phrasebook) {
    var margin = Margin()
    if !facts.tags.isEmpty {
      gap()
      self.tags(facts.tags, title: phrases[.tags], margin: &margin)
    }
    guard !layout.links.isEmpty else { return }
    gap()
    paragraph([Inline(phrases[.links])], ink: .paneTitle, margin: &margin, isBody: false)
    let digits = String(layout.links.count).count + 2
    for (number, link) in layout.links.enumerated() {
      if key.hasWholeLinks {
        wholeLink(link, number: number)
        continue
      }
      var inner = Margin()
      inner.indent = canIndent(inner, by: digits + 1)
      if inner.indent > 0 { inner.mark = "[\(number + 1)]" }
      let text = Typesetter.oneLine(Self.shown(link), columns: max(8, key.measure - inner.indent))
      let start = layout.paragraphs.count
      paragraph([Inline(text)], ink: .link, margin: &inner, setting: .verbatim, isBody: false)
      mark(paragraph: start, asLink: number)
    }
  }

  /// A link's number and its address on one line, whatever the measure.
  private mutating func wholeLink(_ link: WebAddress, number: Int) {
    let mark = "[\(number + 1)]"
    let (index, _) = keep([Inline(link.text)], ink: .link, isBody: false)
    var row = ArticleLayout.Row()
    row.mark = mark
    row.pieces = [
      ArticleLayout.Piece(paragraph: index, range: 0..<link.text.utf8.count, column: mark.utf8.count + 1)
    ]
    append(row)
  }

  private mutating func tags(_ tags: [String], title: String, margin: inout Margin) {
    var text = title + " "
    var ranges: [ArticleLayout.TagRange] = []
    for (index, tag) in tags.prefix(24).enumerated() {
      if index > 0 { text += Self.point }
      let start = text.utf8.count
      text += tag
      ranges.append(ArticleLayout.TagRange(range: start..<text.utf8.count, tag: tag))
    }
    paragraph([Inline(text)], ink: .muted, margin: &margin, isBody: false)
    markTags(ranges)
  }

  /// An address without what every address has.
  private static func shown(_ address: WebAddress) -> String {
    guard address.scheme != "file" else { return address.path }
    let path = address.path == "/" ? "" : address.path.removingPercentEncoding.map { CleanText.line($0) }
    return address.host + (path ?? address.path)
  }
}
