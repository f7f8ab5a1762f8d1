import DemoEdition
import Foundation
import NewsCache
import NewsModel
import Newsroom
import Testing

@Suite("Beside an article")
struct BesideTests {
  @Test("Related holds the two other articles of the same event first")
  func sameEventFirst() async throws {
    let demo = try DemoDesk()
    _ = try await demo.follow()
    _ = await demo.desk.refresh(.everything, texts: AheadBudget())
    let bridge = try #require(
      try demo.cache.articles(ArticleQuery(limit: 1000)).first {
        $0.article.address?.path.contains("most-cherez") == true
      })
    let beside = try demo.desk.beside(bridge)
    let paths = beside.related.prefix(2).map { $0.headline.address.path }
    #expect(
      Set(paths.map { $0.split(separator: "/").last ?? "" }) == [
        "skolko-stoil-obezd.html", "chelovek-kotoryy-slushaet-balki.html",
      ])
    #expect(beside.topHeadlines.count >= 5)
    #expect(beside.topHeadlines.allSatisfy { $0.section != nil })
  }

  @Test("search finds any form of a word, in any case, and in the text alone")
  func search() async throws {
    let demo = try DemoDesk()
    _ = try await demo.follow()
    _ = await demo.desk.refresh(.everything, texts: AheadBudget())
    let one = Set(try demo.desk.search("паводок").hits.map(\.listed.id))
    let many = Set(try demo.desk.search("ПАВОДКА").hits.map(\.listed.id))
    #expect(!one.isEmpty)
    #expect(one == many)
    #expect(try demo.desk.search("gfdjljr").reading != nil)
  }

  @Test("a query names a site by its name or its id; a filter that means nothing is told and filters nothing")
  func filters() async throws {
    let demo = try DemoDesk()
    _ = try await demo.follow()
    _ = await demo.desk.refresh(.everything, texts: AheadBudget())
    let all = try demo.desk.search("паводок").hits.map(\.id)
    #expect(!all.isEmpty)
    for name in ["Эхо", "эхо", "\"ЭХО\"", "echo"] {
      let named = try demo.desk.search("site:\(name) паводок")
      #expect(named.hits.map(\.id) == all && named.misread.isEmpty, "\(name)")
    }
    let nobody = try demo.desk.search("паводок site:Степь")
    #expect(nobody.hits.isEmpty && nobody.misread == ["site:Степь"])
    let senseless = try demo.desk.search("is:новое паводок since:позавчера")
    for (typed, misread) in [("паводок is:нов", [String]()), ("паводок is:новое ", ["is:новое"])] {
      #expect(try demo.desk.search(typed, isTyping: true).misread == misread)
    }
    #expect(senseless.hits.map(\.id) == all && senseless.misread == ["is:новое", "since:позавчера"])
  }
}
