import Canvas
import Foundation
import NewsModel
import Reader

/// How fast the reader answers on a screen of 200 × 60 cells: frames of real views, an article of 200 kB that is
/// opened, a line that is scrolled, the ticker's step.
enum ReaderBenchmarks {
  private static let size = CellSize(columns: 200, rows: 60)
  private static let now = Date(timeIntervalSince1970: 1_768_999_200)
  private static let longBytes = 200_000

  static var tasks: [Benchmark] {
    guard let front = front() else { return [] }
    var waiting = front
    let effects = send(.key(KeyChord(.enter)), to: &waiting)
    guard let arrival = effects.lazy.compactMap({ arrival(after: $0) }).first else { return [] }
    var article = waiting
    send(arrival, to: &article)
    var (painter, ticking) = (Painter(), front)
    return [
      task("reader/front") { View.frame(of: front).rows },
      task("reader/article") { View.frame(of: article).rows },
      Benchmark(name: "reader/open-200kB", size: longBytes, unit: "B") {
        var state = waiting
        send(arrival, to: &state)
        return View.frame(of: state).rows
      },
      task("reader/scroll-a-line") {
        send(.key(.character("j")), to: &article)
        return View.frame(of: article).rows
      },
      task("reader/ticker-step") {
        send(.tick, to: &ticking)
        return painter.frame(of: ticking).rows
      },
    ]
  }

  @discardableResult
  private static func send(_ message: Message, to state: inout ReaderState) -> [Effect] {
    Update.update(&state, message, at: now, instant: .now)
  }

  /// A front page of eight blocks of nine headlines, with a ticker and top news.
  private static func front() -> ReaderState? {
    guard let home = WebAddress("https://news.example/") else { return nil }
    let titles = String(decoding: Prose.russian(bytes: 20_000), as: UTF8.self).split(separator: ".")
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.prefix(72)
    let headlines = titles.enumerated().compactMap { number, title in
      WebAddress("https://news.example/\(number)").map {
        Headline(
          title: title, address: $0, published: now.addingTimeInterval(Double(-600 * number)),
          section: "Раздел \(number / 9)", summary: number.isMultiple(of: 9) ? titles[0] : nil)
      }
    }
    let blocks = stride(from: 0, to: headlines.count, by: 9).map { start in
      FrontPage.Block(title: "Раздел \(start / 9)", headlines: Array(headlines[start...].prefix(9)))
    }
    let site = Site(
      id: SiteID(rawValue: "news"), name: "Новости", home: home, language: "ru",
      sections: blocks.map { Section(title: $0.title) })
    let page = FrontPage(
      ticker: Array(headlines.prefix(8)), blocks: blocks, top: Array(headlines.prefix(12)))
    var state = ReaderState(size: size, settings: ReaderSettings(showsPictures: false), now: now)
    for message in [
      Message.sitesLoaded([site]), .frontLoaded(site.id, Edition(front: ShownFront(page), refreshed: now)),
    ] {
      send(message, to: &state)
    }
    return state
  }

  /// The long article that answers the question for one.
  private static func arrival(after effect: Effect) -> Message? {
    guard case .loadArticle(let reference) = effect else { return nil }
    let paragraphs = String(decoding: Prose.russian(bytes: longBytes), as: UTF8.self)
      .components(separatedBy: "\n\n")
    let article = Article(
      id: ArticleID(rawValue: 1), site: SiteID(rawValue: "news"), address: nil, title: "Длинная статья",
      published: now, firstSeen: now, language: "ru", hasDocument: true)
    let document = ArticleDocument(
      title: article.title, published: now, language: "ru",
      blocks: paragraphs.map { .paragraph([Inline($0)]) })
    let listed = ListedArticle(article: article, status: ArticleStatus())
    return .articleLoaded(reference, OpenedArticle(listed: listed, document: document, source: "Новости"))
  }

  private static func task(_ name: String, _ body: @escaping () -> Int) -> Benchmark {
    Benchmark(name: name, size: size.columns * size.rows, unit: "cells", body: body)
  }
}
