import Fetching
import Foundation
import Glibc
import NewsModel
import TestSupport
import Testing

@Suite("Files, routes, and no network")
struct FileTransportTests {
  /// A folder for as long as some work takes.
  private func inFolder(_ work: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("vestnik-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await work(folder)
  }

  private func failure(_ path: String, limit: Int = 1000) async throws -> FetchFailure? {
    await FileTransport().fetch(FetchRequest(address: try address("file://" + path), limitBytes: limit))
      .failure
  }

  @Test("a file is read whole, whatever its name, and once more only when it changed")
  func wholeFile() async throws {
    try await inFolder { folder in
      let file = folder.appendingPathComponent("новости дня.xml")
      try Data("<rss/>".utf8).write(to: file)
      let request = FetchRequest(address: try address(file.absoluteString))
      let body = try await FileTransport().fetch(request).body()
      #expect(body.bytes == Data("<rss/>".utf8))
      let again = FetchRequest(address: request.address, validators: body.validators)
      #expect(try await FileTransport().fetch(again).unchanged().validators == body.validators)
      try Data("<rss>2</rss>".utf8).write(to: file)
      #expect(try await FileTransport().fetch(again).body().bytes.count == 12)
    }
  }

  @Test("folders, pipes, devices, missing files and files of other machines are refused by name")
  func refused() async throws {
    try await inFolder { folder in
      let pipe = folder.path + "/pipe"
      #expect(mkfifo(pipe, 0o600) == 0)
      let expected: [(path: String, fault: FetchFailure.FileFault)] = [
        (folder.path, .directory), (folder.path + "/none", .missing), (pipe, .notRegular),
        ("/dev/zero", .notRegular), ("elsewhere/etc/hosts", .remote), ("localhost" + folder.path, .directory),
      ]
      for (path, fault) in expected {
        let found = try await failure(path)
        #expect(found == .unreadableFile(fault))
      }
    }
  }

  @Test("an empty file is empty, a large one too large")
  func sizes() async throws {
    try await inFolder { folder in
      let file = folder.appendingPathComponent("a")
      try Data().write(to: file)
      #expect(try await failure(file.path) == .empty)
      try Data(repeating: 1, count: 1001).write(to: file)
      #expect(try await failure(file.path) == .tooLarge(limit: 1000))
      #expect(try await failure(file.path, limit: 1001) == nil)
    }
  }

  @Test("each transport answers its own schemes only")
  func schemes() async throws {
    let web = FetchRequest(address: try address("http://127.0.0.1:1/"))
    let file = FetchRequest(address: try address("file:///nowhere/at/all"))
    #expect(await FileTransport().fetch(web).failure == .badScheme)
    #expect(await quickTransport().fetch(file).failure == .badScheme)
    let routing = RoutingTransport(web: OfflineTransport())
    #expect(await routing.fetch(web).failure == .offline)
    #expect(await routing.fetch(file).failure == .unreadableFile(.missing))
  }
}
