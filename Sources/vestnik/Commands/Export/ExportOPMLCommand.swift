import ArgumentParser
import FeedParsing
import Foundation

/// `vestnik export opml`.
struct ExportOPMLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opml",
    abstract: "Write what is followed as OPML 2.0.",
    discussion: """
      A site with several feeds is a folder of them; a site without feeds is a line with its address.

      EXAMPLE
        vestnik export opml --output subscriptions.opml
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var json: JSONOption
  @OptionGroup var destination: DestinationOption
  @OptionGroup var site: SiteOption

  func run() throws {
    let program = try Program(folders: home.folders, offline: true)
    let site = try program.site(named: site.site)
    let outlines = program.newsroom.subscriptions(of: site?.id)
    guard !outlines.isEmpty else { throw ProgramFailure(.noSites) }
    if json.json {
      let list = ParsedOutlines(title: "Vestnik", outlines: outlines)
      try destination.write(String(decoding: try OPML.json(list), as: UTF8.self) + "\n")
    } else {
      try destination.write(OPML.write(outlines, title: "Vestnik"))
    }
  }
}
