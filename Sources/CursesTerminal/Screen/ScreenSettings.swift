import Canvas

/// What a terminal is opened with.
package struct ScreenSettings: Sendable {
  /// The descriptor that is written to; standard output unless told.
  package var output: Int32 = 1
  /// The descriptor that is read; standard input unless told.
  package var input: Int32 = 0
  /// The terminal's type; `nil`: what `TERM` names.
  package var type: String?
  /// Descriptions of terminals like this one with all colours, which are taken instead where they are installed.
  package var directTypes: [String] = []
  /// Whether clicks and the wheel are asked for.
  package var usesMouse = true
  /// Never more colours than these: `none` for `NO_COLOR`.
  package var maximumDepth = ColorDepth.direct
  /// Whether what leads somewhere is told to the terminal (OSC 8); one that does not know such links must not be
  /// asked to.
  package var usesLinks = false
  /// Whether the window is given a title.
  package var usesTitles = true
  /// How texts get on the clipboard.
  package var clipboard = TerminalTraits.Clipboard.told
  /// Whether only signs are drawn that fonts of the Linux console have.
  package var usesConsoleSigns = false
  /// Whether something between answers questions itself, in another order than they were asked.
  package var mayAnswerOutOfOrder = false
  /// How long an Escape waits for the rest of a key before it is the key itself.
  package var escapeDelay = InputDecoder.Patience().escape
  /// A size for what is no terminal, in tests; a real terminal's own size otherwise.
  package var fixedSize: CellSize?
  /// How inks look until another theme is set.
  package var theme = Theme.plain

  package init() {}

  /// What suits a terminal.
  package init(for traits: TerminalTraits) {
    directTypes = traits.directTypes
    usesMouse = traits.mayReportMouse
    usesLinks = traits.knowsLinks
    usesTitles = traits.takesTitles
    clipboard = traits.clipboard
    usesConsoleSigns = traits.isConsole
    mayAnswerOutOfOrder = traits.isMultiplexed
    escapeDelay = traits.escapeDelay
  }
}
