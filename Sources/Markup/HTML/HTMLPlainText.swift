/// A fragment of HTML as text: for titles, summaries, tags.
package enum PlainText {
  /// Strips tags and decodes entities; blocks and breaks become line feeds, other white space is kept as written.
  package static func fromHTML(_ fragment: String) -> String {
    guard fragment.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return fragment
    }
    let document = HTMLDocument(fragment, isFragment: true)
    var result: [UInt8] = []
    result.reserveCapacity(document.textBytes.count)
    var index = 1
    while index < document.count {
      let name = document.name(index)
      if name == .textRun {
        result.append(contentsOf: document.textBytes[document.textRange(index)])
      } else if name == .style || name == .script || name == .template {
        index = document.end(index)
        continue
      } else if name.isBlock || name == .br, let last = result.last, last != 0x0A {
        result.append(0x0A)
      }
      index += 1
    }
    while let last = result.last, last == 0x0A || last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}

extension HTMLName {
  /// Whether an element begins and ends a line of text by itself.
  package var isBlock: Bool {
    switch self {
    case .html, .head, .body, .header, .footer, .main, .article, .section, .nav, .aside, .div, .center,
      .address,
      .hgroup, .h1, .h2, .h3, .h4, .h5, .h6, .p, .pre, .blockquote, .hr, .details, .summary, .dialog, .menu,
      .ul,
      .ol, .li, .dl, .dt, .dd, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .figure, .figcaption,
      .form,
      .fieldset, .legend, .option, .noscript, .title, .iframe, .video, .audio:
      true
    default: false
    }
  }
}
