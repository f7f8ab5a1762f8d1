extension Theme {
  /// What an ink looks like in a scheme that says nothing of it, in the meanings that base16 gives its colours:
  /// 00–07 from background to foreground, 08–0F accents.
  static func standardRole(of ink: Ink) -> String {
    switch ink {
    case .text, .headline, .ticker, .menu, .input: "base05"
    case .muted, .read, .date, .summary, .status, .hint, .placeholder: "base04"
    case .accent, .menuCurrent, .focusedTitle, .hintKey: "base0D bold"
    case .title, .heading, .lead, .unread, .tableHeading, .paneTitle: "base05 bold"
    case .saved: "base0A"
    case .link: "base0D underline"
    case .linkFocused, .menuOpen: "base00 on base0D"
    case .section: "base0E"
    case .source, .tag: "base0C"
    case .number: "base09"
    case .masthead, .tickerUrgent, .error: "base08 bold"
    case .selected: "base05 on base02 bold"
    case .selectedIdle: "base05 on base01"
    case .border: "base03"
    case .focusedBorder, .progress: "base0D"
    case .hintLabel: "base00 on base0A bold"
    case .quote: "base05 italic"
    case .code, .success: "base0B"
    case .emphasis: "base05 italic"
    case .caption: "base04 italic"
    case .searchHit: "base00 on base0A"
    case .searchHitCurrent: "base00 on base09 bold"
    case .warning: "base09"
    }
  }

  /// The same for a surface.
  static func standardRole(of surface: Surface) -> String {
    switch surface {
    case .page, .mastheadBar, .panel: "base00"
    case .menuBar, .statusBar, .popup, .selectionIdle, .block: "base01"
    case .selection: "base02"
    }
  }
}

/// Reads roles against a palette.
struct RoleReader {
  var palette: [String: Color] = [:]

  static let neededKeys = (0..<16).map { "base0" + String($0, radix: 16, uppercase: true) }
  static let keys = neededKeys + (0..<8).map { "base1\($0)" }

  func inkLook(_ text: String, role: String) throws(ThemeError) -> Theme.InkLook {
    var words = text.split(separator: " ")[...]
    guard let first = words.popFirst() else { throw .unreadableRole(role, text: text) }
    let foreground = try color(first, role: role)
    var background: Color?
    if words.first == "on" {
      guard let second = words.dropFirst().first else { throw .unreadableRole(role, text: text) }
      background = try color(second, role: role)
      words = words.dropFirst(2)
    }
    return Theme.InkLook(
      foreground: foreground, background: background,
      attributes: try attributes(words, role: role, text: text))
  }

  func surfaceLook(_ text: String, role: String) throws(ThemeError) -> Theme.SurfaceLook {
    var words = text.split(separator: " ")[...]
    guard let first = words.popFirst() else { throw .unreadableRole(role, text: text) }
    return Theme.SurfaceLook(
      background: try color(first, role: role), attributes: try attributes(words, role: role, text: text))
  }

  private func color(_ word: Substring, role: String) throws(ThemeError) -> Color {
    if word.hasPrefix("base"), Self.keys.contains(String(word)) {
      guard let color = palette[String(word)] else { throw .missingColor(String(word)) }
      return color
    }
    guard let color = Color(word) else { throw .unreadableColor(key: role, text: String(word)) }
    return color
  }

  private func attributes(
    _ words: ArraySlice<Substring>, role: String, text: String
  ) throws(ThemeError) -> CellAttributes {
    var result: CellAttributes = []
    for word in words {
      switch word {
      case "bold": result.insert(.bold)
      case "italic": result.insert(.italic)
      case "underline": result.insert(.underline)
      case "reverse": result.insert(.reverse)
      case "dim": result.insert(.dim)
      default: throw .unreadableRole(role, text: text)
      }
    }
    return result
  }

  /// The role whose name needs the fewest changes, at most three.
  static func nearestRole(to name: String) -> String? {
    let names = Ink.allCases.map(\.name) + Surface.allCases.map(\.name)
    let nearest = names.map { ($0, distance(Array($0.utf8), Array(name.utf8.prefix(64)))) }.min {
      $0.1 < $1.1
    }
    guard let nearest, nearest.1 <= 3 else { return nil }
    return nearest.0
  }

  /// Levenshtein's.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let change = diagonal + (byte == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[right.count]
  }
}
