/// Sets paragraphs: text in, lines out as byte ranges.
///
/// A line feed in the text is a forced break; the line after it takes the hanging indent. Text is expected as cleaned
/// (no other control characters), but no bytes are refused and none can harm: damaged UTF-8 reads as U+FFFD. The same
/// text and options always give the same lines, and the first *n* lines are those of the whole.
package struct ParagraphLayout {
  /// As given.
  package let options: LayoutOptions
  /// Whether simple paragraphs may be scanned many bytes at a time; the lines are the same.
  let allowsFastPath: Bool
  /// What is known of the language, and whether its words are divided.
  let words: RuleWords
  let hyphenates: Bool
  let hyphenator: Hyphenator
  /// What was learned of words: a layout that is kept gets faster.
  let cache = WordCache()

  package init(_ options: LayoutOptions) {
    self.init(options, allowsFastPath: true)
  }

  /// - Parameter allowsFastPath: false to send every paragraph through the general path, for comparison.
  package init(_ options: LayoutOptions, allowsFastPath: Bool) {
    self.options = options
    self.allowsFastPath = allowsFastPath
    words = RuleWords.words(of: LanguageTag.primary(options.language))
    hyphenates = options.hyphenation == .automatic && options.fit != .asWritten
    hyphenator = hyphenates ? Hyphenator(language: options.language) : .none
  }

  /// The lines of a text. At least one line, even of an empty text.
  package func lines(of text: String) -> [LaidLine] {
    var text = text
    return text.withUTF8 { lines(of: $0) }
  }

  /// The lines of UTF-8 bytes.
  package func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [LaidLine] {
    guard let base = bytes.baseAddress, bytes.count > 0 else {
      return [
        LaidLine(start: 0, end: 0, columns: 0, indent: max(0, options.firstIndent), endsParagraph: true)
      ]
    }
    var setter = TextSetter(bytes: UTF8Bytes(base: base, count: bytes.count), layout: self)
    setter.run()
    return setter.lines
  }
}
