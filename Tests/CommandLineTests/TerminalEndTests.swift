import Foundation
import Glibc
import TestSupport
import Testing

@Suite("The terminal's own ends and pauses", .serialized)
struct TerminalEndTests {
  @Test("stopped by its key or by a signal, it gives the terminal back and takes it again when it goes on")
  func stops() async throws {
    try await BuiltProgram.withHome { home in
      try await TerminalSession.during(
        columns: 100, rows: 30, environment: BuiltProgram.environment(home: home),
        running: ["bash", "--norc", "--noprofile", "-i"]
      ) { session in
        try await session.wait(for: "bash")
        try await session.type("PS1=ready'> '", "Enter")
        try await session.wait("the prompt") { Self.isWaiting($0) }
        try await session.type("printf '\\033]2;before\\033\\134'; '\(BuiltProgram.path)' demo", "Enter")
        try await session.wait(for: "48 новых")
        try await expectOurTitle(session)
        try await session.type("C-z")
        try await expectGivenBack(session, times: 1)
        try await session.type("fg", "Enter")
        try await session.wait(for: "48 новых")
        #expect(try await session.flags("alternate_on", "mouse_any_flag") == ["1", "1"])
        try await expectOurTitle(session)
        _ = kill(try await session.childProcessID(), SIGTSTP)
        try await expectGivenBack(session, times: 2)
        try await session.type("fg", "Enter")
        try await session.wait(for: "48 новых")
        // It still answers to keys.
        try await session.type("j", "Enter")
        try await session.wait(for: "чтения")
        try await session.type("Q")
        try await session.wait("the shell again") { Self.isWaiting($0) }
      }
    }
  }

  /// Whether the shell's prompt is the last thing on the screen.
  private static func isWaiting(_ screen: String) -> Bool {
    screen.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("ready>")
  }

  private func expectGivenBack(_ session: TerminalSession, times: Int) async throws {
    try await session.wait("the job stopped") {
      $0.components(separatedBy: "Stopped").count == times + 1 && Self.isWaiting($0)
    }
    let flags = try await session.flags("alternate_on", "mouse_any_flag", "cursor_flag", "pane_title")
    #expect(flags == ["0", "0", "1", "before"])
  }

  private func expectOurTitle(_ session: TerminalSession) async throws {
    try await session.wait("the window's title") { _ in
      try await session.flags("pane_title")[0].contains("Эхо")
    }
  }

  @Test("when its terminal is closed it ends by itself, also where nobody tells it by a signal")
  func closes() async throws {
    try await BuiltProgram.withHome { home in
      let notice = "\(home)/over"
      #expect(mkfifo(notice, 0o600) == 0)
      let line = "trap '' HUP; '\(BuiltProgram.path)' demo; echo over > '\(notice)'"
      let session = try await TerminalSession(
        columns: 100, rows: 30, environment: BuiltProgram.environment(home: home),
        running: ["sh", "-c", line])
      try await session.wait(for: "48 новых")
      await session.end()
      let words = await OwnThread.run { Self.firstLine(of: notice) }
      #expect(words == "over\n")
    }
  }

  /// What is written into a pipe first; empty when nobody does within a minute.
  private static func firstLine(of pipe: String) -> String {
    let descriptor = open(pipe, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    defer { close(descriptor) }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 60_000) > 0 else { return "" }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
