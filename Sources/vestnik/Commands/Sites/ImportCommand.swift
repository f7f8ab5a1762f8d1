import ArgumentParser
import FeedParsing
import Foundation
import NewsModel
import Newsroom
import Phrases

/// `vestnik import FILE`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Follow the feeds of a list: OPML, newsboat's urls, or plain addresses.",
    discussion: """
      Folders are kept; of newsboat's tags the first becomes the feed's folder, the others are left out. The network \
      is not asked: vestnik fetch brings the news. - reads standard input.

      EXAMPLE
        vestnik import subscriptions.opml --dry-run
        vestnik import ~/.newsboat/urls
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption
  @Argument(help: ArgumentHelp("A file with a list of feeds.", valueName: "file"))
  var file: String
  @Flag(help: "Show what would be followed and write nothing.")
  var dryRun = false

  func run() throws {
    let program = try Program(folders: home.folders, offline: true)
    let list = try readList()
    let result: ListImport
    do { result = try program.newsroom.follow(list, isTrial: dryRun) } catch {
      throw ProgramFailure(.unwritableFolder(program.folders.sites.path))
    }
    if output.json {
      try JSONOutput.print(ImportDocument(list, result))
      try fail(ifNothingCameOf: result)
      return
    }
    for line in lines(of: result, isCutOff: list.isCutOff, phrases: program.phrases) { Output.line(line) }
    try fail(ifNothingCameOf: result)
  }

  /// A list of which every line was refused did nothing.
  private func fail(ifNothingCameOf result: ListImport) throws {
    guard result.added.isEmpty, result.known.isEmpty, !result.unusable.isEmpty else { return }
    throw ExitCode(ProgramFailure.Code.failed.rawValue)
  }

  private func readList() throws -> ParsedOutlines {
    let path = (file as NSString).expandingTildeInPath
    let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
    let name = CleanText.line(file, limit: 200)
    var isFolder = ObjCBool(false)
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard !isFolder.boolValue else { throw ProgramFailure(.isFolder(name)) }
    guard let handle else { throw ProgramFailure(.unreadableFile(name)) }
    // One byte more than is read tells a list that is too large; that nothing is left to read is no failure.
    let bytes: Data
    do { bytes = try handle.read(upToCount: FeedParser.maximumBytes + 1) ?? Data() } catch {
      throw ProgramFailure(.unreadableFile(name))
    }
    guard file != "-" || !bytes.isEmpty else { throw ProgramFailure(.nothingOnInput) }
    guard bytes.count <= FeedParser.maximumBytes else {
      throw ProgramFailure(.tooLarge(limitBytes: FeedParser.maximumBytes))
    }
    guard let list = SubscriptionList.parse(bytes) else {
      throw ProgramFailure(.noSubscriptions(name))
    }
    return list
  }

  private func lines(of result: ListImport, isCutOff: Bool, phrases: Phrasebook) -> [String] {
    var lines: [String] = []
    var folder: [String] = []
    for site in result.added {
      if site.folder != folder { lines.append(site.folder.joined(separator: " / ")) }
      folder = site.folder
      let indent = folder.isEmpty ? "" : "  "
      lines.append("\(indent)\(site.name)  \(site.feeds.first?.shown ?? "")")
    }
    for outline in result.unusable {
      lines.append(phrases.text(.cliUnusable, ["text": outline.written ?? outline.title]))
    }
    var counts = [phrases.text(.cliFeedsAdded, count: result.added.count)]
    func count(_ phrase: Phrase, _ number: Int) {
      let facts = ["limit": phrases.grouped(result.capacity)]
      if number > 0 { counts.append(phrases.text(phrase, count: number, facts)) }
    }
    count(.cliFeedsKnown, result.known.count)
    count(.cliFeedsUnusable, result.unusable.count)
    count(.cliFeedsLeftOut, result.leftOut)
    lines += ["", counts.joined(separator: " · ")]
    if isCutOff { lines.append(phrases[.cliListCutOff]) }
    if dryRun { lines.append(phrases[.cliNothingWritten]) }
    return lines
  }
}

/// What came of a list, as JSON.
private struct ImportDocument: Encodable {
  let title: String
  let added: [SiteDescription]
  let known: [String]
  let warnings: [Warning]

  struct Warning: Encodable {
    let code: String
    let detail: String?
  }

  init(_ list: ParsedOutlines, _ result: ListImport) {
    title = list.title
    added = result.added.map(SiteDescription.init)
    known = result.known.compactMap(\.feed?.shown)
    warnings =
      list.warnings.filter { $0.code != "droppedAddress" }.map { Warning(code: $0.code, detail: $0.detail) }
      + result.unusable.map { Warning(code: "notAFeed", detail: ($0.written ?? $0.title).withoutCredentials) }
      + (result.leftOut > 0 ? [Warning(code: "tooManyFeeds", detail: String(result.leftOut))] : [])
  }
}
