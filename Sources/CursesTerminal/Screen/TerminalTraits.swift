/// What the environment tells of the terminal and of what stands between it and the program: its type, GNU screen, tmux, a
/// line over the network. Everything that is decided by a terminal's name is decided here.
package struct TerminalTraits: Hashable, Sendable {
  /// What can be done to put a text on the clipboard.
  package enum Clipboard: Hashable, Sendable {
    /// The terminal is told (OSC 52).
    case told
    /// The same, wrapped for GNU screen, which would throw it away.
    case wrapped
    /// The terminal is known to ignore it.
    case none
  }

  /// What `TERM` names; empty when it names none.
  package let type: String
  private let environment: [String: String]

  package init(environment: [String: String]) {
    self.environment = environment
    type = environment["TERM"] ?? ""
  }

  private func has(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
  private func isType(of families: [String]) -> Bool { families.contains { type.hasPrefix($0) } }

  /// Whether GNU screen stands between, also on the far side of a line. Inside tmux, which often calls itself `screen`,
  /// it is only where it was started last.
  package var isScreen: Bool {
    if type.hasPrefix("tmux") { return false }
    return has("STY") || (type.hasPrefix("screen") && !has("TMUX"))
  }

  /// Whether something stands between that reads keys itself and holds Escape back for a while.
  package var isMultiplexed: Bool {
    isScreen || has("TMUX") || has("ZELLIJ") || isType(of: ["screen", "tmux"])
  }

  /// Whether it is the console of Linux, whose font has 256 or 512 signs.
  package var isConsole: Bool { type == "linux" || type.hasPrefix("linux-") }

  /// Whether keys come over a line that may tear them apart.
  package var isRemote: Bool { has("SSH_CONNECTION") || has("SSH_CLIENT") || has("SSH_TTY") }

  /// How long an Escape waits for the rest of a key.
  package var escapeDelay: Duration { .milliseconds(isRemote ? 250 : 100) }

  /// Whether clicks may be asked for: GNU screen holds Escape back without an end while they are reported.
  package var mayReportMouse: Bool { !isScreen }

  /// Whether the window may be given a title. GNU screen 4 cuts each character of it to its low byte: Cyrillic letters
  /// become control characters.
  package var takesTitles: Bool { !isScreen }

  /// Whether the terminal may be asked about pixels: those that know no strings of APC print the question.
  package var mayKnowPixels: Bool {
    !isScreen
      && isType(of: [
        "xterm", "tmux", "foot", "alacritty", "wezterm", "ghostty", "contour", "konsole", "vte", "mlterm",
        "mintty", "st-",
        "iterm", "kitty", "rio",
      ])
  }

  /// Whether links are understood (OSC 8), by what terminals put into the environment.
  package var knowsLinks: Bool {
    if has("TMUX") || has("STY") { return false }
    if let version = environment["VTE_VERSION"].flatMap({ Int($0) }) { return version >= 5_000 }
    if ["iTerm.app", "WezTerm", "ghostty", "vscode"].contains(environment["TERM_PROGRAM"] ?? "") {
      return true
    }
    return has("KONSOLE_VERSION")
      || isType(of: ["xterm-kitty", "foot", "alacritty", "xterm-ghostty", "wezterm"])
  }

  /// How texts get on the clipboard.
  package var clipboard: Clipboard {
    if isConsole || isType(of: ["vt", "ansi", "cons", "sun"]) { return .none }
    if isScreen { return .wrapped }
    if !has("TMUX"), has("VTE_VERSION") || environment["TERM_PROGRAM"] == "Apple_Terminal" { return .none }
    return .told
  }

  /// Whether the terminal says that it shows every colour, and nothing between is known to garble them.
  package var claimsDirectColor: Bool {
    guard ["truecolor", "24bit"].contains(environment["COLORTERM"]?.lowercased() ?? "") else { return false }
    return !isMultiplexed || type.hasPrefix("tmux")
  }

  /// Descriptions with all colours that fit the terminal, the best first; none where it does not claim them. Those with
  /// semicolons between red, green and blue go first: everybody understands these.
  package var directTypes: [String] {
    guard claimsDirectColor, type.hasSuffix("-256color") || isType(of: Self.colourful) else { return [] }
    let family = type.hasSuffix("-256color") ? String(type.dropLast(9)) : type
    switch family {
    case "xterm": return ["vte-direct", "konsole-direct", "xterm-direct"]
    case "xterm-kitty": return ["kitty-direct", "xterm-direct"]
    case "xterm-ghostty": return ["xterm-direct"]
    case _ where Self.colourful.contains(family): return ["\(family)-direct", "vte-direct"]
    default: return ["\(family)-direct"]
    }
  }

  private static let colourful = ["alacritty", "foot", "kitty", "xterm-kitty", "xterm-ghostty", "wezterm"]
}
