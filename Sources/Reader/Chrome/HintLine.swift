import Canvas
import Phrases
import TextLayout

/// What the keys do here, as many as fit, from the command table.
enum HintLine {
  private static let lasting: Set<Command> = [.leave, .back, .help]

  static func spans(_ state: ReaderState, columns: Int) -> [Span] {
    if state.popup != nil || state.isTyping { return passing(state, columns: columns) }
    let context = state.keyContext
    let names = KeyNames(state)
    var result: [Span] = []
    var used = 0
    // The way out and the help are always told; the others fill what is left.
    let hinted = CommandTable.rows.filter { $0.hintedIn.contains(context) && $0.reason(state) == nil }
    // Where both keys lead back, one is told.
    let leadsBack = state.places.count > 1 && hinted.contains { $0.command == .back }
    let rows = hinted.filter { $0.command != .leave || !leadsBack }
    let lasting = rows.filter { Self.lasting.contains($0.command) }
    let reserved = lasting.reduce(0) {
      $0 + (hint($1, context, names, state)?.reduce(0) { $0 + $1.columns } ?? 0) + 2
    }
    for row in rows where !Self.lasting.contains(row.command) {
      guard let hint = hint(row, context, names, state) else { continue }
      let width = hint.reduce(0) { $0 + $1.columns } + (result.isEmpty ? 0 : 2)
      guard used + width + reserved <= columns else { continue }
      if !result.isEmpty { result.append(Span("  ")) }
      result += hint
      used += width
    }
    for row in lasting {
      guard let hint = hint(row, context, names, state) else { continue }
      let width = hint.reduce(0) { $0 + $1.columns } + (result.isEmpty ? 0 : 2)
      guard used + width <= columns else { break }
      if !result.isEmpty { result.append(Span("  ")) }
      result += hint
      used += width
    }
    return result
  }

  private static func hint(
    _ row: CommandRow, _ context: KeyContext, _ names: KeyNames, _ state: ReaderState
  ) -> [Span]? {
    // Leaving leads back until there is nothing left to go back to.
    let command = row.command == .leave && state.places.count > 1 ? Command.back : row.command
    guard let key = names.first(row.command, in: context),
      let text = state.phrasebook.hint(command: command.rawValue)
    else { return nil }
    let partner = row.hintPartner.flatMap { names.first($0, in: context) }
    let keys = partner.map { "\(key)/\($0)" } ?? key
    return [
      Span(keys, .hintKey, [.bold], target: .command(row.command)),
      Span(" " + text, .hint, target: .command(row.command)),
    ]
  }

  /// While text is typed or something lies over the screen, keys are no commands.
  private static func passing(_ state: ReaderState, columns: Int) -> [Span] {
    let phrases = state.phrasebook
    var result: [Span] = []
    var used = 0
    for (key, phrase) in passingKeys(state) {
      let width = key.count + 1 + CellWidth.columns(of: phrases[phrase]) + 2
      guard used + width <= columns else { break }
      if !result.isEmpty { result.append(Span("  ")) }
      result += [Span(key, .hintKey, [.bold]), Span(" " + phrases[phrase], .hint)]
      used += width
    }
    return result
  }

  private static func passingKeys(_ state: ReaderState) -> [(String, Phrase)] {
    switch state.popup {
    case .palette: [("Enter", .hintRun), ("Esc", .hintClose)]
    case .themes: [("j/k ↓↑", .themes), ("Enter", .hintChoose), ("Esc", .hintCancel)]
    case .mute: [("Enter", .hintChoose), ("Esc", .hintCancel)]
    case .hints: [("A–Z", .hintLabels), ("Esc", .hintCancel)]
    case .about where (state.article?.versionCount ?? 1) > 1:
      [("j/k ↓↑", .hintVersions), ("Enter", .hintChoose), ("Esc", .hintClose)]
    case .about: [("Esc", .hintClose)]
    case nil: [("Enter", .hintToHits), ("Esc", .hintCancel)]
    }
  }
}
