import ArgumentParser
import NewsCache
import NewsModel

/// `vestnik list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List articles, newest first.",
    discussion: """
      The number before a title is what read and related take.

      EXAMPLE
        vestnik list --section "В мире" --unread --since 24h
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption
  @OptionGroup var length: LimitOption
  @OptionGroup var site: SiteOption
  @OptionGroup var section: SectionOption
  @Flag(help: "Only what is not read yet.")
  var unread = false
  @Flag(help: "Only what was saved.")
  var saved = false
  @OptionGroup var since: SinceOption

  func run() throws {
    let program = try Program(folders: home.folders, offline: true)
    let site = try program.site(named: site.site)
    let section = try program.section(named: section.section, in: site)
    let query = ArticleQuery(
      site: section?.0.id ?? site?.id, section: section?.1, isUnread: unread ? true : nil,
      isSaved: saved ? true : nil, since: since.date, limit: length.limit)
    try program.printArticles(title: "vestnik list", json: output.json) {
      try program.newsroom.articles(query)
    }
  }
}
