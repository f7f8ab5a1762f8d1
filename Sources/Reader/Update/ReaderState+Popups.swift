import Canvas
import NewsModel
import Phrases

extension ReaderState {
  /// A key while something lies over the screen.
  mutating func typeIntoPopup(_ chord: KeyChord) -> [Effect] {
    guard let popup else { return [] }
    switch popup {
    case .palette(let line, let selection): return typeIntoPalette(chord, line: line, selection: selection)
    case .hints(let labels, let typed): return typeHint(chord, labels: labels, typed: typed)
    case .about(let selection):
      // The versions to choose from; an article that has no other is read to its end, or any key closes it.
      let versions = article?.versionCount ?? 1
      let hidden = AboutView.hiddenLines(self, size: PopupView.aboutSize(self))
      let count = versions > 1 ? versions : hidden + 1
      guard count > 1 else { return chord.isHeld ? [] : choosePopupRow(selection) }
      return choose(chord, selection: selection, count: count) { state, selection in
        state.popup = .about(selection: selection)
        return []
      } cancel: { _ in
        []
      }
    case .themes(let selection, let previous):
      return choose(chord, selection: selection, count: settings.themes.count) { state, selection in
        state.popup = .themes(selection: selection, previous: previous)
        return [.showTheme(state.settings.themes[selection])]
      } cancel: { _ in
        [.showTheme(previous)]
      }
    case .mute(let changes, let selection):
      return choose(chord, selection: selection, count: changes.count) { state, selection in
        state.popup = .mute(changes, selection: selection)
        return []
      } cancel: { _ in
        []
      }
    }
  }

  /// Moves in a pop-up's list, takes its row, or closes it.
  private mutating func choose(
    _ chord: KeyChord, selection: Int, count: Int, move: (inout ReaderState, Int) -> [Effect],
    cancel: (inout ReaderState) -> [Effect]
  ) -> [Effect] {
    guard !chord.isHeld else { return [] }
    var wanted = selection
    switch latin(chord).key {
    case .down, .character("j"): wanted += 1
    case .up, .character("k"): wanted -= 1
    case .pageDown, .character(" "): wanted += 5
    case .pageUp: wanted -= 5
    case .home, .character("g"): wanted = 0
    case .end, .character("G"): wanted = count - 1
    case .enter, .right, .character("l"): return choosePopupRow(selection)
    default:
      popup = nil
      return cancel(&self)
    }
    wanted = max(0, min(count - 1, wanted))
    return wanted == selection ? [] : move(&self, wanted)
  }

  /// Takes a row of the pop-up's list.
  mutating func choosePopupRow(_ index: Int) -> [Effect] {
    switch popup {
    case .palette(let line, _):
      let rows = paletteRows(line.text)
      guard rows.indices.contains(index) else { return [] }
      // What was typed stays where the command can do nothing.
      if let reason = rows[index].reason(self) {
        notice = .reason(phrasebook[reason])
        return []
      }
      popup = nil
      return perform(rows[index].command)
    case .themes:
      popup = nil
      guard settings.themes.indices.contains(index) else { return [] }
      settings.theme = settings.themes[index]
      return [.chooseTheme(settings.theme)]
    case .mute(let changes, _):
      popup = nil
      guard changes.indices.contains(index) else { return [] }
      let deed = ChangeHistory.Deed.muting(changes[index])
      history.make(deed)
      notice = .done(phrasebook[changes[index].isHiding ? .muted : .unmuted])
      return putInForce(deed)
    case .about:
      popup = nil
      return article?.versionCount ?? 1 > 1 ? showVersion(index) : []
    case .hints, nil:
      popup = nil
      return []
    }
  }

  private mutating func typeIntoPalette(_ chord: KeyChord, line: InputLine, selection: Int) -> [Effect] {
    var line = line
    let count = paletteRows(line.text).count
    switch (chord.key, chord.modifiers) {
    case (.escape, []): popup = nil
    case (.enter, []): return choosePopupRow(selection)
    case (.down, _), (.character("n"), .control):
      popup = .palette(line: line, selection: max(0, min(selection + 1, count - 1)))
    case (.up, _), (.character("p"), .control): popup = .palette(line: line, selection: max(0, selection - 1))
    case (.pageDown, _): popup = .palette(line: line, selection: max(0, min(selection + 5, count - 1)))
    case (.pageUp, _): popup = .palette(line: line, selection: max(0, selection - 5))
    default:
      // A field that is emptied further closes.
      if chord.key == .backspace, line.characters.isEmpty {
        popup = nil
      } else if line.take(editing(chord)) {
        popup = .palette(line: line, selection: 0)
      }
    }
    return []
  }

  /// The commands that can be called where the keys are typed, those first whose help begins with what was typed.
  func paletteRows(_ typed: String) -> [CommandRow] {
    let context = keyContext
    let rows = CommandTable.rows.filter {
      $0.keys[context] != nil && $0.command != .palette && $0.command != .goToSection
    }
    let wanted = typed.lowercased().split(separator: " ")
    guard !wanted.isEmpty else { return rows }
    let matching = rows.filter { row in
      let text = "\(phrasebook.help(command: row.command.rawValue)) \(row.command.rawValue)".lowercased()
      return wanted.allSatisfy { text.contains($0) }
    }
    let first = String(wanted[0])
    return matching.filter { phrasebook.help(command: $0.command.rawValue).lowercased().hasPrefix(first) }
      + matching.filter { !phrasebook.help(command: $0.command.rawValue).lowercased().hasPrefix(first) }
  }
}
