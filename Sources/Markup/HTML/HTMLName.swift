/// The names of elements and attributes that the parsers ask for; every other name is `other` and kept as text.
package enum HTMLName: UInt8, CaseIterable, Sendable {
  // Nodes that are no elements.
  case document, textRun, rawData
  // Structure.
  case html, head, body, header, footer, main, article, section, nav, aside, div, center, address, hgroup
  case h1, h2, h3, h4, h5, h6, p, pre, blockquote, hr, br, wbr, details, summary, dialog, menu
  case ul, ol, li, dl, dt, dd, table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case figure, figcaption, picture, source, img, video, audio, iframe, object, embed, canvas, svg, math
  case form, fieldset, legend, label, input, button, select, option, optgroup, textarea, output
  case script, noscript, style, template, link, meta, base, title, time
  case a, abbr, b, bdi, bdo, big, cite, code, data, del, dfn, em, font, i, ins, kbd, mark, q, s, samp, small
  case span, strike, strong, sub, sup, tt, u, `var`, acronym, noindex, noscroll, amp, marquee, nobr, index
  case rt, rp, rtc, annotation, annotationXml
  // Attributes; some share their name with an element above.
  case id, `class`, href, src, srcset, alt, rel, rev, type, name, content, property, itemprop, itemtype,
    itemscope
  case lang, charset, httpEquiv, datetime, hidden, role, ariaHidden, ariaLabel, dataSrc, dataSrcset,
    dataOriginal
  case dataLazySrc, dataUrl, dataHref, dataTime, dataDatetime, dataTimestamp, dataDate, start, reversed,
    colspan, hreflang
  case rowspan, width, height, media, value, sizes, ariaCurrent, dataTitle, pubdate, xmlLang, dataNosnippet
  case inert, shadowrootmode
  case other

  /// The name as a page spells it: `dataSrc` is `data-src`.
  package var spelling: String { Self.spellings[Int(rawValue)] }

  /// The name a page spells in lower case; `other` when it is none of these.
  package init(spelling: some StringProtocol) {
    self = Self.bySpelling[String(spelling)] ?? .other
  }

  /// Written out: what the compiler derives is called through a table by other modules, which compare names all
  /// day.
  package static func == (left: HTMLName, right: HTMLName) -> Bool { left.rawValue == right.rawValue }

  private static let spellings: [String] = allCases.map { name in
    if name == .xmlLang { return "xml:lang" }
    return String(describing: name).reduce(into: "") { text, letter in
      if letter.isUppercase { text += "-" }
      text += letter.lowercased()
    }
  }

  private static let bySpelling: [String: HTMLName] = Dictionary(
    allCases.dropFirst(3).dropLast().map { ($0.spelling, $0) }, uniquingKeysWith: { first, _ in first })
}
