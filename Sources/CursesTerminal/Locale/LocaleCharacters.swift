import CNcurses
import Foundation
import Glibc

/// The characters of a locale that has fewer than Unicode (`ru_RU.KOI8-R`), or of a console's font, and what stands for
/// those it has not: the nearest in looks of the same width, else a question mark.
///
/// Asks the C library, by the locale that `TerminalLocale.establish` has set.
package struct LocaleCharacters: Sendable {
  private var known: [Unicode.Scalar: Unicode.Scalar] = [:]
  /// Whether it is the font that has few, and not the locale.
  let isConsole: Bool

  package init() { isConsole = false }

  /// For a terminal; `nil` where every character can be shown.
  init?(isUnicode: Bool, isConsole: Bool) {
    guard isConsole || !isUnicode else { return nil }
    self.isConsole = isUnicode
  }

  /// A character of the locale for any character.
  mutating func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    if let found = known[scalar] { return found }
    let found = has(scalar) ? scalar : nearest(to: scalar)
    known[scalar] = found
    return found
  }

  /// A text as the locale writes it.
  package mutating func bytes(of text: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars
    where !scalar.properties.isGraphemeExtend {
      result += Self.bytes(of: shown(scalar))
    }
    return result
  }

  /// What a text in the locale's set says; bytes that mean nothing in it are left out.
  package static func text(of bytes: some Sequence<UInt8>) -> String {
    var state = mbstate_t()
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      var wide: wchar_t = 0
      var raw = CChar(bitPattern: byte)
      switch mbrtowc(&wide, &raw, 1, &state) {
      case 1: if let scalar = Unicode.Scalar(UInt32(bitPattern: wide)) { scalars.append(scalar) }
      // A beginning of a character of several bytes.
      case Int(bitPattern: UInt.max - 1): break
      default: state = mbstate_t()
      }
    }
    return String(scalars)
  }

  /// Whether the locale, or the font, has a character.
  private func has(_ scalar: Unicode.Scalar) -> Bool {
    isConsole ? ConsoleFont.has(scalar) : !Self.bytes(of: scalar).isEmpty
  }

  private static func bytes(of scalar: Unicode.Scalar) -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 16)
    var state = mbstate_t()
    let count = wcrtomb(&buffer, wchar_t(bitPattern: scalar.value), &state)
    return count == Int.max || count < 0 || count > 15
      ? [] : buffer.prefix(count).map { UInt8(bitPattern: $0) }
  }

  private func nearest(to scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let found = Self.table[scalar]?.first(where: has) { return found }
    // A letter without its mark.
    let parts = String(Character(scalar)).decomposedStringWithCompatibilityMapping.unicodeScalars
    guard let base = parts.first, base != scalar, has(base) else { return "?" }
    return base
  }

  /// Characters, each with those that may stand for it, the best first.
  private static let table: [Unicode.Scalar: [Unicode.Scalar]] = {
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for (characters, likenesses) in signs {
      for character in characters.unicodeScalars { table[character] = Array(likenesses.unicodeScalars) }
    }
    for (letter, likeness) in zip(letters.given.unicodeScalars, letters.near.unicodeScalars) {
      table[letter] = [likeness]
    }
    return table
  }()

  private static let signs = [
    ("«»“”„‟″", "\""), ("‘’‚‛ʼ′", "'"), ("‐‑‒–—―−", "-"), ("…", "."), ("•●○◦∙", "∙·●•*"), ("·", "∙•*"),
    ("★☆", "*"), ("‹◂◀←", "<"), ("›▸▶→", ">"), ("▾▼↓", "v"), ("▴▲↑", "^"), ("↻⟳", "@"), ("✓", "√+"),
    ("✗×", "x"), ("▏", "│|"), ("▌▐█", "█#"), ("▣▢■", "■#"), ("№", "N"), ("₽", "Р"), ("₸", "T"), ("€", "E"),
    ("─━═", "─-"), ("│┃║", "│|"), ("╭┌╔", "┌+"), ("╮┐╗", "┐+"), ("╰└╚", "└+"), ("╯┘╝", "┘+"),
    ("├┤┬┴┼", "+"), ("▀▘▝▛▜", "▀\""), ("▄▖▗▙▟", "▄_"), ("▚▞░▒▓", "▒#"),
  ]

  /// Cyrillic letters that the Russian alphabet has not.
  private static let letters = (
    given: "әғқңөұүһіїєґўҗӘҒҚҢӨҰҮҺІЇЄҐЎҖ", near: "агкноуухiiегужАГКНОУУХIIЕГУЖ"
  )
}
