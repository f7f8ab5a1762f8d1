import DemoEdition
import Fetching
import Foundation
import NewsCache
import NewsModel
import Newsroom
import Synchronization
import Testing

@Suite("Refreshing")
struct RefreshTests {
  @Test("the first refresh brings every article once, with its sections and dates")
  func firstRefresh() async throws {
    let demo = try DemoDesk()
    let site = try await demo.follow()
    let summary = await demo.desk.refresh(.everything)
    #expect(summary.failures.isEmpty)
    let count = EchoSite(now: DemoDesk.moment).paths.count {
      $0.split(separator: "/").count == 2 && $0.hasSuffix("html")
    }
    let all = try demo.cache.articles(ArticleQuery(limit: 1000))
    #expect(all.count == count)
    #expect(summary.newArticles == count)
    #expect(Set(all.compactMap(\.article.address)).count == count)
    #expect(all.allSatisfy { $0.article.published != nil && !$0.article.sections.isEmpty })
    #expect(all.allSatisfy { !$0.article.summary.isEmpty })
    let kazakh = all.filter { $0.article.language == "kk" }
    #expect(kazakh.count == 6)
    #expect(all.count { $0.article.language == "tt" } == 4)
    let law = try demo.desk.newest(site: site.id, section: SectionID(rawValue: "Человек и закон"), limit: 100)
    #expect(law.count == 7)
    #expect(law.allSatisfy { !$0.article.title.contains("\u{FFFD}") })
    let nested = try demo.desk.newest(site: site.id, section: SectionID(rawValue: "Разделы"), limit: 100)
    #expect(nested.count == 20)
  }

  @Test("the second refresh is all 304 and changes nothing")
  func secondRefresh() async throws {
    let demo = try DemoDesk()
    let site = try await demo.follow()
    _ = await demo.desk.refresh(.everything)
    demo.transport.reset()
    let before = try demo.cache.articles(ArticleQuery(limit: 1000))
    let summary = await demo.desk.refresh(.everything)
    #expect(demo.transport.counts.notModified == site.sources.count)
    #expect(demo.transport.counts.fetched == 0)
    #expect(summary.unchanged == site.sources.count)
    #expect(summary.newArticles == 0)
    #expect(try demo.cache.articles(ArticleQuery(limit: 1000)) == before)
  }

  @Test("without a network a refresh says so and everything stays")
  func offline() async throws {
    let demo = try DemoDesk()
    _ = try await demo.follow()
    _ = await demo.desk.refresh(.everything)
    let before = try demo.cache.articles(ArticleQuery(limit: 1000))
    demo.transport.cut()
    let summary = await demo.desk.refresh(.everything)
    #expect(summary.wasOffline)
    #expect(try demo.cache.articles(ArticleQuery(limit: 1000)) == before)
    #expect(demo.desk.lastSuccess(of: nil) == DemoDesk.moment)
  }

  @Test("a source that fails waits before it is asked again, unless its site is asked for by name")
  func backoff() async throws {
    let demo = try DemoDesk()
    var site = try await demo.follow()
    site.feeds.append(try #require(WebAddress("https://echo.example/gone.xml")))
    try demo.sites.save(site)
    #expect(await demo.desk.refresh(.everything).failures.count == 1)
    let second = await demo.desk.refresh(.everything)
    #expect(second.failures.isEmpty)
    #expect(
      second.outcomes.contains { outcome in
        if case .notYet(let until, true) = outcome.result { until > DemoDesk.moment } else { false }
      })
    #expect(await demo.desk.refresh(.site(site.id)).failures.count == 1)
  }

  @Test("progress is told from nothing to all of it")
  func progress() async throws {
    let demo = try DemoDesk()
    let site = try await demo.follow()
    let steps = Steps()
    _ = await demo.desk.refresh(.everything) { step in steps.add(step.done) }
    #expect(steps.all == Array(0...site.sources.count))
  }

  @Test("a section's refresh asks its own sources alone")
  func sectionScope() async throws {
    let demo = try DemoDesk()
    let site = try await demo.follow()
    demo.transport.reset()
    let summary = await demo.desk.refresh(.section(site.id, SectionID(rawValue: "Разделы")))
    #expect(
      Set(summary.outcomes.map(\.source.address.path)) == [
        "/personalno/rss.xml", "/derzhat-kurs/rss.xml", "/strategiya/rss.xml",
      ])
  }

  @Test("full texts come with a refresh that asks for them, and a text is readable without a network")
  func fullTexts() async throws {
    let demo = try DemoDesk()
    _ = try await demo.follow()
    let summary = await demo.desk.refresh(.everything, texts: AheadBudget())
    let all = try demo.cache.articles(ArticleQuery(limit: 1000))
    #expect(summary.ahead.texts == all.count)
    demo.transport.cut()
    for listed in all {
      let document = try #require(try demo.desk.cachedDocument(listed.id))
      #expect(document.plainText.split(separator: " ").count > 100, "\(listed.article.title)")
      #expect(document.title == listed.article.title)
    }
  }
}

/// What a refresh told, in order.
private final class Steps: Sendable {
  private let steps = Mutex<[Int]>([])

  func add(_ step: Int) { steps.withLock { $0.append(step) } }
  var all: [Int] { steps.withLock { $0 } }
}
