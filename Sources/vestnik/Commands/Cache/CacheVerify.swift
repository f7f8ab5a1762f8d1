import ArgumentParser
import NewsCache
import NewsModel
import Phrases
import ReaderDesk

/// `vestnik cache verify`.
struct CacheVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the archive: SQLite's own check, then our rules. Changes nothing.",
    discussion: """
      EXAMPLE
        vestnik cache verify
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption

  func run() throws {
    let path = home.folders.database.path
    let flaws = try flaws(in: path)
    let phrases = Program.phrases(folders: home.folders)
    let sentences = flaws.map { phrases.sentence(for: $0) } + phrases.damagedFiles(beside: path)
    if output.json {
      try JSONOutput.print(Document(path: path, sound: flaws.isEmpty, warnings: sentences))
    } else {
      if flaws.isEmpty {
        Output.line(phrases.text(Self.isThere(path) ? .cliCacheSound : .doctorNoFile, ["path": path]))
      }
      for sentence in sentences { Output.line(sentence) }
    }
    guard flaws.isEmpty else { throw ProgramFailure(.damagedCache(path)) }
  }

  private func flaws(in path: String) throws -> [CacheFlaw] {
    // To open what is not there would make it.
    guard Self.isThere(path) else { return [] }
    do throws(CacheError) { return try ArticleCache.open(at: path).verify() } catch {
      throw ProgramFailure(Problem(error))
    }
  }

  private static func isThere(_ path: String) -> Bool { FileIdentity(of: path) != nil }

  private struct Document: Encodable {
    let path: String
    let sound: Bool
    let warnings: [String]
  }
}

extension Phrasebook {
  /// What is not as it must be in the archive.
  fileprivate func sentence(for flaw: CacheFlaw) -> String {
    switch flaw {
    case .damage(let reason): text(.flawDamage, ["reason": CleanText.line(reason, limit: 300)])
    case .brokenReference(let table, let rows): text(.flawReference, count: rows, ["table": table])
    case .statusDiffers(let articles): text(.flawStatus, count: articles)
    case .sectionDiffers(let entries): text(.flawSection, count: entries)
    case .notSearchable(let articles): text(.flawSearch, count: articles)
    case .unreadableDocument(let documents): text(.flawDocument, count: documents)
    }
  }
}
