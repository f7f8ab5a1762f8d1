import Canvas
import Phrases
import TextLayout

/// The bottom row: what the keys do, or what just happened; at its right end how far the text or a refresh is.
///
/// What happened is told whole: where it needs more than the row, it takes rows above.
enum StatusView {
  static func draw(_ state: ReaderState, row: Int, on frame: inout Frame) {
    let above = linesAbove(state).suffix(max(0, row))
    for (index, line) in (above + [Line(spans(state))]).enumerated() {
      let place = CellRectangle(row: row - above.count + index, column: 0, columns: frame.columns, rows: 1)
      frame.fill(place, surface: .statusBar)
      frame.put([line], in: place)
    }
  }

  /// What a column of the row leads to: hints can be clicked.
  static func target(at column: Int, _ state: ReaderState) -> Target? {
    Line(spans(state)).target(at: column)
  }

  /// The column of the cursor while something is typed.
  static func cursorColumn(_ state: ReaderState, _ prompt: Prompt) -> Int {
    let label = labelColumns(state, prompt)
    let room = fieldColumns(state, prompt)
    return min(state.size.columns - 1, 1 + label + prompt.line.visible(columns: room).cursorColumn)
  }

  private static func spans(_ state: ReaderState) -> [Span] {
    let columns = state.size.columns
    let told = told(state)
    let hasRight = told.lines.isEmpty || isTaken(state) || told.isBeside
    let right = hasRight ? right(state) : []
    let rightColumns = right.reduce(0) { $0 + $1.columns }
    let room = columns - rightColumns - (rightColumns > 0 ? 3 : 2)
    var line = Line([Span(" ")])
    if !isTaken(state), let last = told.lines.last {
      line.spans.append(last)
    } else {
      line.spans += left(state, columns: max(0, room))
    }
    line.flushRight(right + [Span(" ")], in: columns)
    return line.spans
  }

  private static func left(_ state: ReaderState, columns: Int) -> [Span] {
    if let prompt = state.prompt { return field(state, prompt) }
    guard !state.pendingKeys.isEmpty else { return HintLine.spans(state, columns: columns) }
    return [Span(KeyNames(state).name(state.pendingKeys, withGlyph: false) + " …", .hintKey)]
  }
}

// What just happened.

extension StatusView {
  /// Whether keys are being typed into the row: what happened stands above it then.
  private static func isTaken(_ state: ReaderState) -> Bool {
    state.prompt != nil || !state.pendingKeys.isEmpty
  }

  private static func linesAbove(_ state: ReaderState) -> [Line] {
    let told = told(state).lines
    let shown = isTaken(state) ? told : told.dropLast()
    return shown.map { Line([Span(" "), $0]) } + continuations(state) + labelAbove(state)
  }

  /// What may follow on the start of a key sequence, a line each.
  private static func continuations(_ state: ReaderState) -> [Line] {
    guard !state.pendingKeys.isEmpty,
      case .prefix(let next) = state.keymap.meaning(of: state.pendingKeys, in: state.keyContext)
    else { return [] }
    let names = KeyNames(state)
    let keys = next.keys.sorted { $0.description < $1.description }
    let widest = keys.map { CellWidth.columns(of: names.name($0, withGlyph: true)) }.max() ?? 0
    return keys.map { chord in
      var line = Line([Span(" "), Span(names.name(chord, withGlyph: true), .hintKey)])
      line.pad(to: widest + 3)
      let help = next[chord].flatMap(\.self).map { state.phrasebook.help(command: $0.rawValue) } ?? "…"
      line.spans.append(Span(help, .hint))
      return line
    }
  }

  /// What happened, in lines; beside what stands at the right where one is enough.
  private static func told(_ state: ReaderState) -> (lines: [Span], isBeside: Bool) {
    let phrases = state.phrasebook
    let text: String
    let ink: Ink
    switch state.notice {
    case .done(let done): (text, ink) = (done, .status)
    case .reason(let reason): (text, ink) = (reason, .warning)
    case .problem(let problem): (text, ink) = (phrases.sentence(for: problem), .error)
    case nil: return ([], true)
    }
    let columns = state.size.columns
    let right = right(state).reduce(0) { $0 + $1.columns }
    if Span(text).columns <= columns - right - 3 { return ([Span(text, ink)], true) }
    let lines = Typesetter(language: phrases.language.rawValue).row(text, measure: columns - 2)
    return (lines.map { Span($0, ink) }, false)
  }
}

// What is typed.

extension StatusView {
  /// What the line asks for.
  private static func label(_ state: ReaderState, _ prompt: Prompt) -> String {
    switch prompt.purpose {
    case .find: state.phrasebook[.findPrompt]
    case .saveToFile(_, nil): state.phrasebook[.savePrompt]
    case .saveToFile: state.phrasebook[.replacePrompt]
    case .pipe: state.phrasebook[.pipePrompt]
    }
  }

  /// A label that would take much of the row stands above it.
  private static func isAbove(_ label: String, _ state: ReaderState) -> Bool {
    CellWidth.columns(of: label) > state.size.columns / 3
  }

  private static func labelAbove(_ state: ReaderState) -> [Line] {
    guard let prompt = state.prompt, isAbove(label(state, prompt), state) else { return [] }
    return [Line([Span(" "), Span(label(state, prompt), .status, [.bold])])]
  }

  /// The columns of the label in the row, the space after it included.
  private static func labelColumns(_ state: ReaderState, _ prompt: Prompt) -> Int {
    let label = label(state, prompt)
    return isAbove(label, state) ? 0 : CellWidth.columns(of: label) + 1
  }

  /// What is left for typing; the count of what was found has to stand beside it.
  private static func fieldColumns(_ state: ReaderState, _ prompt: Prompt) -> Int {
    var used = labelColumns(state, prompt) + 2
    if case .find = prompt.purpose { used += 15 }
    return max(8, state.size.columns - used)
  }

  private static func field(_ state: ReaderState, _ prompt: Prompt) -> [Span] {
    let phrases = state.phrasebook
    let text = prompt.line.visible(columns: fieldColumns(state, prompt)).text
    var spans = [Span(text, .input)]
    if labelColumns(state, prompt) > 0 {
      spans.insert(contentsOf: [Span(label(state, prompt), .status, [.bold]), Span(" ")], at: 0)
    }
    if case .find = prompt.purpose, let find = state.article?.find {
      let count = find.hits.isEmpty ? phrases[.foundNothing] : "\(find.current + 1)/\(find.hits.count)"
      spans.append(Span("   " + count, find.hits.isEmpty ? .warning : .muted))
    }
    return spans
  }
}

// What stands at either end.

extension StatusView {
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
        parts.append(Span(progress.total > 0 ? "↻ \(progress.done)/\(progress.total)" : "↻ …", .progress))
      } else if let unread = state.site.map(state.unread(of:)), unread > 0, state.article == nil {
        parts.append(Span("● \(phrases.grouped(unread))", .accent))
      }
    }
    if state.prompt == nil, let find = state.article?.find, !find.hits.isEmpty, state.size.columns >= 40 {
      let names = KeyNames(state)
      let keys = [Command.nextUnread, .previousUnread].compactMap { names.first($0, in: .article) }
      parts.append(Span("\(keys.joined(separator: "/")) \(find.current + 1)/\(find.hits.count)", .accent))
    }
    if let article = state.article, article.queue.count > 1, state.size.columns >= 60 {
      parts.append(Span(state.placeInQueue(of: article), .muted))
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
