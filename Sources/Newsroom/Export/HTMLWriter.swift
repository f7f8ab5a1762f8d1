import Foundation
import NewsModel

/// A text as one page of HTML 5 that needs nothing beside it but its pictures.
package enum HTMLWriter {
  /// A whole page, UTF-8.
  package static func page(_ text: ExportedText) -> String {
    var body = ["<h1>\(escaped(text.title))</h1>"]
    if !text.facts.isEmpty {
      body.append("<p class=\"facts\">\(escaped(text.facts.joined(separator: " · ")))</p>")
    }
    if let lead = text.lead { body.append("<p class=\"lead\">\(escaped(lead))</p>") }
    if let picture = text.picture?.shareable {
      body.append("<figure><img src=\"\(escaped(picture.text))\" alt=\"\"></figure>")
    }
    body += text.blocks.map(element)
    if !text.tags.isEmpty {
      body.append("<p class=\"facts\">\(escaped(text.tags.joined(separator: ", ")))</p>")
    }
    if let address = text.address?.shareable {
      body.append("<p class=\"facts\"><a href=\"\(escaped(address.text))\">\(escaped(address.text))</a></p>")
    }
    let language = text.language.map { " lang=\"\(escaped($0))\"" } ?? ""
    return """
      <!DOCTYPE html>
      <html\(language)>
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(text.title))</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <article>
      \(body.joined(separator: "\n"))
      </article>
      </body>
      </html>

      """
  }

  private static let style = """
    body { max-width: 38em; margin: 2em auto; padding: 0 1em; font: 1.1em/1.5 serif; hyphens: auto }
    h1, h2, h3, h4 { line-height: 1.2 }
    .facts, figcaption { color: #666; font-size: .85em }
    .lead { font-weight: bold }
    img { max-width: 100%; height: auto }
    table { border-collapse: collapse } td, th { border: 1px solid #999; padding: .2em .5em; text-align: left }
    pre { overflow: auto } blockquote { border-left: .2em solid #999; margin-left: 0; padding-left: 1em }
    """

  private static func element(_ block: Block) -> String {
    switch block {
    case .paragraph(let inlines): return "<p>\(phrasing(inlines))</p>"
    case .heading(let level, let inlines):
      let name = "h\(min(max(level, 2), 6))"
      return "<\(name)>\(phrasing(inlines))</\(name)>"
    case .list(let start, let items):
      let rows = items.map { "<li>\($0.map(item).joined(separator: "\n"))</li>" }.joined(separator: "\n")
      guard let start else { return "<ul>\n\(rows)\n</ul>" }
      return "<ol\(start == 1 ? "" : " start=\"\(start)\"")>\n\(rows)\n</ol>"
    case .quotation(let blocks):
      return "<blockquote>\n\(blocks.map(element).joined(separator: "\n"))\n</blockquote>"
    case .preformatted(let text): return "<pre>\(escaped(text))</pre>"
    case .table(let table): return element(table)
    case .figure(let figure): return element(figure)
    case .rule: return "<hr>"
    }
  }

  /// A paragraph alone in a list's item needs no element of its own.
  private static func item(_ block: Block) -> String {
    if case .paragraph(let inlines) = block { phrasing(inlines) } else { element(block) }
  }

  private static func element(_ table: Block.Table) -> String {
    var lines = ["<table>"]
    if !table.caption.isEmpty { lines.append("<caption>\(phrasing(table.caption))</caption>") }
    for (index, row) in table.rows.enumerated() {
      let name = index < table.headingRows ? "th" : "td"
      lines.append("<tr>" + row.map { "<\(name)>\(phrasing($0))</\(name)>" }.joined() + "</tr>")
    }
    return (lines + ["</table>"]).joined(separator: "\n")
  }

  private static func element(_ figure: Block.Figure) -> String {
    let picture = figure.picture?.shareable.map {
      "<img src=\"\(escaped($0.text))\" alt=\"\(escaped(figure.description))\">"
    }
    let caption = figure.caption.isEmpty ? nil : "<figcaption>\(phrasing(figure.caption))</figcaption>"
    return "<figure>\([picture, caption].compactMap(\.self).joined(separator: "\n"))</figure>"
  }

  private static func phrasing(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      var html = escaped(inline.text).replacingOccurrences(of: "\n", with: "<br>\n")
      for (style, name) in styles where inline.style.contains(style) { html = "<\(name)>\(html)</\(name)>" }
      guard let link = inline.link?.shareable else { return html }
      return "<a href=\"\(escaped(link.text))\">\(html)</a>"
    }.joined()
  }

  private static let styles: [(Inline.Style, String)] = [
    (.code, "code"), (.superscript, "sup"), (.subscript, "sub"), (.deleted, "del"), (.strong, "strong"),
    (.emphasis, "em"),
  ]

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
