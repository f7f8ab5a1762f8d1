import Canvas

/// A title with a thin line after it, up to what stands at the right: the same over every list.
enum Heading {
  /// - Parameter isPlain: without the thin line, which a screen reader would spell out.
  static func line(
    _ title: String, right: String = "", rightInk: Ink = .muted, columns: Int, isPlain: Bool = false
  ) -> Line {
    let room = max(1, columns - 4)
    let facts = right.isEmpty ? "" : " " + right
    let factColumns = Span(facts).columns
    let text = Typesetter.oneLine(title, columns: max(1, room - factColumns - 3))
    var line = Line([Span("  "), Span(text, .section, [.bold])])
    let left = room - (line.columns - 2) - factColumns - 1
    if left > 0, !isPlain { line.spans.append(Span(" " + String(repeating: "─", count: left), .border)) }
    if left >= 0 { line.spans.append(Span(facts, rightInk)) }
    return line
  }
}
