import Foundation
import Glibc
import NewsModel
import Phrases
import Reader
import ReaderApp

extension DeskService {
  func save(_ reference: ArticleReference, to path: String, replaces: Bool) async -> Problem? {
    let file = (path as NSString).expandingTildeInPath
    let format: ExportFormat
    do throws(ExportFormat.UnknownSuffix) { format = try ExportFormat(path: file) } catch {
      return .unknownSuffix(CleanText.line(error.suffix, limit: 20), known: ExportFormat.usualSuffixes)
    }
    guard replaces || !FileManager.default.fileExists(atPath: file) else { return .fileExists(path) }
    switch await whole(reference) {
    case .failed(let problem): return problem
    case .fetched(let opened):
      let writer = ArticleWriter(phrases: phrases, format: format)
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

  /// Written beside the file first: what stood there is replaced by a whole file or stays, and half a file never
  /// bears the name.
  private static func write(_ text: String, to file: String, replaces: Bool) -> Problem? {
    let url = URL(fileURLWithPath: file)
    let folder = url.deletingLastPathComponent()
    let draft = folder.appendingPathComponent(".vestnik-\(UUID().uuidString)").path
    defer { unlink(draft) }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: draft))
    } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
      return .diskFull(file)
    } catch { return .unwritableFolder(folder.path) }
    // A second name fails where there is a file; file systems without such names claim theirs first.
    let isInPlace =
      replaces
      ? rename(draft, file) == 0
      : link(draft, file) == 0 || errno != EEXIST && claim(file) && rename(draft, file) == 0
    if isInPlace { return nil }
    return errno == EEXIST ? .fileExists(file) : .unwritableFolder(folder.path)
  }

  /// Makes an empty file where there is none.
  private static func claim(_ file: String) -> Bool {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    return descriptor >= 0 && close(descriptor) == 0
  }
}
