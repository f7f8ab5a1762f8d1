import Foundation
import NewsModel
import PageParsing
import TestSupport
import Testing

/// Pages broken at random, the same way on every machine: nothing crashes, nothing takes long, nothing leaks.
@Suite("Mutated pages")
struct PageMutationTests {
  private static let now = Date(timeIntervalSince1970: 1_768_953_600)

  private static let pieces = [
    "<div>", "</div>", "<table><tr><td>", "</table>", "<ul><li>", "<p>", "</p>", "<a href='javascript:x'>",
    "<a href=/x>",
    "<nav>", "<article>", "<h1>", "<!--", "-->",
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",", "</script>",
    "\u{0}", "\u{1B}[2J", "\u{202E}", "&#27;", "&#x202e;", "&amp;amp;", "<img src=x srcset='",
    "<time datetime='9999999-99-99'>",
    "<meta property='article:published_time' content='-1'>", "<base href='::'>", "<figure>", "<blockquote>",
    "\u{FFFE}",
    "99999999999999999999.12.2024", "<ol start='-99999999999999999999'>", "<td colspan=99999999>", "<style>",
    "<title>",
  ]

  @Test("Mutated pages are read without a crash and without a control character")
  func mutated() async throws {
    let sources = try [
      "Sites/regional-front.html", "Articles/microdata-most/page.html",
      "Articles/wordpress-blocks-sud/page.html",
    ]
    .map { [UInt8](try Fixture.bytes($0)) }
    var generator = SeededGenerator(seed: 20_260_121)
    var slowest = Duration.zero
    for await _ in Stress.rounds(50_000) {
      var bytes = sources[Int.random(in: 0..<sources.count, using: &generator)]
      for _ in 0..<Int.random(in: 1...12, using: &generator) { Self.mutate(&bytes, &generator) }
      guard bytes.count <= 256 << 10 else { continue }
      let elapsed = Self.time(Data(bytes))
      #expect(elapsed <= TimeBound.oneInput, "\(bytes.count) bytes")
      slowest = max(slowest, elapsed)
      let page = PageText(
        Data(bytes), contentType: nil, address: WebAddress("https://vesti.example/a/b.html"))
      if let article = ArticleExtractor.article(in: page, now: Self.now) {
        let text = article.document.title + article.document.plainText + article.document.authors.joined()
        #expect(!text.unicodeScalars.contains { $0 != "\n" && CleanText.isRefused($0) })
        #expect(!PageJSON.article(article, page: page).isEmpty)
      }
      let site = SitePageReader.site(in: page, now: Self.now)
      #expect(site.sections.allSatisfy { $0.address?.scheme != "file" })
    }
    Stress.tell("mutated pages: \(Stress.count(50_000)), the slowest \(TimeBound.text(slowest))")
  }

  @Test(
    "Hostile shapes of a quarter of a megabyte are read in time",
    arguments: [
      "<div>", "<div class='menu'>", "<a href='/x'>", "<li><a href='/novosti/x'>Новости</a>",
      "<table><tr><td>", "<b>", "<p>слово, ",
      "<figure>", "<h2>Читайте также", "<ul class=menu><li><a href=/a>Раздел", "<time>",
      "<section class=related><a href=/n/12345>Длинный заголовок новости",
      "<!--", "<a ", "&#", "<div class=author>Автор: ", "<p><p", "</i>",
      "<nav><div class='top date author title'>1 ",
    ])
  func hostile(piece: String) {
    let text = String(repeating: piece, count: 250_000 / piece.utf8.count)
    let elapsed = Self.time(Data(text.utf8))
    Stress.tell("hostile page, \(piece): \(TimeBound.text(elapsed))")
    #expect(elapsed <= TimeBound.oneInput, "\(elapsed)")
  }

  /// The longer of the times that an article and a site's page take, each read from the bytes.
  private static func time(_ bytes: Data) -> Duration {
    func page() -> PageText {
      PageText(
        bytes, contentType: "text/html; charset=utf-8", address: WebAddress("https://vesti.example/"))
    }
    return max(
      TimeBound.time { _ = ArticleExtractor.article(in: page(), now: now) },
      TimeBound.time { _ = SitePageReader.site(in: page(), now: now) })
  }

  @Test("Nothing of more than eight megabytes is parsed")
  func refused() {
    let page = PageText(Data(repeating: 0x61, count: 9 << 20), contentType: nil, address: nil)
    #expect(ArticleExtractor.article(in: page, now: Self.now) == nil)
  }

  private static func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...400, using: &generator)))
    case 2:
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      bytes.insert(
        contentsOf: String(repeating: piece, count: Int.random(in: 1...40, using: &generator)).utf8, at: place
      )
    case 3: bytes.removeSubrange(place...)
    case 4:
      let end = min(bytes.count, place + Int.random(in: 1...2000, using: &generator))
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
    default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
    }
  }
}
