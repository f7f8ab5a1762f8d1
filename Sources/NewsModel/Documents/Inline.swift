/// A run of text with one style and one link: a paragraph is the runs in a row, spaces inside them.
package struct Inline: Hashable, Sendable {
  /// How a run stands out.
  package struct Style: OptionSet, Hashable, Sendable, Codable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `em`, `i` and their like.
    package static let emphasis = Style(rawValue: 1)
    /// `strong`, `b`.
    package static let strong = Style(rawValue: 2)
    /// Fixed pitch: `code`, `kbd`, `samp`.
    package static let code = Style(rawValue: 4)
    /// Struck out: `del`, `s`.
    package static let deleted = Style(rawValue: 8)
    /// `sup`.
    package static let superscript = Style(rawValue: 16)
    /// `sub`.
    package static let `subscript` = Style(rawValue: 32)
  }

  /// Cleaned; a line feed in it is a forced break.
  package var text: String
  /// How it stands out; empty for plain text.
  package var style: Style
  /// Where it leads; `nil` for most runs.
  package var link: WebAddress?

  package init(_ text: String, style: Style = [], link: WebAddress? = nil) {
    self.text = text
    self.style = style
    self.link = link
  }
}

extension Inline: Codable {
  private enum CodingKeys: String, CodingKey {
    case text = "t"
    case style = "s"
    case link = "l"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    text = try container.decode(String.self, forKey: .text)
    style = try container.decodeIfPresent(Style.self, forKey: .style) ?? []
    link = try container.decodeIfPresent(WebAddress.self, forKey: .link)
  }

  /// Styles and links are left out where there are none: most runs of most texts have neither.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    if !style.isEmpty { try container.encode(style, forKey: .style) }
    try container.encodeIfPresent(link, forKey: .link)
  }
}

extension [Inline] {
  /// The runs' text in a row.
  package var plainText: String {
    guard count != 1 else { return self[0].text }
    var text = ""
    for index in indices { text += self[index].text }
    return text
  }
}
