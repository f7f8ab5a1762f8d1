import Foundation
import Language
import NewsModel
import Newsroom
import PageParsing
import Phrases
import Reader
import ReaderDesk
import Threads

extension Program {
  /// The article that a number, an address or a file means, with its text: from the cache, else fetched.
  func opened(_ name: String) throws -> OpenedArticle {
    if Int64(name) != nil { return try withText(article(named: name)) }
    guard let address = PastedAddress.candidates(for: name).first else {
      throw ProgramFailure(.notAnAddress(CleanText.line(name, limit: 200)))
    }
    if let kept = try? newsroom.article(at: address) { return try withText(kept) }
    let desk = newsroom
    let result = AsyncBridge.wait { await desk.extract(address) }
    do { return OpenedArticle(passing: try result.get(), at: address, now: desk.now()) } catch {
      throw ProgramFailure(Problem(error))
    }
  }

  private func withText(_ listed: ListedArticle) throws -> OpenedArticle {
    let desk = newsroom
    if let document = try? desk.cachedDocument(listed.id) { return opened(listed, document: document) }
    switch AsyncBridge.wait(for: { await desk.fetchDocument(of: listed.article) }) {
    case .success(let document): return opened(listed, document: document)
    case .failure(let failure):
      // A summary is better than nothing; standard error says why there is no more, where there might be.
      guard !listed.article.summary.isEmpty else { throw ProgramFailure(Problem(failure)) }
      if failure != .noPage { Output.error(phrases.sentence(for: Problem(failure))) }
      return opened(listed, document: nil)
    }
  }

  private func opened(_ listed: ListedArticle, document: ArticleDocument?) -> OpenedArticle {
    OpenedArticle(
      listed: listed, document: document,
      source: newsroom.site(listed.article.site)?.name,
      history: (try? newsroom.history(of: listed.id)) ?? ArticleHistory())
  }
}

extension OpenedArticle {
  /// An article that is kept nowhere: reader mode.
  init(passing extracted: ExtractedArticle, at address: WebAddress, now: Date) {
    let document = extracted.document
    let article = Article(
      id: ArticleID(rawValue: 0), site: SiteID(rawValue: ""), address: extracted.canonical ?? address,
      title: document.title, summary: document.summary ?? "", authors: document.authors, tags: document.tags,
      published: document.published, isDayOnly: document.isDayOnly, modified: document.modified,
      firstSeen: now, language: document.language,
      picture: document.picture, hasDocument: true)
    self.init(
      listed: ListedArticle(article: article, status: ArticleStatus()), document: document,
      source: extracted.siteName)
  }
}
