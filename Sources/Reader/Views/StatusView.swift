import Canvas
import Phrases
import TextLayout

/// The bottom row: what the keys do, or what just happened; at its right end how far the text or a refresh is.
enum StatusView {
  static func draw(_ state: ReaderState, row: Int, on frame: inout Frame) {
    frame.fill(CellRectangle(row: row, column: 0, columns: frame.columns, rows: 1), surface: .statusBar)
    var column = 0
    for span in spans(state) {
      column += frame.put(
        span.text, row: row, column: column, ink: span.ink, attributes: span.attributes,
        clip: 0..<frame.columns)
    }
  }

  /// What a column of the row leads to: hints can be clicked.
  static func target(at column: Int, _ state: ReaderState) -> Target? {
    Line(spans(state)).target(at: column)
  }

  /// The column of the cursor while something is typed.
  static func cursorColumn(_ state: ReaderState, _ prompt: Prompt) -> Int {
    let label = CellWidth.columns(of: state.phrasebook[label(prompt)])
    let room = fieldColumns(state, label: label)
    return min(state.size.columns - 1, 1 + label + 1 + prompt.line.visible(columns: room).cursorColumn)
  }

  /// What is left for typing behind a label of so many columns, the count and the right side left out.
  private static func fieldColumns(_ state: ReaderState, label: Int) -> Int {
    max(8, state.size.columns - label - 18)
  }

  /// What the line asks for.
  private static func label(_ prompt: Prompt) -> Phrase {
    switch prompt.purpose {
    case .find: .findPrompt
    case .saveToFile(_, nil): .savePrompt
    case .saveToFile: .replacePrompt
    case .pipe: .pipePrompt
    }
  }

  private static func spans(_ state: ReaderState) -> [Span] {
    let columns = state.size.columns
    let right = right(state)
    let rightColumns = right.reduce(0) { $0 + $1.columns }
    let room = columns - rightColumns - (rightColumns > 0 ? 3 : 2)
    var line = Line([Span(" ")] + left(state, columns: max(0, room)))
    line.flushRight(right + [Span(" ")], in: columns)
    return line.spans
  }

  private static func left(_ state: ReaderState, columns: Int) -> [Span] {
    let phrases = state.phrasebook
    if let prompt = state.prompt {
      let title = phrases[label(prompt)]
      let room = fieldColumns(state, label: CellWidth.columns(of: title))
      let text = prompt.line.visible(columns: room).text
      var spans = [Span(title, .status, [.bold]), Span(" "), Span(text, .input)]
      if case .find = prompt.purpose, let find = state.article?.find {
        let count = find.hits.isEmpty ? phrases[.foundNothing] : "\(find.current + 1)/\(find.hits.count)"
        spans.append(Span("   " + count, find.hits.isEmpty ? .warning : .muted))
      }
      return spans
    }
    if !state.pendingKeys.isEmpty { return pending(state) }
    switch state.notice {
    case .done(let text): return [Span(Typesetter.oneLine(text, columns: columns), .status)]
    case .reason(let text): return [Span(Typesetter.oneLine(text, columns: columns), .warning)]
    case .problem(let problem):
      return [Span(Typesetter.oneLine(phrases.sentence(for: problem), columns: columns), .error)]
    case nil: return HintLine.spans(state, columns: columns)
    }
  }

  /// The start of a key sequence and what may follow.
  private static func pending(_ state: ReaderState) -> [Span] {
    let names = KeyNames(state)
    var spans = [Span(names.name(state.pendingKeys, withGlyph: false) + " …", .hintKey)]
    guard case .prefix(let next) = state.keymap.meaning(of: state.pendingKeys, in: state.keyContext) else {
      return spans
    }
    for (chord, command) in next.sorted(by: { $0.key.description < $1.key.description }) {
      let help = command.map { state.phrasebook.help(command: $0.rawValue) } ?? "…"
      spans += [Span("  "), Span(names.name(chord, withGlyph: true), .hintKey), Span(" " + help, .hint)]
    }
    return spans
  }

  private static func right(_ state: ReaderState) -> [Span] {
    let phrases = state.phrasebook
    var parts: [Span] = []
    if let since = state.offlineSince {
      let age = phrases.age(of: since, now: state.now)
      parts.append(
        Span(
          state.size.columns >= 60 ? phrases.text(.offlineSince, ["age": age]) : phrases[.offline], .warning))
    } else if state.settings.isOffline {
      parts.append(Span(phrases[.offline], .warning))
    }
    if state.size.columns < 76 {
      if let progress = state.refresh {
        parts.append(Span(progress.total > 0 ? "⟳ \(progress.done)/\(progress.total)" : "⟳ …", .progress))
      } else if state.edition.unreadTotal > 0, state.article == nil {
        parts.append(Span("● \(phrases.grouped(state.edition.unreadTotal))", .accent))
      }
    }
    if state.prompt == nil, let find = state.article?.find, !find.hits.isEmpty, state.size.columns >= 40 {
      let names = KeyNames(state)
      let keys = [Command.nextUnread, .previousUnread].compactMap { names.first($0, in: .article) }
      parts.append(Span("\(keys.joined(separator: "/")) \(find.current + 1)/\(find.hits.count)", .accent))
    }
    if let article = state.article, article.queue.count > 1, state.size.columns >= 60 {
      parts.append(Span("\(article.index + 1)/\(article.queue.count)", .muted))
    }
    if Arrangement(state).main.columns > 0, let percent = ArticleView.percent(state) {
      parts.append(Span("\(percent)\u{A0}%", .status))
    }
    var result: [Span] = []
    for part in parts {
      if !result.isEmpty { result.append(Span("  ")) }
      result.append(part)
    }
    return result
  }
}

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
