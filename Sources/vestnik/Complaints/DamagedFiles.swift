import NewsCache
import Phrases

extension Phrasebook {
  /// A sentence for each damaged archive beside another that waits to be saved from.
  func damagedFiles(beside path: String) -> [String] {
    ArticleCache.damagedFiles(beside: path).map { text(.cliWaiting, ["path": $0]) }
  }
}
