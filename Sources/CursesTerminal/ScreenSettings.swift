import Canvas

/// What a terminal is opened with.
package struct ScreenSettings: Sendable {
  /// Where bytes go and come from; standard output and input unless told.
  package var output: Int32 = 1
  package var input: Int32 = 0
  /// The terminal's type; `nil`: what `TERM` names.
  package var type: String?
  /// Whether clicks and the wheel are asked for.
  package var usesMouse = true
  /// Never more colours than these: `none` for `NO_COLOR`.
  package var maximumDepth = ColorDepth.direct
  /// A size for what is no terminal, in tests; a real terminal's own size otherwise.
  package var fixedSize: CellSize?
  package var theme = Theme.plain

  package init() {}
}
