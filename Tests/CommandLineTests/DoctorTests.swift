import Foundation
import TestSupport
import Testing

@Suite("The doctor", .serialized)
struct DoctorTests {
  private struct Report: Decodable {
    struct Row: Decodable {
      let part: String
      let state: String
      let text: String
    }

    let diagnoses: [Row]
    let warnings: [String]
  }

  private func report(_ run: BuiltProgram.Run) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
  }

  @Test("where all is well it says so, names every part and ends with 0")
  func healthy() async throws {
    try await BuiltProgram.withHome { home in
      let run = try await BuiltProgram.run(["doctor", "--offline", "--json"], home: home)
      #expect(run.code == 0, "\(run.output)")
      let report = try report(run)
      #expect(
        report.diagnoses.map(\.part) == [
          "terminal", "size", "locale", "zone", "colours", "clipboard", "keyboard", "mouse", "configuration",
          "sources", "archive", "network",
        ])
      #expect(report.warnings.isEmpty)
      #expect(report.diagnoses.allSatisfy { $0.state != "wrong" && !$0.text.isEmpty })
    }
  }

  @Test("every faulty line of settings, keys and sites is told with file, line and the nearest name")
  func faulty() async throws {
    try await BuiltProgram.withHome { home in
      let folder = URL(fileURLWithPath: home).appendingPathComponent("config/sites")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let settings = "tikker: off\ntheme: nigtt\nkeys:\n  quitt: x\n"
      try settings.write(
        to: folder.deletingLastPathComponent().appendingPathComponent("config.yaml"), atomically: true,
        encoding: .utf8)
      try "name: Газета\n".write(
        to: folder.appendingPathComponent("gazeta.yaml"), atomically: true, encoding: .utf8)
      let run = try await BuiltProgram.run(["doctor", "--offline", "--json"], home: home)
      #expect(run.code == 1)
      let warnings = try report(run).warnings
      #expect(warnings.count == 4, "\(warnings)")
      #expect(warnings.contains { $0.contains("config.yaml, строка 1") && $0.contains("«ticker»") })
      #expect(warnings.contains { $0.contains("config.yaml, строка 4") && $0.contains("«quit»") })
      #expect(warnings.contains { $0.contains("«nigtt»") && $0.contains("night") })
      #expect(warnings.contains { $0.contains("gazeta.yaml") && $0.contains("«home»") })
    }
  }

  @Test("a terminal that is not known is a fault, and a proxy's password is not shown")
  func surroundings() async throws {
    try await BuiltProgram.withHome { home in
      let folder = URL(fileURLWithPath: home).appendingPathComponent("config/sites")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("home: https://echo.example/\n".utf8).write(to: folder.appendingPathComponent("echo.yaml"))
      var variables = ["TERM": "nothing-like-it", "https_proxy": "http://me:secret@127.0.0.1:3128"]
      let run = try await BuiltProgram.run(
        ["doctor", "--offline", "--json"], home: home, variables: variables)
      #expect(run.code == 1)
      #expect(try report(run).warnings.contains { $0.contains("nothing-like-it") })
      #expect(run.output.contains("127.0.0.1:3128") && !run.output.contains("secret"))
      variables["no_proxy"] = "example"
      let direct = try await BuiltProgram.run(
        ["doctor", "--offline", "--json"], home: home, variables: variables)
      #expect(!direct.output.contains("3128"))
    }
  }

  @Test("a damaged archive is told and stays where it is")
  func damaged() async throws {
    try await BuiltProgram.withHome { home in
      let file = try BuiltProgram.archive(in: home)
      let bytes = Data("SQLite format 3\0".utf8) + Data(repeating: 0xA5, count: 8_192)
      try bytes.write(to: file)
      let run = try await BuiltProgram.run(["doctor", "--offline", "--json"], home: home)
      #expect(run.code == 1)
      #expect(try report(run).diagnoses.contains { $0.part == "archive" && $0.state == "wrong" })
      #expect(try Data(contentsOf: file) == bytes)
    }
  }

  @Test("a site that does not answer is a fault of the network, with what can be done")
  func network() async throws {
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      server.serveEcho()
      #expect(try await BuiltProgram.run(["add", server.url()], home: home).code == 0)
      let good = try await BuiltProgram.run(["doctor"], home: home)
      #expect(good.code == 0, "\(good.output)")
      #expect(good.output.contains("127.0.0.1 отвечает"))
      server.stop()
      let bad = try await BuiltProgram.run(["doctor", "--json"], home: home)
      #expect(bad.code == 1)
      let row = try #require(try report(bad).diagnoses.first { $0.part == "network" })
      #expect(row.state == "wrong" && row.text.contains("повторите позже"))
    }
  }

  @Test("sources that failed the last time are counted, with what shows why; a site that is left is not")
  func failing() async throws {
    try await LoopbackServer.during { server in
      server.fallback { LongFeed.answer(name: String($0.path.dropFirst()), items: 0..<2) }
      for name in ["bad", "worse"] { server.route("/\(name)", LoopbackAnswer(status: 500)) }
      try await BuiltProgram.withHome { home in
        try LongFeed.follow(["good", "bad", "worse"].map { ($0, server.url("/\($0)")) }, home: home)
        #expect(try await BuiltProgram.run(["fetch"], home: home).code == 2)
        let run = try await BuiltProgram.run(["doctor", "--offline", "--json"], home: home)
        #expect(run.code == 1)
        let told = "2 источника не ответили в последний раз: причины покажет vestnik sites --verbose"
        #expect(try report(run).warnings == [told])
        for name in ["bad", "worse"] {
          try FileManager.default.removeItem(atPath: "\(home)/config/sites/\(name).yaml")
        }
        #expect(try await BuiltProgram.run(["doctor", "--offline"], home: home).code == 0)
      }
    }
  }
}
