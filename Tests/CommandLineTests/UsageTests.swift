import Foundation
import TestSupport
import Testing

@Suite("Wrong usage", .serialized)
struct UsageTests {
  private static func tail(_ command: String) -> String {
    ": правильный вызов покажет \(command) --help\n"
  }

  @Test(
    "what is wrong with a command line is one sentence in the language of the interface, and the exit code is 64",
    arguments: [
      (["list", "--sites", "a"], "параметра --sites нет, может быть, --site?"),
      (["list", "--zzzzzz"], "параметра --zzzzzz нет"),
      (["--theme"], "после --theme <name> нет значения"), (["read"], "не указано <article>"),
      (["list", "--json=yes"], "--json не принимает значения «yes»"),
      (["list", "--limit", "it's"], "«it's» не подходит для --limit <n>"),
      (["wrap", "--fit", "best"], "«best» не подходит для --fit <fit>, годятся optimal, first"),
      (["dance"], "команды «dance» нет"), (["lst"], "команды «lst» нет, может быть, list?"),
      (["serch", "москва"], "команды «serch» нет, может быть, search?"),
      (["sites", "a", "b"], "«a, b» здесь лишнее"),
      (["list", "--limit", "0"], "--limit принимает число от 1 до 10000"),
      (["fetch", "--budget", "1MB"], "--budget действует только вместе с --full-text"),
      (["dance\u{1B}[2J"], "команды «dance[2J» нет"),
    ])
  func sentences(arguments: [String], reason: String) async throws {
    try await BuiltProgram.withHome { home in
      let run = try await BuiltProgram.run(arguments, home: home)
      #expect(run.code == 64)
      #expect(run.output.isEmpty)
      // Help of a word that is no command is the program's.
      let isCommand = !["dance", "lst", "serch", "-"].contains { arguments[0].hasPrefix($0) }
      #expect(
        run.errors == "vestnik: " + reason + Self.tail(isCommand ? "vestnik \(arguments[0])" : "vestnik"))
    }
  }

  @Test("an empty list says on standard error what to do, and is no failure", arguments: ["list", "top"])
  func nothingListed(command: String) async throws {
    try await BuiltProgram.withHome { home in
      let nobody = try await BuiltProgram.run([command], home: home)
      #expect(nobody.code == 0 && nobody.output.isEmpty)
      #expect(nobody.errors.contains("vestnik add"))
      let folder = URL(fileURLWithPath: home).appendingPathComponent("config/sites")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("home: https://echo.example/\n".utf8).write(to: folder.appendingPathComponent("echo.yaml"))
      #expect(try await BuiltProgram.run([command], home: home).errors.contains("vestnik fetch"))
      #expect(try await BuiltProgram.run([command, "--json"], home: home).errors.isEmpty)
    }
  }

  @Test("the demo in a pipe shows the section that was asked for, and no other")
  func demoSection() async throws {
    try await BuiltProgram.withHome { home in
      let whole = try await BuiltProgram.run(["demo"], home: home)
      let part = try await BuiltProgram.run(["demo", "--section", "в мире"], home: home)
      #expect(part.code == 0 && part.output.hasPrefix("В мире\n"))
      #expect(part.output.count < whole.output.count)
      #expect(try await BuiltProgram.run(["demo", "--section", "Нет такого"], home: home).code != 0)
    }
  }

  @Test("plain screens are a setting that a run may ask for or refuse")
  func plainScreens() async throws {
    try await BuiltProgram.withHome { home in
      func picture(_ arguments: String...) async throws -> String {
        try await BuiltProgram.run(["demo", "--picture", "80x24"] + arguments, home: home).output
      }
      let (boxed, plain) = (try await picture(), try await picture("--plain"))
      #expect(boxed != plain)
      let folder = URL(fileURLWithPath: home).appendingPathComponent("config")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("plain: true\n".utf8).write(to: folder.appendingPathComponent("config.yaml"))
      #expect(try await picture() == plain)
      #expect(try await picture("--no-plain") == boxed)
    }
  }

  @Test("a word to leave out may stand behind two hyphens")
  func excludedWord() async throws {
    try await BuiltProgram.withHome { home in
      for arguments in [["search", "--", "мост", "-лодки"], ["search", "мост", "-лодки"]] {
        let run = try await BuiltProgram.run(arguments, home: home)
        #expect(run.code == 0)
        #expect(run.output == "Ничего не найдено: мост -лодки\n", "\(run.errors)")
      }
    }
  }

  @Test("the language that is set holds even where the arguments were not understood")
  func language() async throws {
    try await BuiltProgram.withHome { home in
      let folder = URL(fileURLWithPath: home).appendingPathComponent("config")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("language: en\n".utf8).write(to: folder.appendingPathComponent("config.yaml"))
      let run = try await BuiltProgram.run(["dance"], home: home)
      #expect(run.errors == "vestnik: there is no command “dance”: vestnik --help shows what is right\n")
      let elsewhere = try await BuiltProgram.run(["--home", home, "dance"], home: home + "/other")
      #expect(elsewhere.errors == run.errors)
    }
  }

  @Test("sites are shown under their folders, and a name that two of them bear names neither")
  func namesakes() async throws {
    try await BuiltProgram.withHome { home in
      let folder = URL(fileURLWithPath: home).appendingPathComponent("config/sites")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (file, host, filed) in [("a", "a.example", "[Дом, Двор]"), ("b", "b.example", "[]")] {
        let text = "name: Эхо\nhome: https://\(host)/\nfolder: \(filed)\n"
        try Data(text.utf8).write(to: folder.appendingPathComponent("\(file).yaml"))
      }
      let sites = try await BuiltProgram.run(["sites"], home: home)
      #expect(
        sites.output == """
          b  Эхо  https://b.example/
          Дом / Двор
            a  Эхо  https://a.example/

          """)
      #expect(try await BuiltProgram.run([], home: home).output == "Эхо (b.example)\nЭхо (a.example)\n")
      let removed = try await BuiltProgram.run(["remove", "эхо"], home: home)
      #expect(removed.code == 1)
      #expect(removed.errors.hasSuffix("«эхо»: назовите одно из a, b\n"), "\(removed.errors)")
      #expect(try await BuiltProgram.run(["remove", "b"], home: home).code == 0)
      #expect(try await BuiltProgram.run(["list", "--site", "Эхо"], home: home).code == 0)
    }
  }
}
