import Canvas
import Language
import NewsModel
import Phrases

extension ReaderState {
  /// What a key does: types into a field, answers a pop-up, or calls a command.
  mutating func type(_ chord: KeyChord) -> [Effect] {
    notice = nil
    pressed = nil
    see(chord)
    if let command = commandOfScreen(latin(chord)) { return perform(command) }
    if let effects = typeApart(chord) { return effects }
    if prompt != nil { return typeIntoPrompt(chord) }
    if popup != nil { return typeIntoPopup(chord) }
    if isTyping { return typeIntoSearch(chord) }
    return callCommand(chord)
  }

  /// What a pasted text does: goes into a field; where keys are commands it does nothing.
  mutating func paste(_ text: String) -> [Effect] {
    notice = nil
    let line = CleanText.line(text, limit: InputLine.maximumCharacters)
    if var prompt {
      prompt.line.insert(line)
      self.prompt = prompt
      return changePrompt()
    }
    if case .palette(var field, _) = popup {
      field.insert(line)
      popup = .palette(line: field, selection: 0)
      return []
    }
    guard isTyping, case .search(var search) = place else { return [] }
    search.line.insert(line)
    place = .search(search)
    return searchAgain()
  }

  private mutating func callCommand(_ chord: KeyChord) -> [Effect] {
    let keys = pendingKeys + [latin(chord)]
    pendingKeys = []
    switch keymap.meaning(of: keys, in: keyContext) {
    case .command(let command): return perform(command, chord: keys.last)
    case .prefix:
      pendingKeys = keys
      return []
    case .nothing: return []
    }
  }

  /// A command by key, palette or click; one that can do nothing says why.
  mutating func perform(_ command: Command, chord: KeyChord? = nil) -> [Effect] {
    guard let row = CommandTable.row(of: command) else { return [] }
    if let reason = row.reason(self) {
      notice = .reason(phrasebook[reason])
      return []
    }
    return row.run(&self, chord)
  }
}

extension ReaderState {
  /// The keyboard layout by which keys are translated.
  var keyboardLayout: KeyboardLayout {
    settings.keyboard ?? seenKeyboard ?? KeyboardLayout.automatic(localeName: settings.localeName)
  }

  /// The key at the same place of a Latin keyboard.
  func latin(_ chord: KeyChord) -> KeyChord {
    guard case .character(let character) = chord.key else { return chord }
    guard let latin = keyboardLayout.latin(for: character) else { return chord }
    return KeyChord(.character(latin), chord.modifiers)
  }

  /// Learns a layout from letters that only one has.
  private mutating func see(_ chord: KeyChord) {
    guard settings.keyboard == nil, case .character(let character) = chord.key, !character.isASCII else {
      return
    }
    let layout = KeyboardLayout.automatic(localeName: settings.localeName, seen: [character])
    let standard = KeyboardLayout.automatic(localeName: settings.localeName)
    if layout != standard { seenKeyboard = layout }
  }
}
