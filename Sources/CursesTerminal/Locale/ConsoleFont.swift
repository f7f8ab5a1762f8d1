/// The signs that Debian's Cyrillic console fonts have (console-setup: CyrSlav, CyrAsia and CyrKoi, by the Unicode tables
/// in them). Letters are taken as they are: which alphabet a font is for is the reader's choice.
enum ConsoleFont {
  /// Whether a character can be drawn.
  static func has(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F || (0x2500...0x257F).contains(scalar.value) { return true }
    return scalar.properties.isAlphabetic || scalar.properties.isGraphemeExtend || signs.contains(scalar)
  }

  private static let signs = Set(
    "\u{A0}£§©«®°±»–—―‘’“”„•…€№←↑→↓−≤≥█░▒■▮▲▴▶▸▼▾◀◂◈●☐☑☒♦✗✘".unicodeScalars)
}
