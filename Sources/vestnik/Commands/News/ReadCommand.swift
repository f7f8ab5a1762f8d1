import ArgumentParser
import NewsModel
import Reader

/// `vestnik read ARTICLE|URL|FILE`.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Print an article as text, set to the terminal's width.",
    discussion: """
      Takes the number that list prints, an article's address, or a file. \
      What an article said before its site changed it is told by --json, and by the reader.

      EXAMPLE
        vestnik read 17
        vestnik read https://echo.example/novosti/story.html --width 72
      """)

  /// Lines longer than this are hard to follow.
  private static let comfortableColumns = 80

  @OptionGroup var home: HomeOption
  @OptionGroup var network: NetworkOption
  @OptionGroup var output: JSONOption
  @Argument(help: ArgumentHelp("A number, an address or a file.", valueName: "article"))
  var article: String
  @Option(help: ArgumentHelp("Columns of a line; by default the terminal's, but at most 80.", valueName: "n"))
  var width: Int?

  func validate() throws {
    if let width, !(1...1000).contains(width) {
      throw ValidationError("--width takes a number from 1 to 1000")
    }
  }

  func run() throws {
    let program = try Program(folders: home.folders, offline: network.offline)
    let opened = try program.opened(article)
    if output.json {
      try JSONOutput.print(JSONFeedItem(opened.listed, document: opened.document, history: opened.history))
      return
    }
    let columns = width ?? min(Self.comfortableColumns, Output.columns)
    // Whoever names a width wants lines; a program that reads them wants words.
    let dividesWords = width != nil || Output.isTerminal
    for line in PlainArticle.lines(
      of: opened, phrases: program.phrases, columns: columns, dividesWords: dividesWords)
    {
      Output.line(line)
    }
  }
}
