import Configuration
import NewsModel

/// What `vestnik` does without a command: opens the reader, or lists the headlines where there is no screen.
struct Opening {
  var folders: Folders
  var isOffline = false
  /// The name of the site to open, as it was typed.
  var site: String?
  /// The title of the section to open, as it was typed.
  var section: String?
  var theme: String?
  /// One column, no boxes, no ticker; `nil`: as it is set.
  var isPlain: Bool?

  func run() throws {
    let takesScreens = Output.takesScreens
    let program = try Program(folders: folders, offline: isOffline, isReader: takesScreens)
    let site = try program.site(named: site)
    let section = try program.section(named: section, in: site)
    guard takesScreens else {
      try program.printHeadlines(site: site, section: section)
      return
    }
    try program.openReader(
      ReaderStart(site: section?.0.id ?? site?.id, section: section?.1, theme: theme, isPlain: isPlain))
  }
}

extension Opening {
  /// By the program's name alone.
  init() { self.init(folders: Folders(home: nil, environment: Program.environment)) }
}
