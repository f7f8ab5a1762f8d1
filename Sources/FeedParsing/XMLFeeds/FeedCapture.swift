import Foundation
import Markup

/// Gathers the inside of one element: text, child elements written out again as HTML, or the texts of children.
struct FeedCapture {
  private enum Mode {
    /// Text, perhaps with escaped HTML in it.
    case text
    /// From the first tag on what comes is markup, so that text is escaped.
    case markup
    /// Children that are fields of their own: a person's name, a picture's address.
    case parts
  }

  private var field: FeedField
  private var mode: Mode
  private var depth = 0
  private var hasTags = false
  private var bytes: [UInt8] = []
  private var partBytes: [UInt8] = []
  private var wordBytes: [UInt8] = []

  init(field: FeedField) {
    self.field = field
    mode =
      switch field.element {
      case .author, .contributor, .itunesOwner, .image, .skipHours, .skipDays: .parts
      case .xhtmlBody, .xhtmlDiv, .svg, .math: .markup
      default: field.isAtom && Self.mediaType(of: field).contains("xhtml") ? .markup : .text
      }
  }

  /// Whether what ends next is a child.
  var isInline: Bool { depth > 0 }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if mode == .parts { wordBytes.append(contentsOf: text) }
    switch mode {
    case .parts where depth > 0: partBytes.append(contentsOf: text)
    case .markup where depth >= 0, .text where depth > 0:
      for byte in text { HTMLFragment.appendEscaped(byte, to: &bytes) }
    default: bytes.append(contentsOf: text)
    }
  }

  mutating func startInline(_ name: XMLName, _ attributes: [XMLAttribute]) {
    depth += 1
    hasTags = true
    if mode == .parts {
      if depth == 1 { partBytes = [] }
    } else {
      startTag(name.local, attributes)
    }
  }

  mutating func endInline(_ name: XMLName) {
    depth -= 1
    if mode == .parts {
      if depth == 0 {
        field.parts.append((name.local.lowercased(), String(decoding: partBytes, as: UTF8.self)))
      }
    } else if !HTMLTagNames.void.contains(name.local) {
      bytes.append(contentsOf: "</\(name.local)>".utf8)
    }
  }

  /// The element with its text, the kind of which is known now.
  consuming func finished() -> FeedField {
    var value = String(decoding: bytes, as: UTF8.self)
    field.words = String(decoding: wordBytes, as: UTF8.self)
    let isMarkup = mode == .markup || hasTags && mode == .text
    if field.isAtom, !isMarkup {
      let type = Self.mediaType(of: field)
      if field.attributes["mode"]?.lowercased() == "base64" || Self.isBinary(type) {
        value = Self.decoded(value)
      }
      let isHTML = type.contains("html") || HTMLFragment.looksLikeHTML(value)
      field.text = FeedText(value: value, isHTML: isHTML)
    } else {
      field.text = FeedText(value: value, isHTML: true)
    }
    return field
  }

  /// Attributes that say something to a reader of HTML.
  private static let keptAttributes: Set<String> = [
    "href", "src", "alt", "title", "lang", "datetime", "colspan", "rowspan", "start", "data-src", "srcset",
    "class",
    "id", "itemprop", "itemtype", "rel",
  ]

  private mutating func startTag(_ name: String, _ attributes: [XMLAttribute]) {
    bytes.append(contentsOf: "<\(name)".utf8)
    for attribute in attributes
    where attribute.name.prefix.isEmpty && Self.keptAttributes.contains(attribute.name.local) {
      bytes.append(contentsOf: " \(attribute.name.local)=\"".utf8)
      for byte in attribute.value.utf8 {
        if byte == 0x22 {
          bytes.append(contentsOf: "&quot;".utf8)
        } else {
          HTMLFragment.appendEscaped(byte, to: &bytes)
        }
      }
      bytes.append(0x22)
    }
    bytes.append(0x3E)
  }

  private static func mediaType(of field: FeedField) -> String {
    let type = field.attributes["type"]?.lowercased() ?? ""
    return type.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
  }

  /// Whether content of a type is base64 (RFC 4287 §4.1.3.3).
  private static func isBinary(_ type: String) -> Bool {
    type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("xml") && !type.contains("html")
      && !type.hasSuffix("json")
  }

  /// Base64 as text; what is none stays as it is.
  private static func decoded(_ text: String) -> String {
    guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters), !data.isEmpty,
      let decoded = String(validating: data, as: UTF8.self), !decoded.utf8.contains(where: { $0 < 0x09 })
    else { return text }
    return decoded
  }
}
