import CTextScan

/// A paragraph being laid out: its fragments and what is known of them. One object serves all paragraphs of a text, so
/// that its memory is used again.
///
/// Large because every way of fitting lines reads the same measures of one text.
final class Paragraph {
  let bytes: UTF8Bytes
  let properties = ScalarProperties.current
  let hyphenator: Hyphenator
  let cache: WordCache
  let hyphenates: Bool
  /// The columns of the first line and of every other.
  let firstRoom: Int
  let room: Int
  /// The paragraph's bytes; trailing spaces taken off.
  private(set) var low = 0
  private(set) var high = 0
  /// Whether the paragraph's first line is the text's.
  private(set) var isFirst = true
  let fragments = Pool<Fragment>(capacity: 256)
  let divisions = Pool<Division>(capacity: 128)
  let nodes = Pool<FitNode>(capacity: 256)
  let rules: LanguageRules
  /// Where the spaces of sixty-four bytes are noted down.
  let spaces = UnsafeMutablePointer<text_space>.allocate(capacity: 64)

  /// The widest measure that is told from a wider one.
  private static let widest = 1_000_000

  init(bytes: UTF8Bytes, layout: ParagraphLayout) {
    let options = layout.options
    cache = layout.cache
    hyphenator = layout.hyphenator
    self.bytes = bytes
    let measure = min(max(1, options.measure), Self.widest)
    firstRoom = max(1, measure - max(0, min(options.firstIndent, measure)))
    room = max(1, measure - max(0, min(options.hangingIndent, measure)))
    hyphenates = layout.hyphenates
    let reader = TokenReader(bytes: bytes, properties: properties, low: 0, high: 0)
    rules = LanguageRules(
      reader: reader, words: layout.words, strength: options.rules, allowsFastPath: layout.allowsFastPath)
  }

  deinit {
    fragments.deallocate()
    divisions.deallocate()
    nodes.deallocate()
    spaces.deallocate()
  }

  /// Takes up the next paragraph: the bytes of a range, cut into fragments.
  ///
  /// - Parameter isSimple: whether the range is simple text, so that the fast path may cut it.
  func begin(_ low: Int, _ high: Int, isFirst: Bool, isSimple: Bool) {
    see(low, high, isFirst: isFirst)
    fragments.removeAll()
    divisions.removeAll()
    if isSimple {
      appendSimpleFragments()
    } else {
      appendFragments()
    }
  }

  /// Takes up the bytes of a range without cutting them, for questions about their spaces.
  func see(_ low: Int, _ high: Int, isFirst: Bool = true) {
    self.low = low
    self.isFirst = isFirst
    var end = high
    while end > low, bytes[end - 1] == 0x20 { end -= 1 }
    self.high = end
    rules.turn(low: low, high: end)
  }

  /// The columns a line may take that starts at the paragraph's start, or later.
  @inline(__always)
  func room(atStart: Bool) -> Int { atStart && isFirst ? firstRoom : room }

  /// The penalty of a hyphen behind a line when so many lines before it end with one.
  @inline(__always)
  func hyphenCost(after run: Int) -> Int64 {
    if run > 1 { return LineCost.thirdHyphen }
    return LineCost.hyphen &+ Int64(max(0, room &- 60) / 5) &+ (run == 1 ? LineCost.secondHyphen : 0)
  }

  /// Whether a fragment ends the paragraph.
  @inline(__always)
  func isLast(_ index: Int) -> Bool { Int(fragments[index].end) >= high &- low }

  /// What the rules say of a line end behind a fragment.
  @inline(__always)
  func verdict(behind index: Int) -> Verdict {
    let verdict = fragments[index].verdict
    return verdict.isUnknown ? ask(index) : verdict
  }

  private func ask(_ index: Int) -> Verdict {
    let verdict = rules.verdict(
      between: low + Int(fragments[index].end), and: low + Int(fragments[index + 1].start))
    fragments[index].verdict = verdict
    return verdict
  }
}
