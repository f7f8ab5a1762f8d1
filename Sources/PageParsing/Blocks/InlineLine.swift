import NewsModel

/// The runs of the paragraph that is being collected.
struct InlineLine {
  var style: Inline.Style = []
  var link: WebAddress?
  /// Pictures met within the paragraph: they follow it as blocks of their own.
  var pictures: [Block.Figure] = []

  private var runs: [Inline] = []
  private var breaks = 0

  /// Adds text as written: white space is folded.
  mutating func append(_ text: String) {
    let clean = CleanText.run(text)
    guard !clean.isEmpty else { return }
    if clean == " " {
      // A space at a paragraph's start or behind another is none.
      guard let last = runs.last, !Self.endsInSpace(last), breaks == 0 else { return }
      runs[runs.count - 1].text += " "
      return
    }
    if breaks > 0, !runs.isEmpty {
      // One break stays in the paragraph, two begin a new one.
      runs.append(Inline(breaks == 1 ? "\n" : Self.parting))
    }
    breaks = 0
    var text = clean
    if text.utf8.first == 0x20, runs.last.map({ Self.endsInSpace($0) || Self.isParting($0) }) ?? true {
      text.removeFirst()
    }
    if let last = runs.last, last.style == style, last.link == link, !Self.isParting(last),
      !Self.isBreak(last)
    {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Inline(text, style: style, link: link))
    }
  }

  /// A `<br>`.
  mutating func breakLine() {
    guard !runs.isEmpty else { return }
    breaks += 1
  }

  /// What was collected, as paragraphs; nothing remains.
  mutating func takeParagraphs() -> [[Inline]] {
    guard !runs.isEmpty else { return [] }
    let whole = runs
    runs = []
    breaks = 0
    let parts =
      whole.contains(where: Self.isParting) ? whole.split(whereSeparator: Self.isParting) : [whole[...]]
    return parts.map { Self.trimmed(Array($0)) }.filter { !$0.isEmpty }
  }

  /// Stands between runs of two paragraphs; never part of a text, since cleaned text holds no controls.
  private static let parting = "\u{1E}"

  private static func isParting(_ run: Inline) -> Bool { run.text.utf8.first == parting.utf8.first }

  private static func isBreak(_ run: Inline) -> Bool {
    run.text.utf8.count == 1 && run.text.utf8.first == 0x0A
  }

  private static func endsInSpace(_ run: Inline) -> Bool {
    run.text.utf8.last == 0x20 || run.text.utf8.last == 0x0A
  }

  private static func trimmed(_ runs: [Inline]) -> [Inline] {
    var runs = runs
    while let last = runs.last {
      guard endsInSpace(last) else { break }
      var text = last.text.utf8[...]
      while text.last == 0x20 || text.last == 0x0A { text.removeLast() }
      if text.isEmpty {
        runs.removeLast()
      } else {
        runs[runs.count - 1].text = String(Substring(text))
      }
    }
    // A space before a break shows nowhere.
    for index in runs.indices.dropLast() where isBreak(runs[index + 1]) {
      while runs[index].text.hasSuffix(" ") { runs[index].text.removeLast() }
    }
    guard runs.contains(where: { $0.text.unicodeScalars.contains { !$0.properties.isWhitespace } }) else {
      return []
    }
    return runs.contains { $0.text.isEmpty } ? runs.filter { !$0.text.isEmpty } : runs
  }
}
