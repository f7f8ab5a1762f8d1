import Foundation
import Glibc
import NewsModel
import Phrases
import Reader
import ReaderApp

extension DeskService {
  func save(_ reference: ArticleReference, to path: String, replaces: Bool) async -> Problem? {
    let file = (path as NSString).expandingTildeInPath
    guard replaces || !FileManager.default.fileExists(atPath: file) else { return .fileExists(path) }
    switch await whole(reference) {
    case .failed(let problem): return problem
    case .fetched(let opened):
      let writer = ArticleWriter(phrases: phrases, format: ExportFormat(path: file))
      return Self.write(writer.document(opened), to: file, replaces: replaces)
    }
  }

  func text(of reference: ArticleReference) async -> TextAnswer {
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

  /// What stood there is replaced only once the new file is whole; of a new one that did not fit nothing stays.
  private static func write(_ text: String, to file: String, replaces: Bool) -> Problem? {
    let url = URL(fileURLWithPath: file)
    do {
      try Data(text.utf8).write(to: url, options: replaces ? .atomic : .withoutOverwriting)
      return nil
    } catch let error as CocoaError {
      if !replaces, error.code == .fileWriteOutOfSpace { unlink(file) }
      return switch error.code {
      case .fileWriteOutOfSpace: .diskFull(file)
      case .fileWriteFileExists: .fileExists(file)
      default: .unwritableFolder(url.deletingLastPathComponent().path)
      }
    } catch { return .unwritableFolder(url.deletingLastPathComponent().path) }
  }
}
