import Foundation
import Glibc
import TestSupport
import Testing

/// What bytes have made of a terminal: its private modes, its keypad, its stacks of titles, whether text is plain.
private struct TerminalLedger: Equatable {
  private(set) var modes: [Int: Bool] = [:]
  private(set) var titles = 0
  private(set) var isKeypadOurs = false
  private(set) var isPlain = true

  /// As a terminal is that nobody has touched: the cursor is shown and lines wrap, all else is off.
  var isUntouched: Bool {
    modes.allSatisfy { mode, isOn in isOn == [7, 25].contains(mode) } && titles == 0 && !isKeypadOurs
      && isPlain
  }

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for command in text.matches(of: /\u{1B}(?:\[([?]?)([0-9;]*)([hltm])|([=>]))/) {
      let numbers = (command.2 ?? "").split(separator: ";").compactMap { Int($0) }
      switch (command.1 ?? "", command.3 ?? "") {
      case ("?", "h"): for number in numbers { modes[number] = true }
      case ("?", "l"): for number in numbers { modes[number] = false }
      case ("", "t"): titles += numbers.first == 22 ? 1 : numbers.first == 23 ? -1 : 0
      case ("", "m"): isPlain = numbers.allSatisfy { $0 == 0 } || isPlain && numbers == [39, 49]
      case (_, ""): isKeypadOurs = command.4 == "="
      default: break
      }
    }
  }
}

/// The reader on a terminal of its own, every byte kept.
private final class ReaderOnTerminal {
  let terminal: PseudoTerminal
  let child: ChildProcess
  let modesBefore: [UInt32]
  private var bytes: [UInt8] = []

  init(home: String) throws {
    terminal = try #require(PseudoTerminal(columns: 100, rows: 30))
    modesBefore = terminal.modes
    child = try ChildProcess(
      BuiltProgram.path, ["demo", "--theme", "newspaper-dark"],
      environment: BuiltProgram.environment(home: home), input: terminal.slave, output: terminal.slave,
      errors: terminal.slave)
  }

  var ledger: TerminalLedger { TerminalLedger(bytes) }

  /// Whether everything is as before.
  var isGivenBack: Bool { ledger.isUntouched && terminal.modes == modesBefore }

  /// Reads what is written until the whole first screen stands; when it does not within minutes, the program is
  /// killed and the answer is `false`.
  func opens() async -> Bool {
    let end = ContinuousClock.now + .seconds(240 * Stress.patienceInMinutes)
    while !String(decoding: bytes, as: UTF8.self).contains("Персонально"), ContinuousClock.now < end {
      let terminal = terminal
      bytes += await OwnThread.run { terminal.bytes(within: 1000) }
    }
    guard ContinuousClock.now < end else {
      _ = kill(child.id, SIGKILL)
      return false
    }
    return true
  }

  /// How often the reader's threads have given up a processor because there was nothing to do.
  func wakeUps() throws -> [String: Int] {
    let folder = "/proc/\(child.id)/task"
    var result: [String: Int] = [:]
    for thread in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let status = try String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)
      let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
      result[thread] = line.flatMap { Int($0.split(separator: "\t").last ?? "") }
    }
    return result
  }

  /// Waits until nothing was written for some time; `false` when that does not come within a minute.
  func isStill(for milliseconds: Int32) async -> Bool {
    let end = ContinuousClock.now + .seconds(60 * Stress.patienceInMinutes)
    let terminal = terminal
    while ContinuousClock.now < end {
      if await OwnThread.run({ terminal.bytes(within: milliseconds).isEmpty }) { return true }
    }
    return false
  }

  /// What was written and not read yet.
  func readRest() { bytes += terminal.bytes(within: 0) }
}

@Suite("The terminal as it was", .serialized)
struct GivenBackTests {
  @Test(
    "whatever ends it gives back every mode, the title, the keypad, colours and the line discipline",
    arguments: [0, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGFPE])
  func endings(number: Int32) async throws {
    try await BuiltProgram.withHome { home in
      let reader = try ReaderOnTerminal(home: home)
      try #require(await reader.opens())
      #expect(reader.ledger.modes[1049] == true && reader.ledger.modes[2004] == true)
      #expect(reader.ledger.modes[1006] == true && reader.ledger.titles > 0 && reader.ledger.isKeypadOurs)
      if number == 0 { reader.terminal.type("Q") } else { _ = kill(reader.child.id, number) }
      #expect(await reader.child.ending() == (number == 0 ? 0 : 128 + number))
      reader.readRest()
      #expect(reader.isGivenBack, "\(reader.ledger)")
    }
  }

  @Test("while nothing happens and the ticker is off, no thread wakes up, not even once")
  func idle() async throws {
    try await BuiltProgram.withHome { home in
      let folder = URL(fileURLWithPath: home).appendingPathComponent("config")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("ticker: off\n".utf8).write(to: folder.appendingPathComponent("config.yaml"))
      let reader = try ReaderOnTerminal(home: home)
      try #require(await reader.opens())
      // The demo's texts come in at first; then three seconds of silence are followed by as many others.
      var counts: [[String: Int]] = []
      for _ in 0..<8 where counts.count < 2 || counts[counts.count - 1] != counts[counts.count - 2] {
        #expect(await reader.isStill(for: 3000))
        counts.append(try reader.wakeUps())
      }
      #expect(counts.count >= 2 && counts[counts.count - 1] == counts[counts.count - 2], "\(counts)")
      reader.terminal.type("Q")
      #expect(await reader.child.ending() == 0)
    }
  }
}
