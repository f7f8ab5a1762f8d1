import Configuration
import Foundation
import NewsModel

/// What the shell offers for options whose values the program knows; of the folders that the environment names.
enum CompletionWords {
  private static var folders: Folders { Folders(home: nil, environment: Program.environment) }
  private static var followed: [Site] { SiteFolder(folders.sites).read().0 }

  static var themes: [String] { ThemeCatalogue(folder: folders.themes).names }
  static var sites: [String] { followed.map(\.name) }

  /// Titles of sections and their sub-sections, each once.
  static var sections: [String] {
    func titles(_ sections: [Section]) -> [String] { sections.flatMap { [$0.title] + titles($0.sections) } }
    var seen: Set<String> = []
    return followed.flatMap { titles($0.sections) }.filter { seen.insert($0).inserted }
  }
}
