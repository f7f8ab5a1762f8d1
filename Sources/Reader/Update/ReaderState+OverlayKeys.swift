import Canvas

/// Keys with something held: in fields and in what lies over the screen too they mean what they say, never the bare key.
extension ReaderState {
  /// Commands of the whole screen, which work in every view: a stopped program is taken up again where it was.
  private static let everywhere: Set<Command> = [.suspend, .redraw, .quit]

  /// Commands that are not to be called by a key that may have been typed with Alt.
  private static let sweeping: Set<Command> = [.quit, .leave, .markSectionRead]

  /// Whether keys go to something else than commands: a field, or what lies over the screen.
  private var hasOverlay: Bool { prompt != nil || popup != nil || isTyping }

  /// The command of the whole screen that a key with Control or Alt, or one of the function keys, calls over a field or a
  /// list; Control-C leaves from everywhere, whatever the settings file made of it.
  func commandOfScreen(_ chord: KeyChord) -> Command? {
    guard hasOverlay, chord.typedCharacter == nil else { return nil }
    if chord == KeyChord(.character("c"), .control) { return .quit }
    guard case .command(let command) = keymap.meaning(of: [chord], in: keyContext) else { return nil }
    return Self.everywhere.contains(command) ? command : nil
  }

  /// Escape and the key after it, where a multiplexer held Escape back and sent both as one, which reads as Alt and the
  /// key; `nil` where the chord has a meaning of its own.
  mutating func typeApart(_ chord: KeyChord) -> [Effect]? {
    guard settings.isEscapeHeldBack, chord.modifiers.contains(.alt), !hasMeaning(chord) else { return nil }
    let bare = KeyChord(chord.key, chord.modifiers.subtracting(.alt))
    let effects = type(KeyChord(.escape))
    if !hasOverlay, case .command(let command) = keymap.meaning(of: [latin(bare)], in: keyContext),
      Self.sweeping.contains(command)
    {
      return effects
    }
    return isFinished ? effects : effects + type(bare)
  }

  /// A key as a field takes it: letters as they are typed, with Control or Alt as they stand on a Latin keyboard.
  func editing(_ chord: KeyChord) -> KeyChord { chord.isHeld ? latin(chord) : chord }

  private func hasMeaning(_ chord: KeyChord) -> Bool {
    if hasOverlay {
      guard prompt != nil || isTyping else { return false }
      var line = InputLine()
      return line.take(editing(chord))
    }
    return keymap.meaning(of: pendingKeys + [latin(chord)], in: keyContext) != .nothing
  }
}
