import NewsModel

/// Blocks as HTML of their own: what `content_html` holds.
enum BlockHTML {
  static func html(_ blocks: [Block]) -> String { blocks.map(html).joined(separator: "\n") }

  private static func html(_ block: Block) -> String {
    switch block {
    case .paragraph(let inlines): return "<p>\(html(inlines))</p>"
    case .heading(let level, let inlines):
      let level = min(6, max(1, level))
      return "<h\(level)>\(html(inlines))</h\(level)>"
    case .list(let start, let items):
      let body = items.map { "<li>\(item($0))</li>" }.joined(separator: "\n")
      guard let start else { return "<ul>\n\(body)\n</ul>" }
      return (start == 1 ? "<ol>" : "<ol start=\"\(start)\">") + "\n\(body)\n</ol>"
    case .quotation(let blocks): return "<blockquote>\n\(html(blocks))\n</blockquote>"
    case .preformatted(let text): return "<pre>\(escaped(text))</pre>"
    case .table(let table): return html(table)
    case .figure(let figure):
      let image =
        figure.picture.map { "<img src=\"\(escaped($0.text))\" alt=\"\(escaped(figure.description))\">" }
        ?? ""
      let caption = figure.caption.isEmpty ? "" : "<figcaption>\(html(figure.caption))</figcaption>"
      return "<figure>\(image)\(caption)</figure>"
    case .rule: return "<hr>"
    }
  }

  private static func item(_ blocks: [Block]) -> String {
    if blocks.count == 1, case .paragraph(let inlines) = blocks[0] { return html(inlines) }
    return html(blocks)
  }

  private static func html(_ table: Block.Table) -> String {
    var text = "<table>\n"
    if !table.caption.isEmpty { text += "<caption>\(html(table.caption))</caption>\n" }
    for (number, row) in table.rows.enumerated() {
      let name = number < table.headingRows ? "th" : "td"
      text += "<tr>" + row.map { "<\(name)>\(html($0))</\(name)>" }.joined() + "</tr>\n"
    }
    return text + "</table>"
  }

  private static func html(_ inlines: [Inline]) -> String {
    inlines.map { run in
      var text = escaped(run.text).split(separator: "\n", omittingEmptySubsequences: false).joined(
        separator: "<br>")
      for (style, name) in styles where run.style.contains(style) { text = "<\(name)>\(text)</\(name)>" }
      if let link = run.link { text = "<a href=\"\(escaped(link.text))\">\(text)</a>" }
      return text
    }.joined()
  }

  private static let styles: [(Inline.Style, String)] = [
    (.code, "code"), (.superscript, "sup"), (.subscript, "sub"), (.deleted, "del"), (.emphasis, "em"),
    (.strong, "strong"),
  ]

  private static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
