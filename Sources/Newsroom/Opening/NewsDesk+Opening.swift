import FeedParsing
import Fetching
import Foundation
import NewsCache
import NewsModel
import PageParsing

/// Why an article's text is not here.
package enum OpeningFailure: Error, Hashable, Sendable {
  case noSuchArticle
  /// Its source names no page: what it told is all there is.
  case noPage
  case fetch(FetchFailure, WebAddress)
  /// The page was read and holds no article.
  case noText(WebAddress)
  /// What came is no text that could be read as anything: a picture, an archive, nothing but white space.
  case notText(FeedResult.Reason, WebAddress)
  case cache(CacheError)

  /// Whether the site says that there is no such page.
  fileprivate var tellsOfRemoval: Bool {
    switch self {
    case .fetch(.status(404, _), _), .fetch(.status(410, _), _): true
    default: false
    }
  }
}

extension NewsDesk {
  /// What a page's headline or a link in a text leads to, where it is kept.
  package func article(for headline: Headline, site: SiteID) throws(CacheError) -> ListedArticle? {
    try cache.article(address: headline.address, site: site)
  }

  /// Fetches the page that a headline or a link in a text leads to and keeps it as an article of the site; a page that
  /// gives no text leaves nothing behind.
  package func fetchArticle(
    behind headline: Headline, site id: SiteID
  ) async -> Result<ListedArticle, OpeningFailure> {
    let site = sites.site(id)
    switch await readPage(headline.address, site: site, priority: .reader) {
    case .failure(let failure): return .failure(failure)
    case .success(let page):
      let document = page.extracted.document
      var headline = headline
      if headline.published == nil {
        (headline.published, headline.isDayOnly) = (document.published, document.isDayOnly)
      }
      return await work.run { [headline] in
        do throws(CacheError) {
          let section = site?.section(titled: headline.section)
          let number = try cache.ensureArticle(for: headline, site: id, section: section, now: clock.moment)
          try cache.storeDocument(
            document, for: number, names: [page.extracted.canonical].compactMap(\.self), now: clock.moment)
          guard let kept = try cache.article(number) else { return .failure(.noSuchArticle) }
          return .success(kept)
        } catch {
          return .failure(.cache(error))
        }
      }
    }
  }

  /// An article's text as the cache has it.
  package func cachedDocument(_ id: ArticleID) throws(CacheError) -> ArticleDocument? {
    try cache.document(id)
  }

  /// What became of an article after it was first kept.
  package func history(of id: ArticleID) throws(CacheError) -> ArticleHistory {
    try cache.history(of: id)
  }

  /// Fetches an article's page, understands it, keeps its text. A page that is no more (404, 410) is noted; what was
  /// kept of the article stays.
  package func fetchDocument(
    of article: Article, priority: FetchRequest.Priority = .reader
  ) async -> Result<ArticleDocument, OpeningFailure> {
    let site = sites.site(article.site)
    return await fetchPage(of: article, site: site, priority: priority)
      .map(\.extracted.document)
  }

  /// The same, with what it cost.
  func fetchPage(
    of article: Article, site: Site?, priority: FetchRequest.Priority
  ) async -> Result<ReadPage, OpeningFailure> {
    guard let address = article.address else { return .failure(.noPage) }
    switch await readPage(address, site: site, priority: priority) {
    case .failure(let failure):
      if failure.tellsOfRemoval { await work.run { try? cache.markRemoved(article.id, at: clock.moment) } }
      return .failure(failure)
    case .success(var page):
      // A page that is called as its site is known better by what led to it.
      if page.extracted.document.title == site?.name { page.extracted.document.title = article.title }
      return await work.run { [page] in
        do throws(CacheError) {
          try cache.storeDocument(
            page.extracted.document, for: article.id, names: [page.extracted.canonical].compactMap(\.self),
            now: clock.moment)
          return .success(page)
        } catch {
          return .failure(.cache(error))
        }
      }
    }
  }

  /// The article behind any address, kept nowhere: reader mode.
  package func extract(
    _ address: WebAddress, site: Site? = nil, priority: FetchRequest.Priority = .reader
  ) async -> Result<ExtractedArticle, OpeningFailure> {
    await readPage(address, site: site, priority: priority).map(\.extracted)
  }

  /// An article with all the pages its site cuts it into: what cannot be had of them is left out.
  private func readPage(
    _ address: WebAddress, site: Site?, priority: FetchRequest.Priority
  ) async -> Result<ReadPage, OpeningFailure> {
    var result = await readOnePage(address, site: site, priority: priority)
    var seen: Set<WebAddress> = [address]
    while case .success(let read) = result, seen.count < ArticleParts.maximum, !Task.isCancelled,
      let next = ArticleParts.continuation(of: read.extracted, at: address), seen.insert(next).inserted,
      case .success(let page) = await readOnePage(next, site: site, priority: priority)
    {
      let whole = ArticleParts.joined(read.extracted, page.extracted)
      result = .success(ReadPage(extracted: whole, wireBytes: read.wireBytes + page.wireBytes))
    }
    return result
  }

  private func readOnePage(
    _ address: WebAddress, site: Site?, priority: FetchRequest.Priority
  ) async -> Result<ReadPage, OpeningFailure> {
    let request = FetchRequest(address: address, limitBytes: bodyLimit, priority: priority)
    switch await transport.fetch(request) {
    case .failed(let failure): return .failure(.fetch(failure, address))
    case .notModified: return .failure(.fetch(.empty, address))
    case .fetched(let body):
      if let reason = FeedParser.wantOfText(in: body.bytes, contentType: body.contentType) {
        return .failure(.notText(reason, address))
      }
      let page = PageText(body.bytes, contentType: body.contentType, address: body.address)
      let extracted = ArticleExtractor.article(
        in: page, rules: site?.rules ?? SiteRules(), timeZone: site?.zone, now: now())
      guard let extracted, !extracted.document.blocks.isEmpty else { return .failure(.noText(address)) }
      return .success(ReadPage(extracted: extracted, wireBytes: body.wireBytes))
    }
  }

  /// The bytes of a picture: kept ones, else from the network, bounded.
  package func picture(_ address: WebAddress) async -> Data? {
    if let kept = await work.read({ pictures.bytes(of: address) }) { return kept }
    let request = FetchRequest(
      address: address, limitBytes: PictureStore.limitBytes, wanted: .picture, priority: .reader)
    guard case .fetched(let body) = await transport.fetch(request) else { return nil }
    await work.run { pictures.keep(body.bytes, of: address) }
    return body.bytes
  }
}

/// A page that was fetched and understood.
struct ReadPage: Sendable {
  var extracted: ExtractedArticle
  /// What came over the wire.
  let wireBytes: Int
}
