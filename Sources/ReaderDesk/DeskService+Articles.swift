import Foundation
import NewsModel
import Newsroom
import Phrases
import Reader
import ReaderApp

extension DeskService {
  package func keptArticle(_ reference: ArticleReference) async -> OpenedArticle? {
    guard let listed = listed(reference) else { return nil }
    return opened(listed, document: try? desk.cachedDocument(listed.id))
  }

  package func fetchedArticle(_ reference: ArticleReference) async -> FetchAnswer {
    guard let listed = listed(reference) else { return await fetchedPage(of: reference) }
    switch await desk.fetchDocument(of: listed.article) {
    case .failure(let failure): return .failed(Problem(failure))
    case .success(let document):
      // Numbers stay, but what the page said of date and authors is known now.
      let kept = (try? desk.article(listed.id)) ?? listed
      return .fetched(opened(kept, document: document))
    }
  }

  /// What no source has told of yet.
  private func fetchedPage(of reference: ArticleReference) async -> FetchAnswer {
    guard case .headline(let headline, let site) = reference else { return .failed(.noSuchArticle("")) }
    switch await desk.fetchArticle(behind: headline, site: site) {
    case .failure(let failure): return .failed(Problem(failure))
    case .success(let listed):
      return .fetched(opened(listed, document: try? desk.cachedDocument(listed.id)))
    }
  }

  package func refresh(
    _ scope: RefreshScope, progress: @escaping @Sendable (Reader.RefreshProgress) -> Void
  ) async -> Reader.RefreshSummary {
    let summary = await desk.refresh(scope) { step in
      progress(
        RefreshProgress(
          done: step.done, total: step.total, newArticles: step.newArticles, waitingFor: step.waitingFor))
    }
    return RefreshSummary(
      newArticles: summary.newArticles, failures: summary.notAnswering, wasCancelled: summary.wasCancelled,
      offlineSince: summary.wasOffline ? desk.lastSuccess(of: nil) ?? desk.now() : nil,
      problem: summary.keepingFailure.map { Problem($0) } ?? Problem(summary.clock, wall: summary.ended),
      wasTooEarly: !summary.outcomes.isEmpty && summary.notAsked == summary.outcomes.count)
  }

  package func fetchAhead(
    _ scope: RefreshScope, progress: @escaping @Sendable (Reader.RefreshProgress) -> Void
  ) async -> AheadSummary {
    let wanted: [SiteID] =
      switch scope {
      case .everything: desk.followed.map(\.id)
      case .site(let site), .section(let site, _): [site]
      }
    let report = await desk.fetchAhead(of: wanted, within: AheadBudget()) { step in
      progress(RefreshProgress(done: step.texts + step.missing, total: step.wanted))
    }
    return AheadSummary(
      texts: report.texts, missing: report.missing,
      problem: report.firstMissing.first.map { Problem($0.failure) }, wireBytes: report.wireBytes,
      isBudgetSpent: report.isBudgetSpent, wasCancelled: Task.isCancelled)
  }

  package func fetchSoon(_ reference: ArticleReference) async -> ArticleID? {
    guard let listed = listed(reference) else { return nil }
    return await desk.fetchSoon(listed.article) ? listed.id : nil
  }

  private func listed(_ reference: ArticleReference) -> ListedArticle? {
    switch reference {
    case .kept(let id): try? desk.article(id)
    case .headline(let headline, let site): try? desk.article(for: headline, site: site)
    }
  }

  private func opened(_ listed: ListedArticle, document: ArticleDocument?) -> OpenedArticle {
    let name = desk.site(listed.article.site)?.name
    let history = (try? desk.history(of: listed.id)) ?? ArticleHistory()
    return OpenedArticle(listed: listed, document: document, source: name, history: history)
  }
}
