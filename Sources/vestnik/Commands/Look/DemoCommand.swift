import ArgumentParser
import Canvas
import NewsModel
import Newsroom
import Reader

/// `vestnik demo`.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open the embedded site: needs no network and touches no other data.",
    discussion: """
      A picture is made of a day that is always the same, so that two of them differ by what is shown alone.

      EXAMPLE
        vestnik demo --section Новости
        vestnik demo --picture 120x36 > screen.svg
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var section: SectionOption
  @OptionGroup var look: LookOptions
  @Option(help: ArgumentHelp("Print the front page as a picture (SVG) of so many cells.", valueName: "size"))
  var picture: PictureSize?

  func run() throws {
    if let picture {
      let program = try Program(demoWith: home.folders, now: { Program.pictureMoment })
      try program.followDemo()
      Output.text(
        try program.frontPicture(size: picture.cells, ReaderStart(theme: look.theme, isPlain: look.plain)))
      return
    }
    let program = try Program(demoWith: home.folders, keeps: Output.takesScreens)
    try program.followDemo()
    let section = try program.section(named: section.section, in: nil)
    guard Output.takesScreens else {
      try program.printHeadlines(site: nil, section: section)
      return
    }
    try program.openDemo(ReaderStart(section: section?.1, theme: look.theme, isPlain: look.plain))
  }
}

/// A size in cells that has room for a screen: `120x36`.
struct PictureSize: ExpressibleByArgument {
  let cells: CellSize

  init?(argument: String) {
    let sides = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let columns = sides[0], let rows = sides[1] else { return nil }
    cells = CellSize(columns: columns, rows: rows)
    guard Arrangement.hasRoom(cells), columns <= Frame.maximumSide, rows <= Frame.maximumSide else {
      return nil
    }
  }
}
