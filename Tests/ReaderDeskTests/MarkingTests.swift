import Configuration
import Fetching
import Foundation
import GRDB
import NewsModel
import Newsroom
import Phrases
import Reader
import ReaderApp
import TestSupport
import Testing

@testable import NewsCache
@testable import ReaderDesk

@Suite("Marks kept or refused")
struct MarkingTests {
  /// What people do to articles, by the name of the way.
  enum Way: String, CaseIterable {
    case read, unread, saved, notSaved, allOfSection, allOfSite, place
  }

  private static let site = SiteID(rawValue: "steppe")
  private static let section = SectionID(rawValue: "Погода")
  private let folder = ArchiveFolder()
  private let cache: ArticleCache
  private let service: DeskService
  private let ids: [ArticleID]

  init() throws {
    cache = try ArticleCache.open(at: folder.path("archive.sqlite"))
    let feed = try #require(WebAddress("https://steppe.example/feed"))
    let source = Source(site: Self.site, address: feed, kind: .feed, section: Self.section)
    let drafts = (1...3).map {
      ArticleDraft(
        identity: "\($0)", address: WebAddress("https://steppe.example/\($0)"), title: "Ветер \($0)")
    }
    let now = Date(timeIntervalSince1970: 1_769_000_000)
    _ = try cache.store(drafts, from: source, state: SourceState(of: source), now: now)
    ids = try cache.articles(ArticleQuery()).map(\.id).sorted { $0.rawValue < $1.rawValue }
    // Nobody in a test is worth a wait of seconds.
    try cache.writer.write { try $0.execute(sql: "PRAGMA busy_timeout = 10") }
    // What may be taken off must be there.
    try cache.setStatus([ids[1]], read: true, saved: true)
    let desk = NewsDesk(cache: cache, sites: NoSites(), transport: OfflineTransport(), now: { now })
    service = DeskService(
      desk: desk, phrases: Phrasebook(language: .en), lastVisit: nil, mutes: MuteList(store: nil))
  }

  /// Does it, and tells what prevented it.
  private func change(_ way: Way) async -> Problem? {
    switch way {
    case .read: return await service.mark([ids[0]], .read(true))
    case .unread: return await service.mark([ids[1]], .read(false))
    case .saved: return await service.mark([ids[0]], .saved(true))
    case .notSaved: return await service.mark([ids[1]], .saved(false))
    case .allOfSection: return problem(await service.markAllRead(Self.site, section: Self.section))
    case .allOfSite: return problem(await service.markAllRead(Self.site, section: nil))
    case .place: return await service.savePosition(40, in: ids[0])
    }
  }

  private func problem(_ answer: MarkingAnswer) -> Problem? {
    if case .failed(let problem) = answer { problem } else { nil }
  }

  /// What is kept of the articles, as another process reads it.
  private func statuses() throws -> [ArticleStatus] {
    let other = try ArticleCache.open(at: folder.path("archive.sqlite"))
    return try ids.map { try #require(try other.article($0)).status }
  }

  @Test("What is told to be kept is kept", arguments: Way.allCases)
  func kept(way: Way) async throws {
    let before = try statuses()
    let problem = await change(way)
    #expect(problem == nil)
    #expect(try statuses() != before)
  }

  @Test("On a full disk every change is refused, says so, and leaves all as it was", arguments: Way.allCases)
  func fullDisk(way: Way) async throws {
    let before = try statuses()
    try fillDisk()
    let problem = await change(way)
    #expect(problem == .diskFull(folder.path("archive.sqlite")))
    #expect(try statuses() == before)
  }

  private func fillDisk() throws {
    try cache.writer.write { db in
      // Every change of a status needs more room than there is.
      try db.execute(
        sql: """
          CREATE TABLE ballast (bytes BLOB);
          CREATE TRIGGER made AFTER INSERT ON status BEGIN INSERT INTO ballast VALUES (zeroblob(100000)); END;
          CREATE TRIGGER changed AFTER UPDATE ON status BEGIN INSERT INTO ballast VALUES (zeroblob(100000)); END;
          """)
    }
    try cache.writer.write { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages + 1)")
    }
  }

  @Test(
    "While another process holds the archive every change is refused, says so, and leaves all as it was",
    arguments: Way.allCases)
  func locked(way: Way) async throws {
    let before = try statuses()
    var configuration = GRDB.Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: folder.path("archive.sqlite"), configuration: configuration)
    try run("BEGIN IMMEDIATE", on: other)
    let refusal = await change(way)
    #expect(refusal != nil)
    try run("ROLLBACK", on: other)
    #expect(try statuses() == before)
    let again = await change(way)
    #expect(again == nil)
  }

  private func run(_ sql: String, on database: DatabaseQueue) throws {
    try database.inDatabase { try $0.execute(sql: sql) }
  }

  @Test("All of a section read tells exactly those that were not, whoever had read the others")
  func exactly() async throws {
    try ArticleCache.open(at: folder.path("archive.sqlite")).setStatus([ids[2]], read: true)
    let first = await service.markAllRead(Self.site, section: Self.section)
    #expect(first == .marked([ids[0]]))
    let second = await service.markAllRead(Self.site, section: Self.section)
    #expect(second == .marked([]))
  }

  @Test("What hides is told to be kept only where its file took it, and hides nothing else")
  func muting() async throws {
    let blocked = folder.path("blocked")
    try Data().write(to: URL(fileURLWithPath: blocked))
    let mutes = MuteList(store: MuteFile(URL(fileURLWithPath: blocked + "/muted.yaml")))
    #expect(throws: MuteFile.Refusal.self) { try mutes.add(.word("ветер")) }
    #expect(mutes.rules.isEmpty)
    #expect(mutes.shows("Ветер 1", site: Self.site))
  }
}

/// Nothing is followed.
private struct NoSites: SiteStore {
  let capacity = 0
  func sites() -> [Site] { [] }
  func save(_ site: Site) throws {}
  func remove(_ id: SiteID) throws -> Bool { false }
}

/// A folder that is gone with the test.
private final class ArchiveFolder: Sendable {
  private let url = FileManager.default.temporaryDirectory.appendingPathComponent(
    "marks-\(UUID().uuidString)")

  init() { try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
