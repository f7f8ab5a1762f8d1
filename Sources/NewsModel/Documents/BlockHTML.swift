/// Blocks as HTML of their own: what `content_html` and exported pages hold.
package struct BlockHTML {
  private let highestHeading: Int
  private let address: (WebAddress) -> WebAddress?

  /// - Parameters:
  ///   - highestHeading: the level, 1 to 6, that higher headings are lowered to.
  ///   - address: how an address is named; `nil` leaves its link or its picture out.
  package init(
    highestHeading: Int = 1, address: @escaping (WebAddress) -> WebAddress? = { $0 }
  ) {
    self.highestHeading = highestHeading
    self.address = address
  }

  /// The blocks in a row, a line feed between them.
  package func html(_ blocks: [Block]) -> String { blocks.map(html).joined(separator: "\n") }

  private func html(_ block: Block) -> String {
    switch block {
    case .paragraph(let inlines): return "<p>\(html(inlines))</p>"
    case .heading(let level, let inlines):
      let level = min(6, max(highestHeading, level))
      return "<h\(level)>\(html(inlines))</h\(level)>"
    case .list(let start, let items):
      let body = items.map { "<li>\(item($0))</li>" }.joined(separator: "\n")
      guard let start else { return "<ul>\n\(body)\n</ul>" }
      return (start == 1 ? "<ol>" : "<ol start=\"\(start)\">") + "\n\(body)\n</ol>"
    case .quotation(let blocks): return "<blockquote>\n\(html(blocks))\n</blockquote>"
    case .preformatted(let text): return "<pre>\(Self.escaped(text))</pre>"
    case .table(let table): return html(table)
    case .figure(let figure):
      let caption = figure.caption.isEmpty ? "" : "<figcaption>\(html(figure.caption))</figcaption>"
      return "<figure>\(image(of: figure))\(caption)</figure>"
    case .rule: return "<hr>"
    }
  }

  private func image(of figure: Block.Figure) -> String {
    guard let picture = figure.picture.flatMap(address) else { return "" }
    return "<img src=\"\(Self.escaped(picture.text))\" alt=\"\(Self.escaped(figure.description))\">"
  }

  private func item(_ blocks: [Block]) -> String {
    if blocks.count == 1, case .paragraph(let inlines) = blocks[0] { return html(inlines) }
    return html(blocks)
  }

  private func html(_ table: Block.Table) -> String {
    var text = "<table>\n"
    if !table.caption.isEmpty { text += "<caption>\(html(table.caption))</caption>\n" }
    for (number, row) in table.rows.enumerated() {
      let name = number < table.headingRows ? "th" : "td"
      text += "<tr>" + row.map { "<\(name)>\(html($0))</\(name)>" }.joined() + "</tr>\n"
    }
    return text + "</table>"
  }

  private func html(_ inlines: [Inline]) -> String {
    inlines.map { run in
      var text = Self.escaped(run.text).split(separator: "\n", omittingEmptySubsequences: false).joined(
        separator: "<br>")
      for (style, name) in Self.styles where run.style.contains(style) { text = "<\(name)>\(text)</\(name)>" }
      if let link = run.link.flatMap(address) {
        text = "<a href=\"\(Self.escaped(link.text))\">\(text)</a>"
      }
      return text
    }.joined()
  }

  private static let styles: [(Inline.Style, String)] = [
    (.code, "code"), (.superscript, "sup"), (.subscript, "sub"), (.deleted, "del"), (.emphasis, "em"),
    (.strong, "strong"),
  ]

  /// Text as it may stand in an element or a quoted attribute.
  package static func escaped(_ text: String) -> String {
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
