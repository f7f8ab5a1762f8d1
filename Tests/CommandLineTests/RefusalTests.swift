import Foundation
import TestSupport
import Testing

@Suite("Refusals", .serialized)
struct RefusalTests {
  @Test(
    "bad input gets one sentence on standard error and the right code",
    arguments: [
      (["add", "два слова"], 1), (["add", "ftp://echo.example"], 1), (["add", "/nonexistent/feed.xml"], 1),
      (["read", "99"], 1), (["read", "https://127.0.0.1:1/"], 1), (["list", "--site", "nobody"], 1),
      (["list", "--limit", "0"], 64), (["list", "--since", "yesterday"], 64), (["dance"], 64), (["fetch"], 1),
      (["--theme"], 64), (["import", "/nonexistent"], 1), (["import", "/dev/null"], 1),
      (["import", "/"], 1), (["add", "/"], 1),
      (["export", "opml"], 1), (["export", "digest"], 1), (["export", "article", "7"], 1),
      (["export", "digest", "--limit", "0"], 64), (["export", "article", "1", "--format", "pdf"], 64),
      (["import"], 64),
    ] as [([String], Int32)])
  func badInput(arguments: [String], code: Int32) async throws {
    try await BuiltProgram.withHome { home in
      let run = try await BuiltProgram.run(arguments, home: home)
      #expect(run.code == code)
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("vestnik: "))
      #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    }
  }

  @Test("a folder in the place of a file is called a folder", arguments: ["import", "add", "read"])
  func folder(command: String) async throws {
    try await BuiltProgram.withHome { home in
      let run = try await BuiltProgram.run([command, home], home: home)
      #expect(run.errors.contains("— папка"), "\(run.errors)")
    }
  }

  @Test(
    "an address whose host or port can be none is called no address", arguments: ["add", "read"],
    ["http://[::1", "http://127.0.0.1:99999/"])
  func malformedAddress(command: String, address: String) async throws {
    try await BuiltProgram.withHome { home in
      let run = try await BuiltProgram.run([command, address], home: home)
      #expect(run.errors.contains("«\(address)» — не адрес"), "\(run.errors)")
    }
  }

  @Test("what is wrong in the settings is told by every command, and what was asked for is done all the same")
  func settings() async throws {
    try await BuiltProgram.withHome { home in
      let folder = URL(fileURLWithPath: home).appendingPathComponent("config")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("tickr: off\n".utf8).write(to: folder.appendingPathComponent("config.yaml"))
      let run = try await BuiltProgram.run(["sites", "--json"], home: home)
      #expect(run.code == 0)
      #expect(run.output.hasPrefix("{"))
      #expect(run.errors.contains("config.yaml") && run.errors.contains("«ticker»"), "\(run.errors)")
    }
  }

  @Test(
    "no server is asked past a proxy that the settings may name, while they cannot be read",
    arguments: [
      "theme: [oops\nhosts: {a.example: {proxy: 'http://b'}}\n", "hosts: {a.example: {prox: 'http://b'}}\n",
    ])
  func unreadableHosts(settings: String) async throws {
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      server.serveEcho()
      #expect(try await BuiltProgram.run(["add", server.url()], home: home).code == 0)
      try Data(settings.utf8).write(to: URL(fileURLWithPath: "\(home)/config/config.yaml"))
      let run = try await BuiltProgram.run(["fetch"], home: home)
      #expect(run.code == 1 && run.errors.contains("config.yaml"), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
      #expect(try await BuiltProgram.run(["sites"], home: home).code == 0)
      server.stop()
    }
  }
}
