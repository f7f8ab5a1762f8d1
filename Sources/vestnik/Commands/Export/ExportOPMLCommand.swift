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
        vestnik export opml > subscriptions.opml
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption
  @OptionGroup var site: SiteOption

  func run() throws {
    let program = try Program(home: home, offline: true)
    let site = try program.site(named: site.site)
    let outlines = program.newsroom.subscriptions(of: site?.id)
    guard !outlines.isEmpty else { throw ProgramFailure(.noSites) }
    if output.json {
      let list = ParsedOutlines(title: "Vestnik", outlines: outlines)
      Output.line(String(decoding: try OPML.json(list), as: UTF8.self))
    } else {
      Output.text(OPML.write(outlines, title: "Vestnik"))
    }
  }
}
