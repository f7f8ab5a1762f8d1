import Foundation
import Glibc
import Synchronization
import TestSupport

/// A terminal of a fixed size with a program in it: keys go in, the screen is read. `tmux` is the terminal; its control
/// mode tells of every change, so that nothing here sleeps.
final class TerminalSession: Sendable {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// How long a screen may take to show what is waited for, on a machine that does other things too.
  private static let patience = 60.0

  private let tmux: ChildProcess
  private let input: Int32
  private let output: Int32
  private let pending = Mutex<[UInt8]>([])

  /// Starts a command line in a terminal.
  init(
    columns: Int, rows: Int, environment: [String: String], running arguments: [String]
  ) async throws {
    let socket = "vestnik-\(UUID().uuidString.prefix(8))"
    let (toTmux, fromTmux) = (Self.makePipe(), Self.makePipe())
    let quoted = arguments.map { "'\($0.replacingOccurrences(of: "'", with: "'\\''"))'" }.joined(
      separator: " ")
    let settings = environment.filter { $0.key != "TERM" }.map { "-e\($0.key)=\($0.value)" }.sorted()
    let silence = open("/dev/null", O_WRONLY | O_CLOEXEC)
    tmux = try ChildProcess(
      "tmux",
      ["-L", socket, "-u", "-f", "/dev/null", "-C", "new-session", "-x", "\(columns)", "-y", "\(rows)"]
        + settings
        + [quoted, ";", "set", "remain-on-exit", "on"],
      environment: environment, input: toTmux.read, output: fromTmux.write, errors: silence)
    input = toTmux.write
    output = fromTmux.read
    for descriptor in [toTmux.read, fromTmux.write, silence] { close(descriptor) }
    // The new session's answer, and that of its setting.
    for _ in 0..<2 { _ = try await onOwnThread { try self.answer() } }
    _ = try await command("refresh-client -C \(columns)x\(rows)")
  }

  /// Does some work with a terminal that is gone afterwards.
  static func during<Value>(
    columns: Int, rows: Int, environment: [String: String], running arguments: [String],
    _ work: (TerminalSession) async throws -> Value
  ) async throws -> Value {
    let session = try await TerminalSession(
      columns: columns, rows: rows, environment: environment, running: arguments)
    do {
      let value = try await work(session)
      await session.end()
      return value
    } catch {
      await session.end()
      throw error
    }
  }

  private static func makePipe() -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Ends the terminal and whatever still runs in it.
  func end() async {
    _ = Array("kill-server\n".utf8).withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
    close(input)
    _ = await tmux.ending()
    close(output)
  }

  /// Types keys by tmux's names (`Enter`, `Down`, `C-c`) or as text.
  func type(_ keys: String...) async throws {
    for key in keys {
      _ = try await command("send-keys -- '\(key.replacingOccurrences(of: "'", with: "'\\''"))'")
    }
  }

  /// Another size for the terminal.
  func resize(columns: Int, rows: Int) async throws {
    _ = try await command("refresh-client -C \(columns)x\(rows)")
  }

  /// The screen's lines, ends trimmed.
  func screen() async throws -> String { try await command("capture-pane -p").joined(separator: "\n") }

  /// What tmux knows of the terminal, by its names.
  func flags(_ names: String...) async throws -> [String] {
    var values: [String] = []
    for name in names { values.append(try await command("display -p '#{\(name)}'").first ?? "") }
    return values
  }

  /// The number of the process that the terminal's shell has started.
  func childProcessID() async throws -> Int32 {
    let shell = try await flags("pane_pid")[0]
    let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    guard let child = children.split(separator: " ").first.flatMap({ Int32($0) }) else {
      throw Failure(description: "the shell has no child")
    }
    return child
  }

  /// Returns the screen once it shows what is waited for; throws with the screen when it does not in time.
  @discardableResult
  func wait(_ reason: String, until condition: (String) async throws -> Bool) async throws -> String {
    let end = Date().addingTimeInterval(Self.patience)
    while true {
      let screen = try await screen()
      if try await condition(screen) { return screen }
      let left = end.timeIntervalSinceNow
      guard left > 0 else { throw Failure(description: "not seen: \(reason)\n\(screen)") }
      // Any word from tmux is a reason to look again; without one, a second look after a while is cheap.
      _ = try await onOwnThread { try self.line(within: min(left, 0.5)) }
    }
  }

  /// Returns the screen once it shows a text.
  @discardableResult
  func wait(for text: String) async throws -> String { try await wait(text) { $0.contains(text) } }

  private func command(_ text: String) async throws -> [String] {
    try await onOwnThread {
      let bytes = Array((text + "\n").utf8)
      let count = bytes.withUnsafeBytes { write(self.input, $0.baseAddress, $0.count) }
      guard count == bytes.count else { throw Failure(description: "tmux takes no command") }
      return try self.answer()
    }
  }

  private func onOwnThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws
    -> Value
  {
    try await OwnThread.run { Result { try body() } }.get()
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
      let ready = pending.withLock { pending -> String? in
        guard let newline = pending.firstIndex(of: 10) else { return nil }
        defer { pending.removeFirst(newline + 1) }
        return String(decoding: pending[..<newline], as: UTF8.self)
      }
      if let ready { return ready }
      var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(max(1, seconds * 1000))) > 0 else { return nil }
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = read(output, &bytes, 65_536)
      guard count > 0 else { throw Failure(description: "tmux has ended") }
      pending.withLock { $0 += bytes[..<count] }
    }
  }
}
