import ArgumentParser
import Foundation
import NewsModel

/// `vestnik top`.
struct TopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "top",
    abstract: "List what matters most now.",
    discussion: """
      EXAMPLE
        vestnik top --since 24h
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption
  @OptionGroup var site: SiteOption
  @OptionGroup var since: SinceOption

  func run() throws {
    let program = try Program(folders: home.folders, offline: true)
    let site = try program.site(named: site.site)
    try program.printArticles(title: "vestnik top", json: output.json) {
      try program.newsroom.top(site: site?.id, since: since.date)
    }
  }
}
