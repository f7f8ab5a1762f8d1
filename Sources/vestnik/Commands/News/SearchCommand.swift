import ArgumentParser
import Foundation
import NewsCache
import NewsModel

/// `vestnik search WORDS`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search titles and texts, in any form of the words.",
    discussion: """
      Quotes hold a phrase together, -word excludes; site:, section:, is:unread, is:saved and since: narrow.

      EXAMPLE
        vestnik search паводок -лодки --since 7d
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption
  @OptionGroup var length: LimitOption
  @Argument(parsing: .allUnrecognized, help: "What to look for.")
  var words: [String]
  @OptionGroup var site: SiteOption
  @OptionGroup var since: SinceOption

  func run() throws {
    let program = try Program(folders: home.folders, offline: true)
    let site = try program.site(named: site.site)
    // Two hyphens, which end the options, are handed on among what is not recognised.
    let words = words.filter { $0 != "--" }.joined(separator: " ")
    try program.printHits(
      of: words, site: site, since: since.date, limit: length.limit, json: output.json
    )
  }
}
