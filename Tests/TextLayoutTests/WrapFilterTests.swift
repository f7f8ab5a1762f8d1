import Testing
import TextLayout

@Suite("The wrap filter")
struct WrapFilterTests {
  /// What the filter writes of a text that comes in pieces of so many bytes.
  private func wrapped(
    _ bytes: [UInt8], pieces: Int = 7, prefix: ParagraphSplitter.Prefix = .none, _ options: LayoutOptions
  ) -> String {
    var output: [UInt8] = []
    var filter = WrapFilter(.init(layout: options, prefix: prefix)) { _ in "ru" }
    var offset = 0
    while offset < bytes.count {
      let end = min(bytes.count, offset + pieces)
      bytes[offset..<end].withUnsafeBufferPointer { piece in filter.add(piece) { output += $0 } }
      offset = end
    }
    filter.finish { output += $0 }
    return String(decoding: output, as: UTF8.self)
  }

  @Test("Paragraphs are set anew and blank lines stay")
  func paragraphs() {
    let text = "Мама   мыла\nраму.\n\n\n  Второй\tабзац\nтоже."
    let expected = "Мама мыла\nраму.\n\n\nВторой\nабзац тоже.\n"
    for pieces in [1, 3, 1_000] {
      let output = wrapped(Array(text.utf8), pieces: pieces, LayoutOptions(measure: 11, language: "ru"))
      #expect(output == expected)
    }
  }

  @Test("Prefixes of quotations and comments are kept")
  func prefixes() {
    let text = "> раз два три\n> четыре\n>\n# пять шесть\nсемь"
    let options = LayoutOptions(measure: 9, language: "ru", fit: .first)
    #expect(
      wrapped(Array(text.utf8), prefix: .detected, options)
        == "> раз два\n> три\n> четыре\n>\n# пять\n# шесть\nсемь\n")
    #expect(
      wrapped(Array("> раз два пятый\nкак есть, не меняя".utf8), prefix: .fixed("> "), options)
        == "> раз два\n> пятый\nкак есть, не меняя\n")
  }

  @Test("Damaged bytes become visible and stop nothing")
  func damaged() {
    let bytes: [UInt8] = Array("до ".utf8) + [0xFF, 0xD0] + Array(" после".utf8)
    #expect(wrapped(bytes, LayoutOptions(measure: 40, language: "ru")) == "до \u{FFFD}\u{FFFD} после\n")
  }

  @Test("A paragraph without end is written as it comes, in little memory")
  func endless() {
    var filter = WrapFilter(.init(layout: LayoutOptions(measure: 60, language: "ru")))
    let piece = Array(String(repeating: "слово и дело ", count: 4_000).utf8)
    var written = 0
    for _ in 0..<20 { piece.withUnsafeBufferPointer { piece in filter.add(piece) { written += $0.count } } }
    #expect(written > piece.count * 15)
    filter.finish { written += $0.count }
    let words = written
    #expect(abs(words - piece.count * 20) < 100)
  }

  @Test("Characters that hold or break unseen print as the reference says")
  func specials() {
    let text = "5\u{A0}000\u{202F}т, нн\u{2011}нн, а\u{200B}б, в\u{2060}г, пере\u{AD}нос"
    #expect(
      wrapped(Array(text.utf8), LayoutOptions(measure: 80, language: "ru"))
        == "5 000 т, нн-нн, аб, вг, перенос\n")
  }

  @Test("Breaks are shown with their marks")
  func marks() {
    let layout = ParagraphLayout(LayoutOptions(measure: 60, language: "ru"))
    let text = "Жили в доме масса"
    #expect(ParagraphLayout.marked(text, layout.breaks(in: text)) == "Жи‧ли |в·до‧ме |мас‧са")
  }
}
