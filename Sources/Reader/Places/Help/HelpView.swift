import Canvas
import Phrases
import TextLayout

/// The help: every command of the table with its keys, those of the Cyrillic layout beside the Latin ones.
enum HelpView {
  /// All of its lines.
  static func lines(_ state: ReaderState, columns: Int) -> [Line] {
    let phrases = state.phrasebook
    let names = KeyNames(state)
    var result = [Line([Span("  "), Span(phrases[.helpTitle], .title, [.bold])]), .blank]
    for group in CommandRow.Group.allCases {
      let rows = CommandTable.rows.filter { $0.group == group }.compactMap { row in
        names.all(row).map { (keys: $0, help: phrases.help(command: row.command.rawValue)) }
      }
      guard !rows.isEmpty else { continue }
      result.append(Line([Span("  "), Span(phrases[Phrase(group: group)], .section, [.bold])]))
      let widest = rows.map { CellWidth.columns(of: $0.keys) }.max() ?? 0
      let keyColumns = min(widest, max(8, columns * 2 / 5))
      for row in rows {
        result += line(row.keys, row.help, keyColumns: keyColumns, columns: columns, phrases)
      }
      result.append(.blank)
    }
    let about = Typesetter(language: phrases.language.rawValue, dividesWords: !state.settings.isPlain)
      .paragraph(phrases[.helpMouse], measure: max(1, min(76, columns - 4)))
    return result + about.map { Line([Span("  "), Span($0, .muted)]) }
  }

  private static func line(
    _ keys: String, _ help: String, keyColumns: Int, columns: Int, _ phrases: Phrasebook
  ) -> [Line] {
    let setter = Typesetter(language: phrases.language.rawValue)
    let left = setter.row(keys, measure: keyColumns)
    let right = setter.row(help, measure: max(8, columns - keyColumns - 8))
    return (0..<max(left.count, right.count)).map { row in
      var line = Line([Span("    ")])
      if left.indices.contains(row) { line.spans.append(Span(left[row], .hintKey)) }
      line.pad(to: 4 + keyColumns + 2)
      if right.indices.contains(row) { line.spans.append(Span(right[row], .text)) }
      return line
    }
  }
}
