import NewsModel

/// newsboat's `urls`: an address a line, then words in quotes or without: tags, `"~a title"`, `!` for hidden; a word
/// that begins with `#` begins a comment. A plain list of addresses is the same with nothing behind them.
enum SubscriptionLines {
  /// How lines of newsboat's begin that name no feed and yet belong to a list.
  private static let kindsWithoutFeed = ["query:", "exec:", "filter:", "---"]

  /// Feeds with their first tag as their folder, in the order the folders come. Lines that are filters, programs or
  /// queries have no feed.
  ///
  /// Any text has a line that looks like an address: where most lines are none, nothing is taken for one.
  static func parse(_ text: String) -> ParsedOutlines {
    var top: [Outline] = []
    var places: [String: Int] = [:]
    var warnings: [FeedWarning] = []
    var addresses = 0
    var strangers = 0
    for line in text.split(whereSeparator: \.isNewline).prefix(OPML.maximumOutlines) {
      let words = words(in: line)
      guard let first = words.first else { continue }
      let outline = outline(first, words.dropFirst(), line: line)
      if outline.feed != nil {
        addresses += 1
      } else {
        if !kindsWithoutFeed.contains(where: first.hasPrefix) { strangers += 1 }
        if warnings.count < FeedAssembly.maximumWarnings {
          warnings.append(.droppedAddress(outline.written ?? ""))
        }
      }
      guard let tag = words.dropFirst().first(where: isTag) else {
        top.append(outline)
        continue
      }
      let folder = CleanText.line(tag, limit: 200)
      if let place = places[folder] {
        top[place].outlines.append(outline)
      } else {
        places[folder] = top.count
        top.append(Outline(title: folder, outlines: [outline]))
      }
    }
    let isList = addresses > 0 && addresses >= strangers
    return ParsedOutlines(outlines: isList ? top : [], warnings: warnings)
  }

  private static func outline(_ first: String, _ others: ArraySlice<String>, line: Substring) -> Outline {
    let title = others.first { $0.hasPrefix("~") }.map { CleanText.line(String($0.dropFirst())) }
    let feed = address(first)
    return Outline(
      title: title ?? "", feed: feed,
      written: CleanText.line(feed == nil ? String(line) : first, limit: 2000))
  }

  private static func isTag(_ word: String) -> Bool {
    !word.isEmpty && !word.hasPrefix("~") && !word.hasPrefix("!")
  }

  /// An address in full, or what begins with a host; files only by their scheme.
  private static func address(_ word: String) -> WebAddress? {
    var text = Substring(word)
    for prefix in ["feed://", "feed:"] where text.lowercased().hasPrefix(prefix) {
      text = text.dropFirst(prefix.count)
      if !text.lowercased().hasPrefix("http") { return WebAddress("https://\(text)") }
    }
    if let address = WebAddress(String(text)) { return address }
    return WebAddress.beginsWithHost(text) ? WebAddress("https://\(text)") : nil
  }

  private static let escapes: [Character: Character] = ["n": "\n", "r": "\r", "t": "\t"]

  /// Words parted by white space, or by the quote that ends one; in quotes a backslash takes the next character as it
  /// is, but for those of C's white space.
  private static func words(in line: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var isOpen = false
    var isEscaped = false
    for character in line {
      if isEscaped {
        word.append(escapes[character] ?? character)
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"", isQuoted || !isOpen {
        if isQuoted { words.append(word) }
        word = ""
        isQuoted.toggle()
        isOpen = isQuoted
      } else if character.isWhitespace, !isQuoted {
        if isOpen { words.append(word) }
        word = ""
        isOpen = false
      } else if character == "#", !isOpen {
        break
      } else {
        word.append(character)
        isOpen = true
      }
    }
    if isOpen { words.append(word) }
    return words
  }
}
