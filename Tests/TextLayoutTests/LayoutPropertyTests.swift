import Foundation
import TestSupport
import Testing
import TextLayout

/// Random paragraphs of what newspapers are made of, and of what they should never hold.
struct RandomText {
  var generator: SeededGenerator

  static let languages: [String?] = ["ru", "uk", "be", "bg", "kk", "tt", "en", nil]
  private static let words =
    """
    в с к о у и а я не ни на по до из же ли бы — – - … ; : Пушкин А. С. А.С. т. е. д. п. и др. н. э. г. Казань ул. \
    Ленина д. 5 кв. м 240 т 5,6 % 100 тыс. руб. 7 тысяч человек № 18 § 5 $ 20 декабря 2024 г. XX в. 1 302 569 \
    2024–2026 5–7 «слово» («скобки») (текст) 1) а) социально-экономический кто-то по-русски Ту-104 +7 495 123-45-67 \
    20:41 12.05.2024 https://example.org/path/to?page=1&x=2 ГОСТ 5773 ООО «Ромашка» представительство председатель \
    государственный переподготовка высококвалифицированный новости город река дом мост люди работа время сегодня \
    вчера область район администрация губернатор строительство ремонт школа больница объезд подъезд масса майка \
    В О И нет. года. дом. дело». тыс. руб., (2 860 (с 23:00 10 минут 30 секунд, 2 а, 5°, 38. + 4,1 млн ХХ век. Х века \
    құмырсқа дауыс мектеп балалар республика ма да та мәктәп татарча йорт район об'єкт п’ять бур’ян ґрунт Їжак ў \
    the quick brown fox hyphenation international development over lazy
    """.split(separator: " ").map(String.init)
  private static let oddities = [
    "за\u{301}мок", "раи\u{306}он", "漢字仮名", "👩‍👩‍👧‍👦", "🇰🇿", "мягкий\u{AD}перенос", "ноль\u{200B}ширины",
    "5\u{A0}000", "a\u{2060}b",
    "\u{301}", "한국어", "ไทย", "עברית", "слово—слово", "да…нет", "что?где", "e\u{301}tude", "étude", "  ",
    "( слово )",
    "« цитата »", "\u{FFFD}", "нн\u{2011}нн", "и/или", "км/ч", "ёлка",
  ]

  mutating func paragraph(simple: Bool) -> String {
    var words: [String] = []
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      if !simple, Int.random(in: 0..<12, using: &generator) == 0 {
        words.append(Self.oddities.randomElement(using: &generator) ?? "")
      } else {
        words.append(Self.words.randomElement(using: &generator) ?? "")
      }
    }
    return words.joined(separator: " ")
  }

  mutating func options() -> LayoutOptions {
    var options = LayoutOptions(measure: Int.random(in: 1...200, using: &generator))
    if Bool.random(using: &generator) { options.measure = Int.random(in: 1...40, using: &generator) }
    options.language = Self.languages.randomElement(using: &generator) ?? nil
    options.fit = [.optimal, .first, .balanced].randomElement(using: &generator) ?? .optimal
    options.hyphenation = Bool.random(using: &generator) ? .automatic : .none
    options.rules = [.full, .full, .full, .none, .heading].randomElement(using: &generator) ?? .full
    options.isJustified = Bool.random(using: &generator)
    if Int.random(in: 0..<4, using: &generator) == 0 {
      options.firstIndent = Int.random(in: 0...6, using: &generator)
      options.hangingIndent = Int.random(in: 0...6, using: &generator)
    }
    return options
  }
}

