import ArgumentParser
import Foundation
import NewsCache
import NewsModel
import Phrases
import ReaderDesk

/// `vestnik cache rebuild`.
struct CacheRebuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Save everything readable of a damaged archive into a sound one.",
    discussion: """
      Without a file the archive itself, where it is damaged, is moved aside and made anew from what can be read \
      of it; a file that was moved aside earlier is saved into the archive there is. Nothing is erased: the \
      damaged file is called .saved-… from then on.

      EXAMPLE
        vestnik cache rebuild
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption
  @Argument(help: ArgumentHelp("A damaged file that was moved aside.", valueName: "file"))
  var file: String?

  func run() throws {
    let path = home.folders.database.path
    let phrases = Program.phrases(folders: home.folders)
    if let file, !FileManager.default.isReadableFile(atPath: file) {
      throw ProgramFailure(.unreadableFile(file))
    }
    guard let damaged = try file ?? movedAside(path) else {
      let waiting = phrases.damagedFiles(beside: path)
      guard !output.json else { return try JSONOutput.print(Document(soundAt: path, warnings: waiting)) }
      for line in [phrases.text(.cliCacheSound, ["path": path])] + waiting { Output.line(line) }
      return
    }
    let report: RebuildReport
    do throws(CacheError) { report = try ArticleCache.rebuild(from: damaged, to: path) } catch {
      // The file itself is the damaged one already; the archive that it is saved to may be another.
      if case .damaged(damaged) = error { throw ProgramFailure(.nothingToSave(damaged)) }
      throw ProgramFailure(Problem(error))
    }
    let kept = ArticleCache.noteSaved(from: damaged, beside: path)
    if output.json {
      try JSONOutput.print(Document(path: path, from: kept, report))
      return
    }
    for table in report.tables where table.saved > 0 || table.lostAtMost != 0 {
      var line = "\(table.name): \(phrases.text(.cliRowsSaved, count: table.saved))"
      if let lost = table.lostAtMost {
        if lost > 0 { line += " · " + phrases.text(.cliRowsLost, count: lost) }
      } else {
        line += " · " + phrases[.cliRowsLostUnknown]
      }
      Output.line(line)
    }
    let end: String = report.isComplete ? phrases[.cliNothingLost] : phrases[.cliSomethingLost]
    Output.line("\(end) \(phrases.text(.cliKeptAside, ["path": kept]))")
  }

  /// Where the archive is now, if it is damaged; `nil` when there is nothing to save: it is whole, or there is none.
  private func movedAside(_ path: String) throws -> String? {
    guard let identity = FileIdentity(of: path), try !isSound(path) else { return nil }
    do throws(CacheError) {
      return try ArticleCache.moveAside(path, identity, now: TrustedClock.machine())
    } catch {
      throw ProgramFailure(Problem(error))
    }
  }

  private func isSound(_ path: String) throws -> Bool {
    do throws(CacheError) {
      return try ArticleCache.open(at: path).verify().isEmpty
    } catch {
      guard case .damaged = error else { throw ProgramFailure(Problem(error)) }
      return false
    }
  }

  private struct Document: Encodable {
    struct Table: Encodable {
      let name: String
      let saved: Int
      /// `nil` where that cannot be told.
      let lostAtMost: Int?
    }

    let path: String
    /// The damaged file; `nil` when nothing was to be saved.
    let from: String?
    let complete: Bool
    let tables: [Table]
    var warnings: [String] = []

    init(soundAt path: String, warnings: [String]) {
      self.path = path
      self.warnings = warnings
      from = nil
      complete = true
      tables = []
    }

    init(path: String, from damaged: String, _ report: RebuildReport) {
      self.path = path
      from = damaged
      complete = report.isComplete
      tables = report.tables.map { Table(name: $0.name, saved: $0.saved, lostAtMost: $0.lostAtMost) }
    }
  }
}
