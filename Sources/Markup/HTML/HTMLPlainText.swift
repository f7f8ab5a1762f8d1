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

  /// The same as a reader sees it: white space within a paragraph is one space, a break is a line feed, and a blank line
  /// stands between paragraphs.
  package static func paragraphs(fromHTML fragment: String) -> String {
    var result: [UInt8] = []
    /// Line feeds that go before the next word.
    var breaks = 0
    guard fragment.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      append(Array(fragment.utf8)[...], after: &breaks, to: &result)
      if result.last == 0x20 { result.removeLast() }
      return String(decoding: result, as: UTF8.self)
    }
    let document = HTMLDocument(fragment, isFragment: true)
    result.reserveCapacity(document.textBytes.count)
    var blockEnds: [Int] = []
    var index = 1
    while index < document.count {
      while let end = blockEnds.last, end <= index {
        blockEnds.removeLast()
        breaks = 2
      }
      let name = document.name(index)
      if name == .textRun {
        append(document.textBytes[document.textRange(index)], after: &breaks, to: &result)
      } else if name == .style || name == .script || name == .template {
        index = document.end(index)
        continue
      } else if name == .br {
        breaks = min(2, breaks + 1)
      } else if name.isBlock {
        breaks = 2
        blockEnds.append(document.end(index))
      }
      index += 1
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// Adds the words of a text, a space where any white space stood between two.
  private static func append(
    _ text: ArraySlice<UInt8>, after breaks: inout Int, to result: inout [UInt8]
  ) {
    var rest = text
    while let first = rest.first {
      guard first > 0x20 else {
        if breaks == 0, let last = result.last, last > 0x20 { result.append(0x20) }
        rest = rest.drop { $0 <= 0x20 }
        continue
      }
      if breaks > 0 {
        if result.last == 0x20 { result.removeLast() }
        if !result.isEmpty { result.append(contentsOf: repeatElement(0x0A, count: breaks)) }
        breaks = 0
      }
      let word = rest.prefix { $0 > 0x20 }
      result.append(contentsOf: word)
      rest = rest[word.endIndex...]
    }
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
