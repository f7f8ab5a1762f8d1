import ArgumentParser
import Foundation
import NewsModel

/// `vestnik export digest`.
struct ExportDigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Write the top news as one document.",
    discussion: """
      Made from what is kept; the network is not asked. With --full-text the texts stand in it, to be read elsewhere.

      EXAMPLE
        vestnik export digest --since 24h --full-text --output today.html
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var json: JSONOption
  @OptionGroup var destination: DestinationOption
  @OptionGroup var format: FormatOption
  @OptionGroup var site: SiteOption
  @OptionGroup var since: SinceOption
  @Option(help: ArgumentHelp("How many at the most.", valueName: "n"))
  var limit = 20
  @Flag(help: "With the whole texts, as far as they are kept.")
  var fullText = false

  func validate() throws {
    guard (1...500).contains(limit) else { throw ValidationError("--limit takes a number from 1 to 500") }
  }

  func run() throws {
    let program = try Program(folders: home.folders, offline: true)
    let site = try program.site(named: site.site)
    guard !program.newsroom.followed.isEmpty else { throw ProgramFailure(.noSites) }
    let digest = try program.digest(of: site, since: since.date, limit: limit, isWhole: fullText)
    if json.json {
      let items = digest.articles.map { JSONFeedItem($0.listed, document: $0.document) }
      try destination.write(JSONOutput.text(JSONFeed(title: digest.title, items: items)))
    } else {
      try destination.write(program.written(digest, as: format, for: destination))
    }
  }
}
