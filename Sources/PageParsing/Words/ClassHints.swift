/// What the words in an element's class and id say about its part on the page.
struct ClassHints: OptionSet, Sendable {
  let rawValue: UInt64

  /// The words name an article's body («article-body», «fullstory», «detail_text»).
  static let body = ClassHints(rawValue: 1 << 0)
  /// Content in general: article, content, text.
  static let content = ClassHints(rawValue: 1 << 1)
  static let comments = ClassHints(rawValue: 1 << 2)
  static let share = ClassHints(rawValue: 1 << 3)
  static let related = ClassHints(rawValue: 1 << 4)
  static let navigation = ClassHints(rawValue: 1 << 5)
  static let subscription = ClassHints(rawValue: 1 << 6)
  static let advertisement = ClassHints(rawValue: 1 << 7)
  static let sidebar = ClassHints(rawValue: 1 << 8)
  static let footer = ClassHints(rawValue: 1 << 9)
  static let header = ClassHints(rawValue: 1 << 10)
  static let popup = ClassHints(rawValue: 1 << 11)
  static let tags = ClassHints(rawValue: 1 << 12)
  /// Small print about the article: date, views, rating, print button.
  static let meta = ClassHints(rawValue: 1 << 13)
  static let author = ClassHints(rawValue: 1 << 14)
  static let caption = ClassHints(rawValue: 1 << 15)
  static let hidden = ClassHints(rawValue: 1 << 16)
  static let date = ClassHints(rawValue: 1 << 17)
  static let title = ClassHints(rawValue: 1 << 18)
  static let lead = ClassHints(rawValue: 1 << 19)
  static let top = ClassHints(rawValue: 1 << 20)
  static let ticker = ClassHints(rawValue: 1 << 21)
  static let list = ClassHints(rawValue: 1 << 22)
  static let menu = ClassHints(rawValue: 1 << 23)
  static let mobile = ClassHints(rawValue: 1 << 24)
  static let pages = ClassHints(rawValue: 1 << 25)
  static let media = ClassHints(rawValue: 1 << 26)
  static let breadcrumb = ClassHints(rawValue: 1 << 27)
  static let language = ClassHints(rawValue: 1 << 28)
  static let logo = ClassHints(rawValue: 1 << 29)
  /// A box around one picture.
  static let picture = ClassHints(rawValue: 1 << 31)
  static let dateline = ClassHints(rawValue: 1 << 30)
  /// Pictures or slides in a row.
  static let gallery = ClassHints(rawValue: 1 << 32)
  /// A column beside the text; the word alone, not one that names a layout.
  static let column = ClassHints(rawValue: 1 << 33)
  /// A cell of a layout that has a furniture word in its name: `promo-grid__cell`.
  static let layout = ClassHints(rawValue: 1 << 34)
  /// What a recipe takes.
  static let ingredients = ClassHints(rawValue: 1 << 35)

  /// What never belongs to the running text.
  static let boilerplate: ClassHints = [
    .comments, .share, .related, .navigation, .subscription, .advertisement, .sidebar, .footer, .popup, .tags,
    .meta, .hidden, .top, .ticker, .menu, .pages, .breadcrumb, .language, .logo,
  ]

  /// The hints in a class attribute and an id.
  init(classes: String, id: String) {
    var hints: ClassHints = []
    let tokens = classes.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    // WordPress lists an article's tags and categories among its classes.
    let isPost = tokens.contains { $0.elementsEqual("hentry".utf8) || $0.elementsEqual("type-post".utf8) }
    if isPost {
      hints.insert(.content)
    } else {
      for token in tokens.prefix(24) where !Self.isOfScreens(token) { hints.formUnion(Self.hints(of: token)) }
      // «hidden md:block»: hidden on narrow screens alone.
      if hints.contains(.hidden), tokens.contains(where: Self.showsSometimes) { hints.remove(.hidden) }
    }
    if !id.isEmpty { hints.formUnion(Self.hints(of: id.utf8[...])) }
    self = hints
  }

  /// Whether a class shows or hides an element on some screens or on paper alone: `hidden-xs`, `d-lg-flex`.
  private static func isOfScreens(_ token: Substring.UTF8View) -> Bool {
    let words = token.prefix(40).split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "@") }
    guard (2...4).contains(words.count), let first = words.first else { return false }
    return ["d", "hidden", "hide", "visible", "show", "uk"].contains { first.elementsEqual($0.utf8) }
      && words.dropFirst().contains { ClassHintWords.screens.contains(String(Substring($0))) }
  }

  /// Whether a class of a utility framework shows an element under some condition: `lg:flex`, `d-lg-flex`.
  private static func showsSometimes(_ token: Substring.UTF8View) -> Bool {
    guard let colon = token.lastIndex(of: UInt8(ascii: ":")) else { return isOfScreens(token) }
    let shown = token[token.index(after: colon)...]
    return ["block", "flex", "grid", "inline", "inline-block", "inline-flex", "table", "contents"].contains {
      shown.elementsEqual($0.utf8)
    }
  }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private static let layoutPrefixes = [
    "has-", "has_", "with-", "with_", "no-", "without-", "is-", "and-", "hide-", "enable-", "tag-",
    "category-",
  ]

  /// Words of one class: parted by signs, digits and capitals; neighbours are also tried as one word.
  private static func hints(of token: Substring.UTF8View) -> ClassHints {
    // «has-sidebar», «no-comments» speak of the page, not of the element.
    for prefix in layoutPrefixes where token.starts(with: prefix.utf8) { return [] }
    // What stands before a colon says when a style holds; neither names anything: «print:max-w-full».
    if token.contains(UInt8(ascii: ":")) { return [] }
    var hints: ClassHints = []
    var previous = ""
    var beforePrevious = ""
    var word = ""
    func flush() {
      guard !word.isEmpty else { return }
      if beforePrevious.isEmpty, ClassHintWords.drupal.contains(previous + word) { isRow = true }
      if let found = ClassHintWords.table[word], !ClassHintWords.measures.contains(previous) {
        hints.formUnion(found)
      }
      if !previous.isEmpty, let found = ClassHintWords.table[previous + word] { hints.formUnion(found) }
      if !beforePrevious.isEmpty, let found = ClassHintWords.table[beforePrevious + previous + word] {
        hints.formUnion(found)
      }
      (beforePrevious, previous, word) = (previous, word, "")
    }
    var isRow = false
    var wasLower = false
    for byte in token.prefix(120) {
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLower = byte >= 0x61 && byte <= 0x7A
      guard isUpper || isLower else {
        flush()
        wasLower = false
        continue
      }
      if isUpper && wasLower { flush() }
      word.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      wasLower = isLower
    }
    flush()
    if isRow { hints.remove(.meta) }
    let first = token.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    if first.count < token.count, ClassHintWords.builders.contains(String(Substring(first))) {
      hints.subtract([.sidebar, .column])
    }
    if let found = ClassHintWords.whole[String(Substring(token)).lowercased().filter(\.isLetter)] {
      hints.formUnion(found)
    }
    // «comment-text» is the text of a comment.
    if hints.contains(.comments) { hints.remove(.body) }
    return hints
  }
}
