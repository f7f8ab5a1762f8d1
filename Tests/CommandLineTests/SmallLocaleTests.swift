import Foundation
import Glibc
import Language
import TestSupport
import Testing

/// A locale whose set of characters is smaller than Unicode.
private enum SmallLocale {
  private static let maker = "/usr/bin/localedef"

  /// Whether it can be made here: for the tests alone, nothing is installed.
  static var canBeMade: Bool {
    FileManager.default.isExecutableFile(atPath: maker)
      && FileManager.default.fileExists(atPath: "/usr/share/i18n/charmaps/KOI8-R.gz")
  }

  /// Does some work with a home in which the locale stands, and the variables that choose it.
  static func withHome(_ work: (String, [String: String]) async throws -> Void) async throws {
    try await BuiltProgram.withHome { home in
      let made = try await BuiltProgram.run(
        ["-i", "ru_RU", "-f", "KOI8-R", "\(home)/ru_RU.KOI8-R"], home: home, program: maker)
      try #require(made.code == 0, "\(made.errors)")
      try await work(home, ["LOCPATH": home, "LC_ALL": "ru_RU.KOI8-R"])
    }
  }

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    CharacterSets.decode(Array(bytes), label: "koi8-r") ?? ""
  }
}

@Suite(
  "A KOI8-R locale",
  .enabled(if: SmallLocale.canBeMade, "localedef or its sources (package locales) are not here"))
struct SmallLocaleTests {
  /// What a command printed, read in the locale's set.
  private func printed(
    _ arguments: [String], home: String, variables: [String: String], program: String = BuiltProgram.path
  ) async throws -> String {
    let file = "\(home)/printed"
    let child = try BuiltProgram.start(
      arguments, home: home, output: file, program: program, variables: variables)
    _ = await child.ending()
    return SmallLocale.text(try Data(contentsOf: URL(fileURLWithPath: file)))
  }

  @Test(
    "gets sentences in its own bytes, with the nearest signs for those it has not, and arguments are read in it"
  )
  func lines() async throws {
    try await SmallLocale.withHome { home, variables in
      let list = try await printed(["demo"], home: home, variables: variables)
      #expect(list.contains("На ярмарку привезут 60 т овощей и одну говорящую тыкву"))
      #expect(list.contains("\"Бабушка, это я\": как телефонного мошенника поймали на пирожках"))
      // Kazakh letters are those of the Russian alphabet that they look like.
      #expect(list.contains("Агаштын iшiндегi ундi еститiн адам"))
      // Something stands for every character.
      let whole = try await BuiltProgram.run(["demo"], home: home).output
      #expect(list.count == whole.count && list.count { $0 == "?" } == whole.count { $0 == "?" })
      let wrong = try await printed(
        ["-c", "'\(BuiltProgram.path)' list \"$(printf '\\315\\317\\323\\324')\""], home: home,
        variables: variables, program: "sh")
      #expect(wrong.hasPrefix("vestnik: \"мост\" здесь лишнее"))
    }
  }

  @Test("gets documents in UTF-8 all the same")
  func documents() async throws {
    try await SmallLocale.withHome { home, variables in
      let run = try await BuiltProgram.run(
        ["demo", "--picture", "80x24"], home: home, variables: variables)
      #expect(run.output.contains("На ярмарку"))
    }
  }

  @Test("gets the reader's screen in its own bytes, and its keys are letters of that set")
  func screen() async throws {
    try await SmallLocale.withHome { home, variables in
      let terminal = try #require(PseudoTerminal(columns: 100, rows: 30))
      let child = try ChildProcess(
        BuiltProgram.path, ["demo", "--theme", "monochrome"],
        environment: BuiltProgram.environment(home: home).merging(variables) { $1 }
          .merging(["TERM": "vt100"]) { $1 },
        input: terminal.slave, output: terminal.slave, errors: terminal.slave)
      try await wait(for: "Персонально", on: terminal)
      // «Ж» is the key of the palette, where «темы» finds a command: as this locale types them.
      try await wait(for: "Команды", on: terminal, after: [0xF6])
      try await wait(for: "contrast-dark", on: terminal, after: [0xD4, 0xC5, 0xCD, 0xD9, 0x0D])
      terminal.type("\u{3}")
      #expect(await child.ending() == 0)
    }
  }

  /// Types bytes and waits until what is written after them holds a text.
  private func wait(for text: String, on terminal: PseudoTerminal, after typed: [UInt8] = []) async throws {
    let found = await OwnThread.run {
      _ = write(terminal.master, typed, typed.count)
      var bytes: [UInt8] = []
      let end = ContinuousClock.now + .seconds(60 * Stress.patienceInMinutes)
      while !SmallLocale.text(bytes).contains(text) {
        guard ContinuousClock.now < end else { return SmallLocale.text(bytes) }
        bytes += terminal.bytes(within: 1000)
      }
      return ""
    }
    #expect(found.isEmpty, "no \(text)")
  }
}
