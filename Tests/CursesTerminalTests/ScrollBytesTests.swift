import CNcurses
import Canvas
import CursesTerminal
import Foundation
import Glibc
import TestSupport
import Testing

extension CursesScreenTests {
  /// What a text scrolls in: a pane as wide as the screen, or one with something beside it.
  struct Pane: Sendable {
    var width: Int
    var columns = 80
    var rows = 24
    var steps = 40
  }

  @Test(
    "sends for a scrolled line no more than a program of the library alone does",
    .enabled(if: ReferenceProgram.canBeMade, "needs a C compiler"),
    arguments: [Pane(width: 80), Pane(width: 50)])
  func scrolling(_ pane: Pane) async throws {
    let lines = Self.prose(count: pane.rows + pane.steps)
    let terminal = try #require(PseudoTerminal(columns: pane.columns, rows: pane.rows))
    var ours = 0
    var colors: (foreground: Int32, background: Int32) = (0, 0)
    do {
      let screen = try terminal.screen(theme: Self.theme())
      defer { screen.close() }
      for step in 0...pane.steps {
        var frame = Frame(size: screen.size)
        for row in 0..<pane.rows - 1 {
          frame.put(lines[row + step], row: row, column: 0)
          if pane.width < pane.columns { frame.put("│ beside \(row)", row: row, column: pane.width) }
        }
        let state = "\(step) %"
        frame.put(state, row: pane.rows - 1, column: pane.columns - 1 - state.count)
        screen.present(frame)
        let sent = terminal.output().utf8.count
        if step > 0 { ours += sent }
      }
      extended_pair_content(cell(0, 0).pair, &colors.foreground, &colors.background)
    }
    let reference = try await ReferenceProgram.made { program in
      let look = [colors.foreground, colors.background]
      let whole = try await program.bytes(lines, pane: pane, steps: pane.steps, look: look)
      return whole - (try await program.bytes(lines, pane: pane, steps: 0, look: look))
    }
    #expect(reference > 0)
    #expect(
      Double(ours) <= 1.2 * Double(reference),
      "\(ours / pane.steps) bytes a line, the other \(reference / pane.steps)")
  }

  /// Lines of words, an empty one after every paragraph.
  private static func prose(count: Int) -> [String] {
    let words = "мост через реку открыли после трёх лет ремонта и первыми прошли по нему автобусы".split(
      separator: " ")
    var generator = SeededGenerator(seed: 11)
    return (0..<count).map { number in
      guard number % 6 != 5 else { return "" }
      var line = "  "
      while line.count < 40 { line += (words.randomElement(using: &generator) ?? "") + " " }
      return line.trimmingCharacters(in: .whitespaces).prefix(48).description
    }
  }
}

/// `Fixtures/scroll.c`, compiled.
struct ReferenceProgram {
  let path: String

  static let canBeMade = ["/usr/bin/cc", "/usr/local/bin/cc"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Does something with the program, which is gone afterwards.
  static func made<Value>(_ use: (ReferenceProgram) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("scroll").path
    let source = Fixture.folder().appendingPathComponent("scroll.c").path
    let compiler = try ChildProcess(
      "cc", ["-o", path, source, "-lncursesw", "-ltinfo"], environment: environment, input: 0, output: 1,
      errors: 2)
    #expect(await compiler.ending() == 0)
    return try await use(ReferenceProgram(path: path))
  }

  /// How many bytes it sends while it scrolls a pane.
  func bytes(_ lines: [String], pane: CursesScreenTests.Pane, steps: Int, look: [Int32]) async throws -> Int {
    let file = path + ".txt"
    try (lines.joined(separator: "\n") + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let terminal = try #require(PseudoTerminal(columns: pane.columns, rows: pane.rows))
    let child = try ChildProcess(
      path, [file, "\(pane.width)", "\(steps)"] + look.map { "\($0)" }, environment: Self.environment,
      input: terminal.slave, output: terminal.slave, errors: terminal.slave)
    let (descriptor, notice) = (terminal.master, try #require(Notice()))
    let reading = Task {
      await OwnThread.run { Self.count(descriptor, until: notice.descriptors[0]) }
    }
    let code = await child.ending()
    notice.give()
    let count = await reading.value
    withExtendedLifetime(terminal) {}
    #expect(code == 0)
    return count
  }

  /// Reads what a terminal is sent until it is told that no more will come.
  private static func count(_ descriptor: Int32, until notice: Int32) -> Int {
    var total = 0
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var waiting = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: notice, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waiting, 2, -1) > 0 else { return total }
      if waiting[0].revents & Int16(POLLIN) != 0 {
        total += max(0, read(descriptor, &buffer, buffer.count))
      } else if waiting[1].revents != 0 {
        return total
      }
    }
  }

  private static let environment = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "TERM": "xterm-256color",
    "LC_ALL": "C.UTF-8",
  ]

  /// A pipe that tells a thread to end.
  private final class Notice: Sendable {
    let descriptors: [Int32]

    init?() {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      descriptors = ends
    }

    deinit { for descriptor in descriptors { close(descriptor) } }

    func give() { _ = Array("\n".utf8).withUnsafeBytes { write(descriptors[1], $0.baseAddress, 1) } }
  }
}
