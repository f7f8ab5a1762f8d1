import Foundation
import NewsModel
import Synchronization
import TestSupport
import Testing

@testable import NewsCache

@Suite("Several users of one file")
struct ConcurrencyTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("many that open a new file at once all succeed")
  func openingRace() async throws {
    for await round in Stress.rounds(1000) {
      let path = folder.path("\(round).sqlite")
      try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<6 {
          group.addTask { try ArticleCache.open(at: path).store([Sample.draft("r\(number)")]).new.count }
        }
        for try await count in group { #expect(count == 1) }
      }
      #expect(try ArticleCache.open(at: path).count(ArticleQuery()) == 6)
    }
  }

  @Test("many that open a damaged file at once move it aside once and lose nothing")
  func damagedRace() async throws {
    for await round in Stress.rounds(300) {
      let path = folder.path("damaged-\(round).sqlite")
      try Data(repeating: 0x5A, count: 9000).write(to: URL(fileURLWithPath: path))
      let damaged = try await withThrowingTaskGroup(of: String?.self) { group in
        for number in 0..<4 {
          group.addTask {
            let (cache, damaged) = try ArticleCache.openOrBegin(at: path, now: Sample.now)
            try cache.store([Sample.draft("r\(number)")])
            return damaged
          }
        }
        return try await group.reduce(into: [String]()) { $0 += [$1].compactMap(\.self) }
      }
      #expect(damaged.count == 1)
      #expect(try ArticleCache.open(at: path).count(ArticleQuery()) == 4)
    }
  }

  @Test("a file in use is opened without a wait, one that has to be made waits for who holds the folder")
  func folderLock() throws {
    let (path, new) = (folder.path("in-use.sqlite"), folder.path("new.sqlite"))
    let cache = try ArticleCache.open(at: path)
    try cache.store([Sample.draft("a")])
    try FolderLock.during(path, patience: 1) {
      let count = try ArticleCache.open(at: path).count(ArticleQuery())
      #expect(count == 1)
      #expect(throws: CacheError.busy(path: new)) { try ArticleCache.open(at: new, patience: 0.02) }
      #expect(!FileManager.default.fileExists(atPath: new))
    }
    #expect(try ArticleCache.open(at: new).count(ArticleQuery()) == 0)
  }

  @Test("two that fetch and one that reads lose nothing and see no error")
  func writersAndReader() async throws {
    let path = folder.path()
    let rounds = max(12, Stress.count(1000))
    let isOver = Flag()
    _ = try ArticleCache.open(at: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let reader = try ArticleCache.open(at: path)
        var seen = 0
        while !isOver.isRaised {
          let count = try reader.count(ArticleQuery(section: Sample.news))
          #expect(count >= seen)
          seen = count
          _ = try reader.titles("слово")
        }
      }
      try await withThrowingTaskGroup(of: Void.self) { writers in
        for writer in 0..<2 {
          writers.addTask {
            let cache = try ArticleCache.open(at: path)
            for round in 0..<rounds {
              // Half of the items are the other writer's too.
              let drafts = try (0..<10).map { index in
                try Sample.draft(
                  index < 5 ? "common\(round)-\(index)" : "own\(writer)-\(round)-\(index)", text: "слово")
              }
              let ids = try cache.store(drafts).new
              try cache.setStatus(ids, read: true)
            }
          }
        }
        try await writers.waitForAll()
      }
      isOver.raise()
      try await group.waitForAll()
    }
    let cache = try ArticleCache.open(at: path)
    #expect(try cache.count(ArticleQuery(isUnread: false)) == rounds * 15)
    #expect(try cache.count(ArticleQuery(isUnread: true)) == 0)
    #expect(try cache.verify().isEmpty)
  }
}

/// Tells one task that the others are done.
private final class Flag: Sendable {
  private let state = Mutex(false)

  var isRaised: Bool { state.withLock { $0 } }

  func raise() { state.withLock { $0 = true } }
}
