import Foundation
import Glibc

/// Runs commands as people type them, and programs that need the terminal, on the one the program was started on.
package struct Shell: Sendable {
  private let path: String

  /// - Parameter environment: `SHELL`, else `/bin/sh`.
  package init(environment: [String: String]) {
    path = environment["SHELL"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/bin/sh"
  }

  /// Runs a command with a text as its standard input, and waits for its end; meanwhile the keys that interrupt it do
  /// not end this program (as `system` of POSIX.1-2017 has it), and the key that stops it stops both.
  ///
  /// - Parameter isEnding: whether this program was asked to end, which leaves it a moment: a command that does not
  ///   end by itself then is left behind, so that nothing of the reader's is lost.
  /// - Returns: its exit code, 128 and the number of the signal that ended it; `nil` when it could not be started or
  ///   was left behind.
  func run(_ command: String, input: String, isEnding: () -> Bool) -> Int? {
    Self.withFile(of: input) { run(path, [path, "-c", command], input: $0, isEnding: isEnding) }
  }

  /// Runs a program that reads keys from the terminal.
  func run(_ program: String, _ words: [String], isEnding: () -> Bool) -> Int? {
    Self.withTerminal { run(program, words, input: $0, isEnding: isEnding) }
  }

  private func run(_ program: String, _ words: [String], input: Int32, isEnding: () -> Bool) -> Int? {
    let former = [(SIGINT, SIG_IGN), (SIGQUIT, SIG_IGN), (SIGTSTP, SIG_DFL)].map { number, handler in
      (number, Self.set(number, handler))
    }
    defer {
      for (number, action) in former {
        var action = action
        sigaction(number, &action, nil)
      }
    }
    return Child(program, words, input: input, hasTerminal: true)?.end(isEnding: isEnding)
  }

  /// Calls a function with a file that holds a text, at its beginning; `nil` when none can be made.
  static func withFile<Result>(of text: String, _ body: (Int32) -> Result?) -> Result? {
    guard let file = tmpfile() else { return nil }
    defer { fclose(file) }
    _ = fcntl(fileno(file), F_SETFD, FD_CLOEXEC)
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else { return nil }
    rewind(file)
    return body(fileno(file))
  }

  /// Calls a function with the terminal that keys come from: standard input, or where that is none the process's own.
  private static func withTerminal<Result>(_ body: (Int32) -> Result?) -> Result? {
    guard isatty(STDIN_FILENO) == 0 else { return body(STDIN_FILENO) }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    return body(terminal)
  }

  /// Sets what is done with a signal; returns what was done with it before.
  private static func set(_ number: Int32, _ handler: __sighandler_t?) -> sigaction {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    var former = sigaction()
    sigaction(number, &action, &former)
    return former
  }

  /// Writes a line and waits for any key, until the terminal is gone or this program is asked to end.
  func waitForKey(_ line: String, isEnding: () -> Bool) {
    _ = Self.withTerminal { terminal -> Void? in
      FileHandle.standardOutput.write(Data("\n\(line)".utf8))
      var former = termios()
      tcgetattr(terminal, &former)
      var waiting = former
      waiting.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
      tcsetattr(terminal, TCSAFLUSH, &waiting)
      var input = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      while poll(&input, 1, Int32(Child.pause * 1000)) <= 0 {
        if isEnding() { break }
      }
      var byte: UInt8 = 0
      if input.revents != 0 { while read(terminal, &byte, 1) < 0, errno == EINTR {} }
      tcsetattr(terminal, TCSAFLUSH, &former)
      return ()
    }
  }
}
