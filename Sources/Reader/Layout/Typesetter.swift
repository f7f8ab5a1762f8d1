import TextLayout

/// Breaks short texts (headlines, summaries, labels) into lines as strings; articles are laid by ranges instead.
struct Typesetter: Equatable, Sendable {
  /// BCP 47.
  var language: String?
  /// Whether running text may be hyphenated.
  var dividesWords = true

  /// A headline: balanced, unhyphenated, whole.
  func headline(_ text: String, measure: Int, lineLimit: Int? = nil) -> [String] {
    var options = LayoutOptions.heading(measure: max(1, measure), language: language)
    options.lineLimit = lineLimit
    return lines(text, options)
  }

  /// A row of a list: filled from the left, unhyphenated, whole.
  func row(_ text: String, measure: Int, lineLimit: Int? = nil) -> [String] {
    lines(
      text,
      LayoutOptions(
        measure: max(1, measure), language: language, fit: .first, hyphenation: .none, lineLimit: lineLimit))
  }

  /// Running text; where a limit cuts it, an ellipsis says so.
  func paragraph(_ text: String, measure: Int, lineLimit: Int? = nil) -> [String] {
    var options = LayoutOptions(measure: max(1, measure), language: language)
    if lineLimit != nil { options.fit = .first }
    if !dividesWords { options.hyphenation = .none }
    let layout = ParagraphLayout(options)
    let all = layout.lines(of: text)
    var shown = all.prefix(lineLimit ?? all.count).map { layout.text(of: $0, in: text) }
    if let last = shown.indices.last, last + 1 < all.count {
      shown[last] = Self.withEllipsis(shown[last], isDivided: all[last].endsWithHyphen, measure: measure)
    }
    return shown
  }

  /// One line, cut after a word with an ellipsis where it is longer: for headings of panes and menus alone.
  static func oneLine(_ text: String, columns: Int) -> String {
    guard CellWidth.columns(of: text) > columns else { return text }
    guard columns > 1 else { return columns == 1 ? "…" : "" }
    var kept = ""
    var used = 0
    for character in text {
      let width = CellWidth.columns(of: character)
      guard used + width < columns else { break }
      kept.append(character)
      used += width
    }
    return kept + "…"
  }

  private func lines(_ text: String, _ options: LayoutOptions) -> [String] {
    let layout = ParagraphLayout(options)
    return layout.lines(of: text).map { layout.text(of: $0, in: text) }
  }

  /// The last line that is shown of a longer text: whole words, then the ellipsis.
  private static func withEllipsis(_ line: String, isDivided: Bool, measure: Int) -> String {
    var kept = Substring(line)
    if isDivided, let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
    func dropSigns() { while let last = kept.last, ",;:—–-. ".contains(last) { kept.removeLast() } }
    dropSigns()
    while CellWidth.columns(of: kept) + 1 > measure, let space = kept.lastIndex(of: " ") {
      kept = kept[..<space]
    }
    dropSigns()
    return kept + "…"
  }
}

extension String {
  /// The text of a range of UTF-8 offsets; bounds outside or inside a character are moved inwards.
  func bytes(_ range: Range<Int>) -> String { String(slice(range)) }

  /// The same without a copy.
  func slice(_ range: Range<Int>) -> Substring {
    let count = utf8.count
    let lower = utf8.index(startIndex, offsetBy: max(0, min(range.lowerBound, count)))
    let upper = utf8.index(startIndex, offsetBy: max(0, min(range.upperBound, count)))
    return self[lower..<max(lower, upper)]
  }
}
