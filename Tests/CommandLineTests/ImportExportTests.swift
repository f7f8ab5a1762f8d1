import Foundation
import TestSupport
import Testing

@Suite("Import and export", .serialized)
struct ImportExportTests {
  private static let urls = """
    # ленты
    https://echo.example/rss.xml "Регион" "~Эхо Каменки"
    https://step.example/feed/ Регион
    https://tyn.example/atom
    "query:Новое:unread = \\"yes\\""
    """

  @Test("newsboat's urls are followed with their folders, and come out as OPML that is taken in again")
  func subscriptions() async throws {
    try await BuiltProgram.withHome { home in
      let file = URL(fileURLWithPath: home).appendingPathComponent("urls")
      try Data(Self.urls.utf8).write(to: file)
      let trial = try await BuiltProgram.run(["import", file.path, "--dry-run"], home: home)
      #expect(trial.code == 0, "\(trial.errors)")
      #expect(trial.output.contains("Эхо Каменки  https://echo.example/rss.xml"))
      #expect(try await BuiltProgram.run(["export", "opml"], home: home).code == 1)
      let imported = try await BuiltProgram.run(["import", file.path], home: home)
      #expect(imported.output.contains("3 ленты добавлены · 1 строка не подходит"), "\(imported.output)")
      let opml = try await BuiltProgram.run(["export", "opml"], home: home).output
      let inspected = URL(fileURLWithPath: home).appendingPathComponent("back.opml")
      try Data(opml.utf8).write(to: inspected)
      let json = try await BuiltProgram.run(["export", "opml", "--json"], home: home).output
      let read = try await BuiltProgram.run(["inspect", "opml", inspected.path, "--json"], home: home).output
      #expect(json == read)
      let again = try await BuiltProgram.run(["import", inspected.path, "--json"], home: home)
      let document = try JSONSerialization.jsonObject(with: Data(again.output.utf8)) as? [String: Any]
      #expect((document?["added"] as? [Any])?.isEmpty == true)
      #expect((document?["known"] as? [Any])?.count == 3)
    }
  }

  @Test("What a list lacks because it is cut off, or because there are too many feeds, is told")
  func incompleteLists() async throws {
    try await BuiltProgram.withHome { home in
      let file = URL(fileURLWithPath: home).appendingPathComponent("list")
      let line = "<outline text=\"Эхо\" xmlUrl=\"https://echo.example/rss.xml\"/>"
      try Data("<opml><body>\(line)<outline text=".utf8).write(to: file)
      let cut = try await BuiltProgram.run(["import", file.path, "--dry-run"], home: home)
      #expect(cut.code == 0)
      #expect(cut.output.contains("обрывается"), "\(cut.output)")
      try Data("<opml><body>\(line)</body></opml>".utf8).write(to: file)
      let whole = try await BuiltProgram.run(["import", file.path, "--dry-run"], home: home)
      #expect(!whole.output.contains("обрывается"), "\(whole.output)")
      let many = (0..<2_010).map { "https://host\($0).example/rss\n" }.joined()
      try Data(many.utf8).write(to: file)
      let full = try await BuiltProgram.run(["import", file.path, "--dry-run"], home: home)
      #expect(full.output.contains("10 лент не поместилось: предел — 2000"), "\(full.output.suffix(300))")
    }
  }

  @Test("An article and a digest come out as Markdown, HTML, text and JSON, and need no network")
  func texts() async throws {
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      server.serveEcho()
      _ = try await BuiltProgram.run(["add", server.url()], home: home)
      _ = try await BuiltProgram.run(["fetch", "--full-text"], home: home)
      server.stop()
      let beginnings = [
        ["--format", "markdown"]: "# ", ["--format", "html"]: "<!DOCTYPE html>", ["--json"]: "{",
        ["--format", "text", "--width", "50"]: "",
      ]
      for (options, beginning) in beginnings {
        for what in [["article", "1", "--offline"], ["digest", "--limit", "5", "--full-text"]] {
          let run = try await BuiltProgram.run(["export"] + what + options, home: home)
          #expect(run.code == 0, "\(what) \(options): \(run.errors)")
          #expect(run.output.hasPrefix(beginning) && run.output.utf8.count > 1000, "\(what) \(options)")
          guard options.contains("50") else { continue }
          #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 50 || $0.contains("] http") })
        }
      }
      let short = try await BuiltProgram.run(["export", "digest", "--limit", "3"], home: home).output
      #expect(short.matches(of: /(?m)^## \[/).count == 3)
      #expect(short.contains("*Эхо · "))
    }
  }
}
