/// What a screen has to tell.
package enum ScreenEvent: Hashable, Sendable {
  case key(KeyChord)
  /// Text pasted at once: cleaned of controls but for line feeds and tabs.
  case paste(String)
  case mouse(MouseEvent)
  case resized(CellSize)
  /// The program was stopped and goes on: everything is drawn again.
  case resumed
  /// The terminal has told the colour of its background, later than it was waited for.
  case background(RGB)
  /// The terminal went away or the program was told to end: nothing can be shown any more.
  case closed
}

/// A move or a click of the mouse.
package struct MouseEvent: Hashable, Sendable {
  /// What was done.
  package enum Action: Hashable, Sendable {
    case press
    case release
    /// Moved with the left button held.
    case drag
    case wheelUp
    case wheelDown
  }

  /// Which button, for presses and releases.
  package enum Button: Hashable, Sendable {
    case left
    case middle
    case right
  }

  /// What was done.
  package var action: Action
  /// Of presses, releases and drags; `.left` where the terminal does not tell.
  package var button: Button
  /// The cell under the pointer.
  package var point: CellPoint
  /// Keys held meanwhile.
  package var modifiers: KeyChord.Modifiers

  package init(
    _ action: Action, button: Button = .left, at point: CellPoint, modifiers: KeyChord.Modifiers = []
  ) {
    self.action = action
    self.button = button
    self.point = point
    self.modifiers = modifiers
  }
}
