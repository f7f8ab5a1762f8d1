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
}
