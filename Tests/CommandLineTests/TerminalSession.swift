import Foundation
import Glibc
import Synchronization

/// A terminal of a fixed size with a program in it: keys go in, the screen is read. `tmux` is the terminal; its control
/// mode tells of every change, so that nothing here sleeps.
final class TerminalSession {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// How long a screen may take to show what is waited for, on a machine that does other things too.
  private static let patience = 60.0

  private let process = Process()
  private let input: FileHandle
  private let output: Int32
  private let socket: String
  private var pending: [UInt8] = []

  /// Starts a command line in a terminal.
  init(columns: Int, rows: Int, environment: [String: String], running arguments: [String]) throws {
    socket = "vestnik-\(UUID().uuidString.prefix(8))"
    let (toTmux, fromTmux) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let quoted = arguments.map { "'\($0.replacingOccurrences(of: "'", with: "'\\''"))'" }.joined(
      separator: " ")
    let settings = environment.filter { $0.key != "TERM" }.map { "-e\($0.key)=\($0.value)" }.sorted()
    process.arguments =
      [
        "tmux", "-L", socket, "-u", "-f", "/dev/null", "-C", "new-session", "-x", "\(columns)", "-y",
        "\(rows)",
      ]
      + settings + [quoted, ";", "set", "remain-on-exit", "on"]
    process.environment = environment
    process.standardInput = toTmux
    process.standardOutput = fromTmux
    process.standardError = FileHandle.nullDevice
    input = toTmux.fileHandleForWriting
    output = fromTmux.fileHandleForReading.fileDescriptor
    keepAlive = (toTmux, fromTmux)
    try process.run()
    // Ours are the other ends: without these, an end of tmux would not be seen.
    try toTmux.fileHandleForReading.close()
    try fromTmux.fileHandleForWriting.close()
    // The new session's answer, and that of its setting.
    _ = try answer()
    _ = try answer()
    _ = try command("refresh-client -C \(columns)x\(rows)")
  }

  private let keepAlive: (Pipe, Pipe)

  deinit {
    try? input.write(contentsOf: Data("kill-server\n".utf8))
    while (try? line(within: 10)) != nil {}
  }

  /// Types keys by tmux's names (`Enter`, `Down`, `C-c`) or as text.
  func type(_ keys: String...) throws {
    for key in keys { _ = try command("send-keys -- '\(key.replacingOccurrences(of: "'", with: "'\\''"))'") }
  }

  /// Another size for the terminal.
  func resize(columns: Int, rows: Int) throws {
    _ = try command("refresh-client -C \(columns)x\(rows)")
  }

  /// The screen's lines, ends trimmed.
  func screen() throws -> String { try command("capture-pane -p").joined(separator: "\n") }

  /// What tmux knows of the terminal, by its names.
  func flags(_ names: String...) throws -> [String] {
    try names.map { try command("display -p '#{\($0)}'").first ?? "" }
  }

  /// The number of the process that the terminal's shell has started.
  func childProcessID() throws -> Int32 {
    let shell = try flags("pane_pid")[0]
    let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    guard let child = children.split(separator: " ").first.flatMap({ Int32($0) }) else {
      throw Failure(description: "the shell has no child")
    }
    return child
  }

  /// Whether the program has ended; the number of the signal it died of and its exit code, as tmux tells them.
  func ending() throws -> String? {
    let words = try command("display -p '#{pane_dead} #{pane_dead_status} #{pane_dead_signal}'").first ?? ""
    return words.hasPrefix("1") ? String(words.dropFirst(2)) : nil
  }

  /// Returns the screen once it shows what is waited for; throws with the screen when it does not in time.
  @discardableResult
  func wait(_ reason: String, until condition: (String) throws -> Bool) throws -> String {
    let end = Date().addingTimeInterval(Self.patience)
    while true {
      let screen = try screen()
      if try condition(screen) { return screen }
      let left = end.timeIntervalSinceNow
      guard left > 0 else { throw Failure(description: "not seen: \(reason)\n\(screen)") }
      // Any word from tmux is a reason to look again; without one, a second look after a while is cheap.
      _ = try line(within: min(left, 0.5))
    }
  }

  /// Returns the screen once it shows a text.
  @discardableResult
  func wait(for text: String) throws -> String { try wait(text) { $0.contains(text) } }

  private func command(_ text: String) throws -> [String] {
    try input.write(contentsOf: Data((text + "\n").utf8))
    return try answer()
  }

  /// The lines between `%begin` and `%end`.
  private func answer() throws -> [String] {
    let end = Date().addingTimeInterval(Self.patience)
    var lines: [String]?
    while end.timeIntervalSinceNow > 0 {
      guard let line = try line(within: end.timeIntervalSinceNow) else { continue }
      if line.hasPrefix("%begin ") {
        lines = []
      } else if line.hasPrefix("%end ") || line.hasPrefix("%error "), let lines {
        return lines
      } else if lines != nil {
        lines?.append(line)
      }
    }
    throw Failure(description: "tmux does not answer")
  }

  /// The next line of the control mode; `nil` when none comes in time.
  private func line(within seconds: Double) throws -> String? {
    while true {
      if let newline = pending.firstIndex(of: 10) {
        let line = String(decoding: pending[..<newline], as: UTF8.self)
        pending.removeFirst(newline + 1)
        return line
      }
      var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(max(1, seconds * 1000))) > 0 else { return nil }
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = read(output, &bytes, bytes.count)
      guard count > 0 else { throw Failure(description: "tmux has ended") }
      pending += bytes[..<count]
    }
  }
}
