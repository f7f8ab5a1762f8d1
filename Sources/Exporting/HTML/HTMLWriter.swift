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
    if !text.blocks.isEmpty { body.append(blocks.html(text.blocks)) }
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
      <title>\(escaped(text.title))</title>\(metadata(text))
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

  /// Author (HTML §4.2.5.1) and language (Dublin Core, which e-readers look for), as far as they are known.
  private static func metadata(_ text: ExportedText) -> String {
    var rows: [(name: String, content: String)] = []
    if !text.authors.isEmpty { rows.append(("author", text.authors.joined(separator: ", "))) }
    if let language = text.language { rows.append(("dc.language", language)) }
    return rows.map { "\n<meta name=\"\($0.name)\" content=\"\(escaped($0.content))\">" }.joined()
  }

  /// The title is the page's only heading of the first level.
  private static var blocks: BlockHTML { BlockHTML(highestHeading: 2, address: \.shareable) }

  private static let style = """
    body { max-width: 38em; margin: 2em auto; padding: 0 1em; font: 1.1em/1.5 serif; hyphens: auto }
    h1, h2, h3, h4 { line-height: 1.2 }
    .facts, figcaption { color: #666; font-size: .85em }
    .lead { font-weight: bold }
    img { max-width: 100%; height: auto }
    table { border-collapse: collapse } td, th { border: 1px solid #999; padding: .2em .5em; text-align: left }
    li > p:first-child { margin: 0 }
    pre { overflow: auto } blockquote { border-left: .2em solid #999; margin-left: 0; padding-left: 1em }
    """

  private static func escaped(_ text: String) -> String { BlockHTML.escaped(text) }
}
