/// One cell of a frame in sixteen bytes: a spacing character with up to four combining ones, its ink, surface and
/// attributes; or a picture's cell, which brings colours of its own.
///
/// Low word: base scalar (21 bits), first and second mark. High word: third and fourth mark, ink (8), attributes
/// (8), surface (4), kind (2). A picture's cell keeps its two colours in the low word's upper 48 bits and its
/// symbol in the high word's lower 21.
package struct Cell: Hashable, Sendable {
  /// How many columns a cell stands for.
  package enum Kind: UInt8, Hashable, Sendable {
    case narrow
    /// The left half of a character of two columns.
    case wide
    /// The right half of the character before it.
    case continuation
    /// A symbol with two colours of its own.
    case picture
  }

  private(set) var low: UInt64
  private(set) var high: UInt64

  /// A space in plain ink on the page.
  package static let blank = Cell(base: " ")

  /// A cell of one scalar; the caller knows that it is neither a control nor a combining character.
  init(
    base: Unicode.Scalar, kind: Kind = .narrow, ink: Ink = .text, attributes: CellAttributes = [],
    surface: Surface = .page
  ) {
    low = UInt64(base.value)
    high = Self.style(ink, attributes, surface, kind)
  }

  /// A picture's cell.
  init(symbol: Unicode.Scalar, foreground: RGB, background: RGB) {
    low = UInt64(foreground.value) << 40 | UInt64(background.value) << 16
    high = UInt64(symbol.value) | Self.style(.text, [], .page, .picture)
  }

  /// A cell whose style bits are made once for a whole run.
  @inline(__always)
  init(base: UInt32, style: UInt64) {
    low = UInt64(base)
    high = style
  }

  @inline(__always)
  static func style(_ ink: Ink, _ attributes: CellAttributes, _ surface: Surface, _ kind: Kind) -> UInt64 {
    UInt64(ink.rawValue) << 42 | UInt64(attributes.rawValue) << 50 | UInt64(surface.rawValue) << 58
      | UInt64(kind.rawValue) << 62
  }

  /// The surface's bits inside the style.
  static let surfaceMask: UInt64 = 0xF << 58
  private static let scalarMask: UInt64 = 0x1F_FFFF

  /// How many columns it stands for, or that it is a picture's.
  package var kind: Kind { Kind(rawValue: UInt8(high >> 62)) ?? .narrow }
  /// What its text is; `.text` for a picture's cell.
  package var ink: Ink { Ink(rawValue: Int(high >> 42 & 0xFF)) ?? .text }
  /// Beyond what the theme gives the ink; none for a picture's cell.
  package var attributes: CellAttributes { CellAttributes(rawValue: UInt8(high >> 50 & 0xFF)) }
  /// What it lies on; `.page` for a picture's cell.
  package var surface: Surface { Surface(rawValue: Int(high >> 58 & 0xF)) ?? .page }

  /// Everything but the text: two cells of one look have the same.
  package var look: UInt64 { kind == .picture ? low : high >> 42 & 0xF_FFFF }

  /// The spacing character.
  package var base: Unicode.Scalar {
    Unicode.Scalar(UInt32((kind == .picture ? high : low) & Self.scalarMask)) ?? " "
  }

  /// Whether combining characters follow the base.
  package var hasMarks: Bool { kind != .picture && low >> 21 != 0 }

  /// The combining characters, at most four.
  package var marks: [Unicode.Scalar] {
    guard hasMarks else { return [] }
    return [low >> 21, low >> 42, high, high >> 21].compactMap {
      $0 & Self.scalarMask == 0 ? nil : Unicode.Scalar(UInt32($0 & Self.scalarMask))
    }
  }

  /// A picture's two colours.
  package var pictureColors: (foreground: RGB, background: RGB)? {
    guard kind == .picture else { return nil }
    return (RGB(UInt32(low >> 40)), RGB(UInt32(low >> 16 & 0xFF_FFFF)))
  }

  /// The base and its marks; empty for the right half of a wide character.
  package var text: String {
    guard kind != .continuation else { return "" }
    var scalars = String.UnicodeScalarView()
    scalars.append(base)
    scalars.append(contentsOf: marks)
    return String(scalars)
  }

  /// Adds a combining character; a fifth is dropped, as the terminal's library would do silently.
  mutating func add(mark: Unicode.Scalar) {
    guard kind == .narrow || kind == .wide else { return }
    let value = UInt64(mark.value)
    if low >> 21 & Self.scalarMask == 0 {
      low |= value << 21
    } else if low >> 42 & Self.scalarMask == 0 {
      low |= value << 42
    } else if high & Self.scalarMask == 0 {
      high |= value
    } else if high >> 21 & Self.scalarMask == 0 {
      high |= value << 21
    }
  }

  /// The surface as it stands in the style; a picture's cell stands on the page.
  @inline(__always)
  var surfaceBits: UInt64 { high & Self.surfaceMask }

  mutating func setKind(_ kind: Kind) {
    high = high & ~(3 << 62) | UInt64(kind.rawValue) << 62
  }

  /// The same text in another look.
  mutating func restyle(ink: Ink?, attributes: CellAttributes?, surface: Surface?) {
    guard kind != .picture else { return }
    high =
      high & 0x3FF_FFFF_FFFF
      | Self.style(ink ?? self.ink, attributes ?? self.attributes, surface ?? self.surface, kind)
  }
}
