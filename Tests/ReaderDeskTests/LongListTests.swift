import NewsCache
import NewsModel
import Reader
import ReaderApp
import ReaderDesk
import Testing

@Suite("Lists without an end")
struct LongListTests {
  private static let count = 3_000
  private static let list = ListQuery.site(DeskBench.site)
  private let bench: DeskBench

  init() throws {
    bench = try #require(try DeskBench())
    try bench.keep((0..<Self.count).map { ("Объявление \($0)", "a\($0)") })
  }

  /// All rows of a list as they come one window after another.
  private func rows(_ order: ListOrder) async -> [String] {
    var titles: [String] = []
    while titles.count < Self.count {
      let listing = await bench.service.listing(Self.list, order: order, part: .around(titles.count))
      guard let window = listing.window, window.total == Self.count,
        (window.start..<window.start + listing.stories.count).contains(titles.count)
      else { break }
      titles += listing.stories.map(\.title).dropFirst(titles.count - window.start)
    }
    return titles
  }

  private func read(_ numbers: some Sequence<Int>) async throws {
    let articles = try bench.cache.articles(ArticleQuery(limit: Self.count))
    _ = await bench.service.mark(numbers.map { articles[$0].id }, .read(true))
  }

  @Test("A long list comes in windows, to its last row, in every order, each row once")
  func windows() async throws {
    try await read(stride(from: 0, to: Self.count, by: 3))
    let newest = await rows(.newest)
    #expect(newest == (0..<Self.count).map { "Объявление \($0)" })
    #expect(await rows(.oldest) == newest.reversed())
    let unread = await rows(.unreadFirst)
    #expect(unread.prefix(2_000) == ArraySlice(newest.indices.filter { $0 % 3 != 0 }.map { newest[$0] }))
    #expect(Set(unread) == Set(newest))
    #expect(await Set(rows(.top)) == Set(newest))
  }

  @Test("The next unread row is found however far it is", arguments: ListOrder.allCases)
  func unread(order: ListOrder) async throws {
    let unread = [5, 700, 2_900]
    try await read((0..<Self.count).filter { !unread.contains($0) })
    let titles = await rows(order)
    let places = titles.indices.filter { index in unread.contains { titles[index] == "Объявление \($0)" } }
    #expect(places.count == 3)
    for row in [0, 1_500, Self.count - 1] {
      for isForward in [true, false] {
        let part = ListPart.unread(from: row, isForward: isForward)
        let window = await bench.service.listing(Self.list, order: order, part: part).window
        let wanted = isForward ? places.first { $0 > row } : places.last { $0 < row }
        #expect(window?.sought == wanted.map { .found($0) } ?? .nothing, "\(row) \(isForward) \(places)")
      }
    }
  }

  @Test("All of a long list becomes read, what is not at hand too")
  func markAll() async throws {
    guard case .marked(let ids) = await bench.service.markAllRead(DeskBench.site, section: nil) else {
      Issue.record("not marked")
      return
    }
    #expect(ids.count == Self.count)
    #expect(await bench.service.edition(of: DeskBench.site).unreadTotal == 0)
  }

  @Test("Where something is muted, rows are counted as they are shown")
  func muted() async throws {
    #expect(await bench.service.mute(.word("2999")) == nil)
    let listing = await bench.service.listing(Self.list, order: .newest, part: .around(0))
    #expect(listing.window == nil && listing.stories.count == Self.count - 1)
  }
}
