import CNcurses
import Glibc

/// The character set that the terminal is written to and read in: the locale's own where it has Cyrillic, else
/// UTF-8.
package struct TerminalLocale: Sendable {
  /// As the C library names it: `UTF-8`, `KOI8-R`.
  package let codeset: String

  /// Whether text goes out as UTF-8.
  package var isUnicode: Bool { codeset == "UTF-8" }

  /// Sets `LC_CTYPE` for the process. A locale that is named but not installed, and `C`, count as C.UTF-8; no
  /// other category is touched, so that numbers stay as programs write them.
  package static func establish() throws(TerminalError) -> TerminalLocale {
    if setlocale(LC_CTYPE, "") != nil, canShowCyrillic {
      return TerminalLocale(codeset: String(cString: terminal_codeset()))
    }
    let refused = String(cString: terminal_codeset())
    // A locale that was chosen and works, but has no Cyrillic, is what the terminal really shows.
    if !refused.hasPrefix("ANSI_X3.4") { throw .cannotShowCyrillic(codeset: refused) }
    for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil && canShowCyrillic
    {
      return TerminalLocale(codeset: String(cString: terminal_codeset()))
    }
    throw .cannotShowCyrillic(codeset: refused)
  }

  /// Whether the locale that the environment names is installed; `C` always is.
  package static var isInstalled: Bool { setlocale(LC_CTYPE, "") != nil }

  private static var canShowCyrillic: Bool {
    var bytes = [CChar](repeating: 0, count: 16)
    return bytes.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { wctomb($0, 0x42F) > 0 } ?? false
    }
  }

  /// What each byte above 127 means in a set of one byte a character; `nil` for UTF-8.
  var upperHalf: [Unicode.Scalar?]? {
    guard !isUnicode else { return nil }
    return (128..<256).map { byte in
      var wide: wchar_t = 0
      var raw = CChar(bitPattern: UInt8(byte))
      var state = mbstate_t()
      guard mbrtowc(&wide, &raw, 1, &state) == 1 else { return nil }
      return Unicode.Scalar(UInt32(bitPattern: wide))
    }
  }
}
