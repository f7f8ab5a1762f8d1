import ArgumentParser
import Configuration
import NewsModel
import Phrases
import Reader

/// `vestnik sites`.
struct SitesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites",
    abstract: "Show what is followed.",
    discussion: """
      EXAMPLE
        vestnik sites --verbose
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption
  @Flag(help: "Show every source and how it answered last.")
  var verbose = false

  func run() throws {
    let program = try Program(folders: home.folders, offline: true)
    let (sites, warnings) = SiteFolder(program.folders.sites).read()
    for problem in Problem.all(warnings, most: 10) { Output.error(program.phrases.sentence(for: problem)) }
    if output.json {
      try JSONOutput.print(SitesDocument(sites: sites.map(SiteDescription.init), warnings: warnings.count))
      return
    }
    guard !sites.isEmpty else {
      Output.line(program.phrases.sentence(for: .noSites))
      return
    }
    var folder: [String] = []
    for site in SiteNames.filed(sites) {
      if site.folder != folder { Output.line(site.folder.joined(separator: " / ")) }
      folder = site.folder
      let indent = folder.isEmpty ? "" : "  "
      Output.line("\(indent)\(site.id.rawValue)  \(site.name)  \(site.home.text)")
      if verbose { for line in program.sourceLines(of: site) { Output.line("\(indent)  \(line)") } }
    }
  }

  private struct SitesDocument: Encodable {
    let sites: [SiteDescription]
    let warnings: Int
  }
}
