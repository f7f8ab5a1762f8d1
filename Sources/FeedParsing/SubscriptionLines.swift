import NewsModel

/// newsboat's `urls`: an address a line, then words in quotes or without: tags, `"~a title"`, `!` for hidden; `#`
/// begins a comment. A plain list of addresses is the same with nothing behind them.
enum SubscriptionLines {
  /// Feeds with their first tag as their folder, in the order the folders come. Lines that are filters, programs or
  /// queries have no feed.
  static func parse(_ text: String) -> ParsedOutlines {
    var top: [Outline] = []
    var places: [String: Int] = [:]
    var warnings: [FeedWarning] = []
    for line in text.split(whereSeparator: \.isNewline).prefix(OPML.maximumOutlines) {
      let words = words(in: line)
      guard let outline = outline(words, line: line) else { continue }
      if outline.feed == nil, warnings.count < FeedAssembly.maximumWarnings {
        warnings.append(.droppedAddress(outline.written ?? ""))
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
    let hasAddress = top.contains { $0.feed != nil || $0.outlines.contains { $0.feed != nil } }
    return ParsedOutlines(outlines: hasAddress ? top : [], warnings: warnings)
  }

  private static func outline(_ words: [String], line: Substring) -> Outline? {
    guard let first = words.first else { return nil }
    let title = words.dropFirst().first { $0.hasPrefix("~") }.map { CleanText.line(String($0.dropFirst())) }
    let feed = address(first)
    return Outline(
      title: title ?? "", feed: feed,
      written: CleanText.line(feed == nil ? String(line) : first, limit: 2000))
  }

  private static func isTag(_ word: String) -> Bool {
    !word.isEmpty && !word.hasPrefix("~") && !word.hasPrefix("!")
  }

  /// An address in full, or a host with a dot in it; files only by their scheme.
  private static func address(_ word: String) -> WebAddress? {
    var text = Substring(word)
    for prefix in ["feed://", "feed:"] where text.lowercased().hasPrefix(prefix) {
      text = text.dropFirst(prefix.count)
      if !text.lowercased().hasPrefix("http") { return WebAddress("https://\(text)") }
    }
    if let address = WebAddress(String(text)) { return address }
    let host = text.prefix { $0 != "/" }
    guard host.contains("."), !host.hasPrefix("."), !host.contains(":") else { return nil }
    return WebAddress("https://\(text)")
  }

  /// Words parted by white space; in quotes a backslash takes the next character as it is.
  private static func words(in line: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var isOpen = false
    var isEscaped = false
    for character in line {
      if isEscaped {
        word.append(character)
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
        isOpen = true
      } else if character.isWhitespace, !isQuoted {
        if isOpen { words.append(word) }
        word = ""
        isOpen = false
      } else if character == "#", words.isEmpty, !isOpen {
        return []
      } else {
        word.append(character)
        isOpen = true
      }
    }
    if isOpen { words.append(word) }
    return words
  }
}
