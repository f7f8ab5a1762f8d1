import Canvas

/// What a terminal is opened with.
package struct ScreenSettings: Sendable {
  /// The descriptor that is written to; standard output unless told.
  package var output: Int32 = 1
  /// The descriptor that is read; standard input unless told.
  package var input: Int32 = 0
  /// The terminal's type; `nil`: what `TERM` names.
  package var type: String?
  /// Whether clicks and the wheel are asked for.
  package var usesMouse = true
  /// Never more colours than these: `none` for `NO_COLOR`.
  package var maximumDepth = ColorDepth.direct
  /// Whether what leads somewhere is told to the terminal (OSC 8); one that does not know such links must not be
  /// asked to.
  package var usesLinks = false
  /// A size for what is no terminal, in tests; a real terminal's own size otherwise.
  package var fixedSize: CellSize?
  /// How inks look until another theme is set.
  package var theme = Theme.plain

  package init() {}

  /// Whether a terminal may be asked about pixels: multiplexers of old take the question for a title.
  package static func mayKnowPixels(environment: [String: String]) -> Bool {
    let type = environment["TERM"] ?? ""
    return environment["STY"] == nil && !type.hasPrefix("screen")
  }

  /// Whether a terminal is known to understand links, by what it puts into the environment.
  package static func knowsLinks(environment: [String: String]) -> Bool {
    if environment["TMUX"] != nil || environment["STY"] != nil { return false }
    if let version = environment["VTE_VERSION"].flatMap({ Int($0) }) { return version >= 5_000 }
    if ["iTerm.app", "WezTerm", "ghostty", "vscode"].contains(environment["TERM_PROGRAM"] ?? "") {
      return true
    }
    if environment["KONSOLE_VERSION"] != nil { return true }
    let type = environment["TERM"] ?? ""
    return ["xterm-kitty", "foot", "alacritty", "xterm-ghostty", "wezterm"].contains { type.hasPrefix($0) }
  }
}
