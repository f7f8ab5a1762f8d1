import Foundation
import Glibc

/// A pseudo-terminal: the screen under test holds one end, the test types and reads at the other.
package final class PseudoTerminal: Sendable {
  /// Ours.
  package let master: Int32
  /// The end of the program under test.
  package let slave: Int32
  private let path: String
  /// Linux's `TIOCSPTLCK` and `TIOCGPTN`, which are macros in C.
  private static let lock: UInt = 0x4004_5431
  private static let number: UInt = 0x8004_5430

  /// `nil` where the system gives none.
  package init?(columns: Int, rows: Int) {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard master >= 0, ioctl(master, Self.lock, &isLocked) == 0, ioctl(master, Self.number, &number) == 0
    else { return nil }
    path = "/dev/pts/\(number)"
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { return nil }
    resize(columns: columns, rows: rows)
  }

  deinit {
    close(master)
    close(slave)
  }

  /// Another size for the terminal.
  package func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(slave, UInt(TIOCSWINSZ), &size)
  }

  /// Types a text.
  package func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Everything that was written since it was asked last.
  package func output() -> String { String(decoding: bytes(within: 0), as: UTF8.self) }

  /// The same as bytes, of which the first may come a little later.
  package func bytes(within milliseconds: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while poll(&waiting, 1, bytes.isEmpty ? milliseconds : 0) > 0 {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// How many descriptors of this process lead to its end.
  package var openDescriptors: Int {
    let folder = "/proc/self/fd"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.count {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")) == path
    }
  }

  /// The terminal's modes, one number a flag word.
  package var modes: [UInt32] {
    var modes = termios()
    tcgetattr(slave, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }
}
