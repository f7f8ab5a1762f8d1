import CursesTerminal
import Foundation
import Glibc
import NewsModel
import Phrases

/// Standard output and standard error.
enum Output {
  /// Whether a person looks at standard output.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether there is a terminal that can show more than lines one after the other (`TERM=dumb` cannot).
  static var takesScreens: Bool {
    guard isTerminal else { return false }
    if case .cannotMoveCursor = TerminalReport(type: getenv("TERM").map { String(cString: $0) }).fault {
      return false
    }
    return true
  }

  /// The terminal's columns; 80 where there is no terminal.
  static var columns: Int { size?.columns ?? 80 }

  /// The terminal's size in cells; `nil` where there is no terminal.
  static var size: (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// What the locale's set of characters is, where it is another than UTF-8: sentences go out in it, as those of other
  /// programs do. Documents (JSON, SVG, what is exported) are UTF-8 always.
  private static let localeCharacters: LocaleCharacters? = {
    guard let locale = try? TerminalLocale.establish(), !locale.isUnicode else { return nil }
    return LocaleCharacters()
  }()

  /// Where a standard descriptor is closed, puts one there that takes nothing and gives nothing: a file opened later
  /// would get its number, and what is printed would go into it.
  static func fillStandardDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// A line on standard output. A reader that went away (`| head`) ends the program quietly.
  ///
  /// Nobody's password is in it, whatever address it tells of.
  static func line(_ text: String) {
    say(text.withoutSoftHyphens.withoutCredentials + "\n", to: STDOUT_FILENO)
  }

  /// A text that brings its own line ends, on standard output.
  static func text(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Bytes as they are on standard output.
  static func bytes(_ bytes: UnsafeBufferPointer<UInt8>) {
    write(UnsafeRawBufferPointer(bytes), to: STDOUT_FILENO)
  }

  /// A sentence on standard error.
  static func error(_ sentence: String) {
    say("vestnik: \(sentence.withoutCredentials)\n", to: STDERR_FILENO)
  }

  /// A line of progress in place, on standard error, when a person looks at it.
  static func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    say("\r\u{1B}[K\(text.withoutCredentials)", to: STDERR_FILENO)
  }

  /// What is printed is lost: nobody shall take half of it for the whole.
  private static func fail(_ code: Int32) -> Never {
    let problem: Problem =
      code == EBADF ? .outputClosed : .outputFailed(String(cString: strerror(code)))
    error(Program.phrasesForErrors().sentence(for: problem))
    exit(ProgramFailure.Code.failed.rawValue)
  }

  private static func say(_ text: String, to descriptor: Int32) {
    guard var characters = localeCharacters else { return write(text, to: descriptor) }
    characters.bytes(of: text).withUnsafeBytes { write($0, to: descriptor) }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        if descriptor == STDOUT_FILENO { fail(errno) }
        return
      }
      rest = rest.dropFirst(written)
    }
  }
}
