import ArgumentParser
import Reader

/// `vestnik export article ARTICLE|URL|FILE`.
struct ExportArticleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article",
    abstract: "Write an article as Markdown, as a page of HTML or as text.",
    discussion: """
      Takes the number that list prints, an article's address, or a file.

      EXAMPLE
        vestnik export article 17 --output story.md
        vestnik export article 17 --output story.html
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var network: NetworkOption
  @OptionGroup var json: JSONOption
  @OptionGroup var destination: DestinationOption
  @OptionGroup var format: FormatOption
  @Argument(help: ArgumentHelp("A number, an address or a file.", valueName: "article"))
  var article: String

  func run() throws {
    let program = try Program(folders: home.folders, offline: network.offline)
    let opened = try program.opened(article)
    if json.json {
      try destination.write(JSONOutput.text(JSONFeedItem(opened.listed, document: opened.document)))
    } else {
      try destination.write(program.written(opened, as: format, for: destination))
    }
  }
}
