import Foundation
import TestSupport
import Testing

@Suite("What a command says helps where it is said", .serialized)
struct AdviceTests {
  @Test(
    "a file's folder that is not there, or takes none, is named as such; the program's home is not blamed")
  func folders() async throws {
    try await BuiltProgram.withHome { home in
      try LongFeed.follow([("feed", "https://echo.example/feed")], home: home)
      for (folder, reason) in [("/nonexistent", "нет: создайте"), ("/proc", "нельзя писать")] {
        let run = try await BuiltProgram.run(["export", "opml", "--output", "\(folder)/a.opml"], home: home)
        #expect(run.code == 1)
        #expect(run.errors.contains(folder) && run.errors.contains(reason), "\(run.errors)")
        #expect(!run.errors.contains("--home"))
      }
    }
  }

  @Test("a folder in the file's place, and a name that no file can have, are named as such")
  func impossibleFiles() async throws {
    try await BuiltProgram.withHome { home in
      try LongFeed.follow([("feed", "https://echo.example/feed")], home: home)
      let long = String(repeating: "а", count: 200)
      for (file, reason) in [(home, "— папка: назовите файл в ней"), ("\(home)/\(long)", "слишком длинное")] {
        let run = try await BuiltProgram.run(["export", "opml", "--output", file], home: home)
        #expect(run.code == 1 && run.errors.contains(reason), "\(run.errors)")
      }
    }
  }

  @Test("what is written to a link goes where it leads, and the link stays")
  func links() async throws {
    try await BuiltProgram.withHome { home in
      try LongFeed.follow([("feed", "https://echo.example/feed")], home: home)
      let (file, link) = ("\(home)/list.opml", "\(home)/link.opml")
      try Data("alt".utf8).write(to: URL(fileURLWithPath: file))
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
      #expect(try await BuiltProgram.run(["export", "opml", "--output", link], home: home).code == 0)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
      #expect(try String(contentsOfFile: file, encoding: .utf8).contains("<opml"))
      // Also where it leads to nothing yet.
      try FileManager.default.removeItem(atPath: file)
      #expect(try await BuiltProgram.run(["export", "opml", "--output", link], home: home).code == 0)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
      #expect(try String(contentsOfFile: file, encoding: .utf8).contains("<opml"))
      let printed = try await BuiltProgram.run(["export", "opml", "--output", "/dev/stdout"], home: home)
      #expect(printed.code == 0 && printed.output.contains("<opml"))
    }
  }

  @Test("a home where nothing can be kept is said to be one by the doctor")
  func impossibleHome() async throws {
    try await BuiltProgram.withHome { home in
      let file = "\(home)/file"
      try Data().write(to: URL(fileURLWithPath: file))
      let run = try await BuiltProgram.run(["--home", file, "doctor", "--offline"], home: home)
      // However long the home's path is, and wherever the line breaks for it.
      let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("нельзя писать"), "\(run.output)")
    }
  }

  @Test("a section that is not there is answered with those that are, in the demo too")
  func sections() async throws {
    try await BuiltProgram.withHome { home in
      let demo = try await BuiltProgram.run(["demo", "--section", "zzz"], home: home)
      #expect(demo.code == 1 && demo.errors.contains("раздела «zzz» нет; есть: "), "\(demo.errors)")
      #expect(demo.errors.contains("В мире") && !demo.errors.contains("меню"))
      try LongFeed.follow([("feed", "https://echo.example/feed")], home: home)
      let list = try await BuiltProgram.run(["list", "--section", "В мире"], home: home)
      #expect(list.code == 1 && list.errors.contains("обойдитесь без --section"), "\(list.errors)")
    }
  }

  @Test("wrong arguments of a command within a command lead to the help of that one")
  func help() async throws {
    try await BuiltProgram.withHome { home in
      let run = try await BuiltProgram.run(["export", "digest", "--zzzzzz"], home: home)
      #expect(
        run.errors
          == "vestnik: параметра --zzzzzz нет: правильный вызов покажет vestnik export digest --help\n")
    }
  }

  @Test("an empty standard input is told as one")
  func emptyInput() async throws {
    try await BuiltProgram.withHome { home in
      let run = try await BuiltProgram.run(["import", "-"], home: home)
      #expect(run.code == 1 && run.errors.contains("на стандартный ввод ничего не пришло"), "\(run.errors)")
    }
  }

  @Test("a theme whose file cannot be used is answered with what is wrong in it")
  func brokenTheme() async throws {
    try await BuiltProgram.withHome { home in
      let folder = URL(fileURLWithPath: home).appendingPathComponent("config/themes")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("base00: 12\n".utf8).write(to: folder.appendingPathComponent("bad.yaml"))
      let run = try await BuiltProgram.run(["demo", "--picture", "80x24", "--theme", "bad"], home: home)
      #expect(run.code == 1 && run.errors.contains("bad.yaml"), "\(run.errors)")
      #expect(!run.errors.contains("может быть, bad"))
    }
  }
}
