import Foundation
import GRDB
import NewsModel
import Testing

@testable import NewsCache

@Suite("While another program writes")
struct ForeignWriterTests {
  private let folder: TemporaryFolder
  private let path: String
  private let ids: [ArticleID]

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path()
    let cache = try ArticleCache.open(at: path)
    ids = try cache.store([Sample.draft("one", text: "слово"), Sample.draft("two")]).new
    try cache.writer.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    try cache.writer.close()
  }

  /// Holds the lock of writers while a body runs, as a program that is not ours would.
  private func whileHeld(
    _ kind: Database.TransactionKind = .immediate, _ body: (DatabaseQueue) throws -> Void
  ) throws {
    // A transaction that outlives one access of the database is what is wanted here.
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: path, configuration: configuration)
    try other.inDatabase { try $0.beginTransaction(kind) }
    try body(other)
    try? other.inDatabase { try $0.rollback() }
  }

  @Test("it is opened at once, and all that only reads works", arguments: [false, true])
  func reading(isExclusive: Bool) throws {
    try whileHeld(isExclusive ? .exclusive : .immediate) { _ in
      let begun = ContinuousClock.now
      let cache = try ArticleCache.open(at: path, isReading: true)
      #expect(begun.duration(to: .now) < .seconds(5))
      #expect(cache.isWaiting && !cache.isReadOnly)
      #expect(try cache.articles(ArticleQuery()).count == 2)
      #expect(try cache.titles("слово").count == 1)
      #expect(try cache.document(ids[0]) != nil && cache.statistics().articles == 2)
    }
  }

  @Test("a mark made meanwhile is kept once the other has ended")
  func marking() throws {
    var cache: ArticleCache?
    try whileHeld { _ in cache = try ArticleCache.open(at: path, isReading: true) }
    let waiting = try #require(cache)
    try waiting.setStatus([ids[1]], saved: true)
    #expect(!waiting.isWaiting)
    #expect(try waiting.article(ids[1])?.status.isSaved == true)
    #expect(try ArticleCache.open(at: path).article(ids[1])?.status.isSaved == true)
  }

  @Test("who is to write waits, and is told the reason")
  func writing() throws {
    try whileHeld { _ in
      #expect(throws: CacheError.busy(path: path)) { try ArticleCache.open(at: path, patience: 0.05) }
    }
  }
}
