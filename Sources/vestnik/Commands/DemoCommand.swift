import ArgumentParser
import NewsModel
import Newsroom

/// `vestnik demo`.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open the embedded site: needs no network and touches no other data.",
    discussion: """
      EXAMPLE
        vestnik demo
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var look: LookOptions

  func run() throws {
    let program = try Program(demoWith: home)
    try program.followDemo()
    guard Output.takesScreens else {
      try program.printHeadlines(site: nil, section: nil)
      return
    }
    try program.openReader(ReaderStart(theme: look.theme, isPlain: look.plain))
  }
}
