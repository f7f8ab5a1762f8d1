/// The signs that Debian's Cyrillic console fonts have (console-setup 1.221: CyrSlav, CyrAsia, CyrKoi and their full
/// kin, by the Unicode tables in them, but for a few odd sizes that lack more). Letters are taken as they are: which
/// alphabet a font is for is the reader's choice.
enum ConsoleFont {
  /// Whether a character can be drawn.
  static func has(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x7F || scalar.properties.isAlphabetic || scalar.properties.isGraphemeExtend
      || signs.contains(scalar)
  }

  private static let signs = Set(
    ("\u{A0}£§©«®°±»–—―‘’“”„•…€№←↑→↓−≤≥█░▒■▮▲▶▼◀♦"
      + "─│┌┐└┘├┤┬┴┼═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬").unicodeScalars)
}
