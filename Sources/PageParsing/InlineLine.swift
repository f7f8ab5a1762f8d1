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
      guard let last = runs.last, !last.text.hasSuffix(" "), !last.text.hasSuffix("\n"), breaks == 0 else {
        return
      }
      runs[runs.count - 1].text += " "
      return
    }
    if breaks > 0, !runs.isEmpty {
      // One break stays in the paragraph, two begin a new one.
      runs.append(Inline(breaks == 1 ? "\n" : Self.parting))
    }
    breaks = 0
    var text = clean
    if text.hasPrefix(" "),
      runs.last.map({ $0.text.hasSuffix(" ") || $0.text.hasSuffix("\n") || $0.text == Self.parting }) ?? true
    {
      text.removeFirst()
    }
    if let last = runs.last, last.style == style, last.link == link, last.text != Self.parting,
      last.text != "\n"
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
    var paragraphs: [[Inline]] = []
    var current: [Inline] = []
    func finish() {
      let trimmed = Self.trimmed(current)
      if !trimmed.isEmpty { paragraphs.append(trimmed) }
      current = []
    }
    for run in runs {
      if run.text == Self.parting { finish() } else { current.append(run) }
    }
    finish()
    runs = []
    breaks = 0
    return paragraphs
  }

  /// Stands between runs of two paragraphs; never part of a text, since cleaned text holds no controls.
  private static let parting = "\u{1E}"

  private static func trimmed(_ runs: [Inline]) -> [Inline] {
    var runs = runs
    while let last = runs.last {
      var text = last.text
      while let end = text.last, end == " " || end == "\n" { text.removeLast() }
      if text.isEmpty {
        runs.removeLast()
        continue
      }
      runs[runs.count - 1].text = text
      break
    }
    // A space before a break shows nowhere.
    for index in runs.indices.dropLast() where runs[index + 1].text == "\n" {
      while runs[index].text.hasSuffix(" ") { runs[index].text.removeLast() }
    }
    guard runs.contains(where: { $0.text.contains { !$0.isWhitespace } }) else { return [] }
    return runs.filter { !$0.text.isEmpty }
  }
}
