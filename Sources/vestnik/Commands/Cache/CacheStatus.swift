import ArgumentParser
import Foundation
import NewsCache
import Phrases
import ReaderDesk

/// `vestnik cache status`.
struct CacheStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show how much the archive holds.",
    discussion: """
      EXAMPLE
        vestnik cache status
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption

  func run() throws {
    let program = try Program(folders: home.folders, offline: true)
    let (newsroom, phrases) = (program.newsroom, program.phrases)
    let statistics: CacheStatistics
    do throws(CacheError) { statistics = try newsroom.statistics() } catch {
      throw ProgramFailure(Problem(error))
    }
    let waiting = phrases.damagedFiles(beside: newsroom.archivePath)
    if output.json {
      try JSONOutput.print(Document(path: newsroom.archivePath, statistics, warnings: waiting))
      return
    }
    Output.line("\(newsroom.archivePath) · \(phrases.size(bytes: statistics.bytes))")
    var parts = [phrases.text(.cliArticles, count: statistics.articles)]
    parts.append(phrases.text(.cliUnread, count: statistics.unread))
    parts.append(phrases.text(.cliSaved, count: statistics.saved))
    parts.append(phrases.text(.cliOfflineTexts, count: statistics.documents))
    parts.append(phrases.text(.cliSources, count: statistics.sources))
    Output.line(parts.joined(separator: " · "))
    if let oldest = statistics.oldest, let newest = statistics.newest {
      Output.line("\(phrases.longDate(oldest)) — \(phrases.longDate(newest))")
    }
    for sentence in waiting { Output.line(sentence) }
  }

  private struct Document: Encodable {
    let path: String
    let bytes: Int
    let articles: Int
    let unread: Int
    let saved: Int
    let documents: Int
    let sources: Int
    let events: Int
    let oldest: Date?
    let newest: Date?
    let warnings: [String]

    init(path: String, _ statistics: CacheStatistics, warnings: [String]) {
      self.path = path
      self.warnings = warnings
      bytes = statistics.bytes
      articles = statistics.articles
      unread = statistics.unread
      saved = statistics.saved
      documents = statistics.documents
      sources = statistics.sources
      events = statistics.events
      oldest = statistics.oldest
      newest = statistics.newest
    }
  }
}
