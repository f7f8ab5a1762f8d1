import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Commands", .serialized)
struct CommandTests {
  private struct Feed: Decodable {
    struct Item: Decodable {
      let id: String
      let title: String
      let url: String?
    }

    let version: String
    let items: [Item]
  }

  private func feed(_ run: BuiltProgram.Run) throws -> Feed {
    try JSONDecoder().decode(Feed.self, from: Data(run.output.utf8))
  }

  @Test(
    "a site is added from its address, fetched, listed, read, searched, and all of it stays without a network"
  )
  func wholeWay() async throws {
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      server.serveEcho()
      let added = try await BuiltProgram.run(["add", server.url()], home: home)
      #expect(added.code == 0, "\(added.errors)")
      for title in [
        "Эхо", "Главная", "Разделы", "Держать курс", "Человек и закон", "О нас", "/v-strane/rss.xml",
      ] {
        #expect(added.output.contains(title), "\(title)")
      }
      let again = try await BuiltProgram.run(["add", server.url()], home: home)
      #expect(again.code == 1)
      #expect(again.errors.hasPrefix("vestnik: "))

      let first = try await BuiltProgram.run(["fetch", "--full-text"], home: home)
      #expect(first.code == 0, "\(first.errors)")
      #expect(first.output.contains("48 новых"))
      let hits = server.hits()
      let second = try await BuiltProgram.run(["fetch"], home: home)
      #expect(second.output.contains("0 новых"))
      #expect(second.output.contains("9 без изменений"))
      #expect(server.hits() - hits == 9)
      server.stop()

      let list = try await feed(BuiltProgram.run(["list", "--json", "--limit", "100"], home: home))
      #expect(list.version == "https://jsonfeed.org/version/1.1")
      #expect(list.items.count == 48)
      let bridge = try #require(list.items.first { $0.title.contains("Мост через Тобылгу") })
      let text = try await BuiltProgram.run(["read", bridge.id, "--width", "40", "--offline"], home: home)
      #expect(text.code == 0)
      // An address is never cut.
      #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 40 || $0.contains("://") })
      #expect(text.output.split(separator: "\n").count > 30)
      let found = try await feed(BuiltProgram.run(["search", "МОСТОМ", "--json"], home: home))
      #expect(found.items.contains { $0.id == bridge.id })
      let related = try await feed(BuiltProgram.run(["related", bridge.id, "--json"], home: home))
      #expect(!related.items.isEmpty)
      let top = try await feed(BuiltProgram.run(["top", "--json"], home: home))
      #expect(top.items.count >= 5)
      let headlines = try await BuiltProgram.run([], home: home)
      #expect(headlines.output.hasPrefix("Эхо\n"))
      // Its name alone is not given to the parser of options: both ways are the same.
      #expect(try await BuiltProgram.run(["--home", home], home: "/nowhere").output == headlines.output)
      let offline = try await BuiltProgram.run(["fetch"], home: home)
      #expect(offline.code == 1)
      #expect(
        try await feed(BuiltProgram.run(["list", "--json", "--limit", "100"], home: home)).items.count == 48)
      #expect(try await BuiltProgram.run(["remove", "Эхо"], home: home).code == 0)
      #expect(
        try await feed(BuiltProgram.run(["list", "--json", "--limit", "100"], home: home)).items.count == 48)
    }
  }

  @Test("an article that its site changed or took down says so, as text and with its earlier version as JSON")
  func history() async throws {
    struct Item: Decodable {
      let _vestnik: Extension
      struct Extension: Decodable {
        let removed: String?
        let versions: [Version]?
      }
      struct Version: Decodable {
        let title: String
        let summary: String?
        let replaced: String
      }
    }
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      func serve(_ title: String) {
        server.route(
          "/feed",
          .text(
            """
            <rss version="2.0"><channel><title>Лента</title><item><title>\(title)</title>\
            <description>О мосте коротко.</description><link>\(server.url("/story"))</link>\
            </item></channel></rss>
            """, type: "application/rss+xml"))
      }
      serve("Мост откроют в пятницу")
      server.route("/story", LoopbackAnswer(status: 410))
      #expect(try await BuiltProgram.run(["add", server.url("/feed")], home: home).code == 0)
      _ = try await BuiltProgram.run(["fetch"], home: home)
      serve("Мост открыли в среду")
      _ = try await BuiltProgram.run(["fetch"], home: home)
      let text = try await BuiltProgram.run(["read", "1"], home: home)
      #expect(text.output.contains("Мост открыли в среду"))
      #expect(text.output.contains("изменено") && text.output.contains("удалено с сайта"))
      let json = try await BuiltProgram.run(["read", "1", "--json"], home: home)
      let told = try JSONDecoder().decode(Item.self, from: Data(json.output.utf8))._vestnik
      #expect(told.removed != nil)
      #expect(told.versions?.map(\.title) == ["Мост откроют в пятницу"])
      #expect(told.versions?.first?.summary == "О мосте коротко.")
      server.stop()
    }
  }

  @Test("what is understood of a page is shown as people write it")
  func inspected() async throws {
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      server.serveEcho()
      let site = try await BuiltProgram.run(["inspect", "site", server.url()], home: home)
      #expect(site.code == 0, "\(site.errors)")
      #expect(site.output.contains("Человек и закон"))
      #expect(!site.output.contains("Optional("))
      let page = try await BuiltProgram.run(["inspect", "article", server.url("/o-nas.html")], home: home)
      #expect(!page.output.contains("Optional("))
      server.stop()
    }
  }

  @Test("what a server may answer instead of news is told apart and nothing is kept of it")
  func badAnswers() async throws {
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      defer { server.stop() }
      server.route("/page", .text("<html><body><p>Здесь ничего нет.</p></body></html>", type: "text/html"))
      server.route("/empty", LoopbackAnswer())
      server.route(
        "/binary", LoopbackAnswer(body: Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 193) })))
      let half =
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Половина</title>"
        + "<item><title>Целая</title><link>http://x.example/1</link></item><item><title>Обрыв"
      server.route("/half.xml", .text(half, type: "application/rss+xml"))
      for path in ["/missing", "/page", "/empty", "/binary"] {
        let run = try await BuiltProgram.run(["add", server.url(path)], home: home)
        #expect(run.code == 1, "\(path)")
        #expect(run.errors.hasPrefix("vestnik: "), "\(path): \(run.errors)")
      }
      #expect(try await BuiltProgram.run(["sites", "--json"], home: home).output.contains("\"sites\" : ["))
      let added = try await BuiltProgram.run(["add", server.url("/half.xml")], home: home)
      #expect(added.code == 0, "\(added.errors)")
      let fetched = try await BuiltProgram.run(["fetch"], home: home)
      #expect(fetched.code == 0, "\(fetched.errors)")
      let list = try await feed(BuiltProgram.run(["list", "--json"], home: home))
      #expect(list.items.map(\.title) == ["Целая"])
    }
  }

  @Test("a database that is not ours is left untouched")
  func foreignDatabase() async throws {
    try await BuiltProgram.withHome { home in
      let file = try BuiltProgram.archive(in: home)
      let script =
        "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute('create table books (title)'); d.commit()"
      let silence = open("/dev/null", O_RDWR | O_CLOEXEC)
      let maker = try ChildProcess(
        "python3", ["-c", script, file.path], environment: BuiltProgram.environment(home: home),
        input: silence,
        output: silence, errors: silence)
      #expect(await maker.ending() == 0)
      close(silence)
      let bytes = try Data(contentsOf: file)
      let run = try await BuiltProgram.run(["list"], home: home)
      #expect(run.code == 1)
      #expect(run.errors.hasPrefix("vestnik: "))
      #expect(try Data(contentsOf: file) == bytes)
    }
  }

  @Test("a damaged archive is left where it is, with a word of what repairs it")
  func damagedCache() async throws {
    try await BuiltProgram.withHome { home in
      let file = try BuiltProgram.archive(in: home)
      let bytes = Data(repeating: 0x5A, count: 20_000)
      try bytes.write(to: file)
      for command in [["list", "--json"], ["cache", "status"], ["fetch"]] {
        let run = try await BuiltProgram.run(command, home: home)
        #expect(run.code == 1)
        #expect(run.errors.hasPrefix("vestnik: ") && run.errors.contains("vestnik cache rebuild"))
      }
      #expect(try Data(contentsOf: file) == bytes)
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(home)/data") == ["news.sqlite"])
    }
  }

  @Test("the demo prints its headlines into a pipe and touches no data")
  func demoInPipe() async throws {
    try await BuiltProgram.withHome { home in
      let run = try await BuiltProgram.run(["demo"], home: home)
      #expect(run.code == 0)
      #expect(run.output.split(separator: "\n").count == 49)
      #expect(try FileManager.default.contentsOfDirectory(atPath: home).isEmpty)
    }
  }
}
