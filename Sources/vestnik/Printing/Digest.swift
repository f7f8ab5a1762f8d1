import Foundation
import NewsCache
import NewsModel
import Newsroom
import Phrases
import Reader
import ReaderDesk

/// The top news, to be written as one document.
struct Digest {
  /// «Главное · 21 января 2026».
  let title: String
  /// The best first; with their texts where those are wanted and kept.
  let articles: [OpenedArticle]

  /// Its articles under one title: a heading each, then facts, then the summary or the text.
  func blocks(_ phrases: Phrasebook) -> [Block] {
    guard !articles.isEmpty else { return [.paragraph([Inline(phrases[.nothingBeside])])] }
    return articles.flatMap { opened -> [Block] in
      let article = opened.listed.article
      let facts = opened.facts(phrases).joined(separator: " · ")
      var blocks: [Block] = [.heading(level: 2, [Inline(article.title, link: article.address)])]
      if !facts.isEmpty { blocks.append(.paragraph([Inline(facts, style: .emphasis)])) }
      if let document = opened.document {
        return blocks + document.blocks.map(\.lowered)
      }
      return blocks + article.summary.split(separator: "\n\n").map { .paragraph([Inline(String($0))]) }
    }
  }
}

extension Program {
  func digest(of site: Site?, since: Date?, limit: Int, isWhole: Bool) throws -> Digest {
    let names = Dictionary(
      newsroom.followed.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    do {
      let articles = try newsroom.top(site: site?.id, since: since, limit: limit).map { listed in
        OpenedArticle(
          listed: listed, document: isWhole ? try newsroom.cachedDocument(listed.id) : nil,
          source: names[listed.article.site])
      }
      let title = phrases.text(.cliDigest, ["date": phrases.longDate(newsroom.now())])
      return Digest(title: title, articles: articles)
    } catch let error as CacheError { throw ProgramFailure(Problem(error)) }
  }
}

extension Block {
  /// A heading one level down, for a text that stands under a heading of its own.
  fileprivate var lowered: Block {
    if case .heading(let level, let inlines) = self { .heading(level: level + 1, inlines) } else { self }
  }
}
