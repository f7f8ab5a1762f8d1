import Exporting
import Foundation
import Glibc
import NewsModel
import Phrases
import Reader
import ReaderApp

extension DeskService {
  package func save(_ reference: ArticleReference, to path: String, replaces: Bool) async -> Problem? {
    let file = (path as NSString).expandingTildeInPath
    let format: ExportFormat
    do throws(ExportFormat.UnknownSuffix) { format = try ExportFormat(path: file) } catch {
      return Problem(error)
    }
    guard replaces || !FileManager.default.fileExists(atPath: file) else { return .fileExists(path) }
    switch await whole(reference) {
    case .failed(let problem): return problem
    case .fetched(let opened):
      let writer = ArticleWriter(phrases: phrases, format: format)
      return WholeFile.write(writer.document(opened), to: file, replaces: replaces)
    }
  }

  package func text(of reference: ArticleReference) async -> TextAnswer {
    switch await whole(reference) {
    case .failed(let problem): .failed(problem)
    case .fetched(let opened): .text(ArticleWriter(phrases: phrases, format: .text).plain(opened))
    }
  }

  /// An article with its text, from the cache or the network; without one where only a summary is to be had.
  private func whole(_ reference: ArticleReference) async -> FetchAnswer {
    let kept = await keptArticle(reference)
    if let kept, kept.document != nil { return .fetched(kept) }
    let answer = await fetchedArticle(reference)
    guard case .failed = answer, let kept, !kept.listed.article.summary.isEmpty else { return answer }
    return .fetched(kept)
  }
}
