import ArgumentParser
import NewsModel

/// `vestnik related ARTICLE`.
struct RelatedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related",
    abstract: "List what tells of the same matter.",
    discussion: """
      EXAMPLE
        vestnik related 17
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption
  @Argument(help: ArgumentHelp("A number that list prints, or an address.", valueName: "article"))
  var article: String

  func run() throws {
    let program = try Program(folders: home.folders, offline: true)
    let article = try program.article(named: article)
    try program.printArticles(title: "vestnik related", json: output.json) {
      try program.newsroom.beside(article).related.compactMap(\.listed)
    }
  }
}
