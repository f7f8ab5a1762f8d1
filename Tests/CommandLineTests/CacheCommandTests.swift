import Foundation
import TestSupport
import Testing

@Suite("The archive's own command", .serialized)
struct CacheCommandTests {
  private struct Status: Decodable {
    let articles: Int
    let path: String
  }

  private func status(home: String) async throws -> Status {
    let run = try await BuiltProgram.run(["cache", "status", "--json"], home: home)
    #expect(run.code == 0, "\(run.errors)")
    return try JSONDecoder().decode(Status.self, from: Data(run.output.utf8))
  }

  /// A home with the demo site's articles.
  private func withArticles(_ work: (String) async throws -> Void) async throws {
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      server.serveEcho()
      #expect(try await BuiltProgram.run(["add", server.url()], home: home).code == 0)
      #expect(try await BuiltProgram.run(["fetch"], home: home).code == 0)
      server.stop()
      try await work(home)
    }
  }

  @Test(
    "a sound archive is counted, verified, pruned of what is old alone, and left alone by a rebuild")
  func sound() async throws {
    try await withArticles { home in
      #expect(try await status(home: home).articles == 48)
      let verified = try await BuiltProgram.run(["cache", "verify"], home: home)
      #expect(verified.code == 0)
      #expect(verified.output.contains("всё в порядке"))
      let pruned = try await BuiltProgram.run(["cache", "prune", "--days", "1"], home: home)
      #expect(pruned.output.contains("Удалено 0 старых статей"))
      let rebuilt = try await BuiltProgram.run(["cache", "rebuild"], home: home)
      #expect(rebuilt.code == 0, "\(rebuilt.errors)")
      #expect(rebuilt.output.contains("всё в порядке"))
      let files = try FileManager.default.contentsOfDirectory(atPath: "\(home)/data")
      #expect(!files.contains { $0.contains("damaged") })
      let missing = try await BuiltProgram.run(["cache", "rebuild", "\(home)/nothing"], home: home)
      #expect(missing.code == 1)
      #expect(missing.errors.contains("nothing"))
      #expect(try await status(home: home).articles == 48)
    }
  }

  @Test("a damaged archive is told, saved as far as it can be read, and what it was is kept")
  func damaged() async throws {
    try await withArticles { home in
      let path = try await status(home: home).path
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      let length = try file.seekToEnd()
      // Two pages in the middle.
      for offset in [length / 2, length / 2 + 4096] {
        try file.seek(toOffset: offset / 4096 * 4096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
      }
      try file.close()
      let verified = try await BuiltProgram.run(["cache", "verify"], home: home)
      #expect(verified.code == 1)
      #expect(verified.errors.contains("vestnik cache rebuild"))
      let rebuilt = try await BuiltProgram.run(["cache", "rebuild"], home: home)
      #expect(rebuilt.code == 0, "\(rebuilt.errors)")
      #expect(rebuilt.output.contains("\(path).saved-"))
      #expect(!(try await BuiltProgram.run(["cache", "status"], home: home).output.contains("damaged")))
      #expect(try await BuiltProgram.run(["cache", "verify"], home: home).code == 0)
      #expect(try await status(home: home).articles > 0)
    }
  }

  @Test("nothing is made to be checked")
  func nothing() async throws {
    try await BuiltProgram.withHome { home in
      let run = try await BuiltProgram.run(["cache", "verify"], home: home)
      #expect(run.code == 0 && run.output.contains("файла ещё нет"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: home).isEmpty)
    }
  }

  @Test("a file that is not there is no archive")
  func missing() async throws {
    try await BuiltProgram.withHome { home in
      let run = try await BuiltProgram.run(["cache", "rebuild", "/nonexistent/news.sqlite"], home: home)
      #expect(run.code == 1)
      #expect(run.errors.hasPrefix("vestnik: "))
      #expect(!FileManager.default.fileExists(atPath: home + "/data/news.sqlite"))
    }
  }
}