@Suite("Layout under random text")
struct LayoutPropertyTests {
  @Test("Lines keep to the measure, and joined they give the text back")
  func linesAreTheText() async {
    var random = RandomText(generator: SeededGenerator(seed: 1))
    for await _ in Stress.rounds(100_000) {
      let text = random.paragraph(simple: Bool.random(using: &random.generator))
      let options = random.options()
      let layout = ParagraphLayout(options)
      let lines = layout.lines(of: text)
      let bytes = Array(text.utf8)
      var joined: [UInt8] = []
      var previous = 0
      for line in lines {
        joined += bytes[previous..<line.start] + bytes[line.range]
        #expect(bytes[previous..<line.start].allSatisfy { $0 == 0x20 })
        previous = line.end
        let printed = layout.text(of: line, in: text)
        #expect(
          CellWidth.columns(of: printed) == line.columns + line.extraColumns, "\(printed)|\(text)|\(options)")
        let room = max(1, options.measure - min(line.indent, options.measure))
        let isOneCluster = String(decoding: bytes[line.range], as: UTF8.self).count == 1
        #expect(line.columns + line.extraColumns <= room || isOneCluster, "\(printed)|\(text)|\(options)")
      }
      #expect(joined + bytes[previous...] == bytes, "\(text)|\(options)")
      #expect(lines.last?.endsParagraph == true)
    }
    Stress.tell("layout, lines are the text: \(Stress.count(100_000)) cases")
  }

  @Test("The fast path gives the lines of the general path")
  func fastEqualsGeneral() async {
    var random = RandomText(generator: SeededGenerator(seed: 2))
    for await _ in Stress.rounds(100_000) {
      let text = random.paragraph(simple: true)
      let options = random.options()
      let fast = ParagraphLayout(options).lines(of: text)
      let general = ParagraphLayout(options, allowsFastPath: false).lines(of: text)
      #expect(fast == general, "\(text)|\(options)")
      if fast != general { return }
    }
    Stress.tell("layout, fast path equals the general one: \(Stress.count(100_000)) cases")
  }

  /// Where the first pass finds lines without hyphens and wide gaps, it is content: cheaper ones with hyphens are not
  /// looked for.
  @Test("The optimal fit never costs more than the first fit")
  func optimalIsNoWorse() async {
    var random = RandomText(generator: SeededGenerator(seed: 3))
    for await _ in Stress.rounds(100_000) {
      let text = random.paragraph(simple: true)
      var options = random.options()
      options.isJustified = false
      options.fit = .first
      let first = ParagraphLayout(options)
      options.fit = .optimal
      let optimal = ParagraphLayout(options)
      let greedyCost = first.cost(of: first.lines(of: text), in: text)
      let lines = optimal.lines(of: text)
      let optimalCost = optimal.cost(of: lines, in: text)
      let isContent =
        options.hyphenation == .automatic
        && lines.allSatisfy {
          let widest = max(3, (options.measure - min(options.hangingIndent, options.measure) + 8) / 16)
          return !$0.endsWithHyphen
            && ($0.endsParagraph || options.measure - $0.indent - $0.columns <= widest)
        }
      #expect(optimalCost <= greedyCost || isContent, "\(text)|\(options)")
      if optimalCost > greedyCost, !isContent { return }
    }
    Stress.tell("layout, optimal costs no more than first fit: \(Stress.count(100_000)) cases")
  }

  @Test(
    "No line begins with a closing mark or a dash, none ends with a one-letter word, where another place was free"
  )
  func badEnds() async {
    var random = RandomText(generator: SeededGenerator(seed: 7))
    for await _ in Stress.rounds(100_000) {
      let text = random.paragraph(simple: Bool.random(using: &random.generator))
      var options = random.options()
      options.rules = .full
      let layout = ParagraphLayout(options)
      let lines = layout.lines(of: text)
      let breaks = layout.breaks(in: text)
      let bytes = Array(text.utf8)
      for (line, next) in zip(lines, lines.dropFirst()) {
        let (last, first) = (layout.text(of: line, in: text), layout.text(of: next, in: text))
        let isBad =
          first.first.map { "—–»”)],;:!?".contains($0) } ?? false
          || options.language == "ru" && last.wholeMatch(of: #/(.* )?[вскоуияВСКОУИЯ]/#) != nil
            && (last.contains(" ") || line.start == 0 || bytes[line.start - 1] == 0x20)
        guard isBad else { continue }
        let isFree = breaks.contains {
          $0.isPermitted && $0.kind != .hyphen && $0.offset > line.start && $0.offset <= next.start
        }
        #expect(!isFree, "\(last)|\(first)|\(text)|\(options)")
      }
    }
    Stress.tell("layout, line ends: \(Stress.count(100_000)) cases")
  }

  @Test("The first lines alone are the first lines of the whole")
  func previews() async {
    var random = RandomText(generator: SeededGenerator(seed: 4))
    for await _ in Stress.rounds(20_000) {
      let text = random.paragraph(simple: false)
      var options = random.options()
      let whole = ParagraphLayout(options).lines(of: text)
      options.lineLimit = Int.random(in: 1...5, using: &random.generator)
      let some = ParagraphLayout(options).lines(of: text)
      #expect(some == Array(whole.prefix(options.lineLimit ?? 0)), "\(text)|\(options)")
    }
  }

  @Test("Composed and decomposed letters give the same lines")
  func normalization() async {
    var random = RandomText(generator: SeededGenerator(seed: 5))
    for await _ in Stress.rounds(100_000) {
      let text = random.paragraph(simple: false)
      let options = random.options()
      let layout = ParagraphLayout(options)
      func printed(_ text: String) -> [String] {
        layout.lines(of: text).map { layout.text(of: $0, in: text).precomposedStringWithCanonicalMapping }
      }
      let composed = printed(text.precomposedStringWithCanonicalMapping)
      let decomposed = printed(text.decomposedStringWithCanonicalMapping)
      #expect(composed == decomposed, "\(text)|\(options)")
      if composed != decomposed { return }
    }
    Stress.tell("layout, NFC and NFD alike: \(Stress.count(100_000)) cases")
  }

  @Test("Any bytes can be laid out")
  func anyBytes() async {
    var generator = SeededGenerator(seed: 6)
    for await _ in Stress.rounds(20_000) {
      let count = Int.random(in: 0...200, using: &generator)
      let bytes = (0..<count).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator)
          : [0x20, 0xD0, 0xB0, 0xE2, 0x80, 0x0A].randomElement()!
      }
      let layout = ParagraphLayout(
        LayoutOptions(
          measure: Int.random(in: -3...90, using: &generator), language: "ru",
          fit: [.optimal, .first, .balanced, .asWritten].randomElement(using: &generator) ?? .first))
      let lines = bytes.withUnsafeBufferPointer { layout.lines(of: $0) }
      var previous = 0
      for line in lines {
        #expect(line.start >= previous && line.end >= line.start && line.end <= count)
        previous = line.end
      }
    }
  }
}
