import Configuration
import Foundation
import NewsModel
import Testing

@Suite("What is not shown")
struct MuteFileTests {
  private func withFile(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder.appendingPathComponent("muted.yaml"))
  }

  @Test(
    "a file that cannot be read, or names what is not known, is left as it is",
    arguments: [
      "words: [ярмарка\nsites: {", "wordz: [ярмарка]\n", "- ярмарка\n",
    ])
  func faulty(_ text: String) throws {
    try withFile { url in
      try text.write(to: url, atomically: true, encoding: .utf8)
      #expect(throws: MuteFile.Refusal.self) { try MuteFile(url).change { $0.words.append("мост") } }
      #expect(try String(contentsOf: url, encoding: .utf8) == text)
    }
  }

  @Test("what another program has muted meanwhile stays muted")
  func together() throws {
    try withFile { url in
      let (one, other) = (MuteFile(url), MuteFile(url))
      try one.change { $0.words.append("мост") }
      try other.change { $0.words.append("ярмарка") }
      try one.change { $0.sites.insert(SiteID(rawValue: "echo")) }
      let muted = one.read().muted
      #expect(muted.words == ["мост", "ярмарка"])
      #expect(muted.sites == [SiteID(rawValue: "echo")])
    }
  }
}
