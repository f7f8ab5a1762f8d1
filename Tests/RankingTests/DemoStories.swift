import Foundation
import NewsModel
import Ranking
import TestSupport

/// The demo site's articles as ranking sees them.
struct DemoStories {
  static let now = Date(timeIntervalSince1970: 1_769_000_000)

  let files: [EchoArticleFile]
  let stories: [StoryTerms]

  init() throws {
    files = try EchoArticleFile.all()
    stories = files.enumerated().map { index, file in
      let numbers = (file.fields["published"] ?? "").split { " :".contains($0) }.compactMap { Double($0) }
      let age = numbers[0] * 86_400 - numbers[1] * 3600 - numbers[2] * 60
      let title = file.fields["title"] ?? ""
      return StoryTerms(
        id: ArticleID(rawValue: Int64(index + 1)), site: SiteID(rawValue: "echo"),
        date: Self.now.addingTimeInterval(-age), title: title,
        text: ([title, file.fields["summary"] ?? ""] + file.paragraphs).joined(separator: "\n"),
        language: file.fields["language"])
    }
  }

  /// The file an article was read from.
  func name(_ id: ArticleID) -> String { files[Int(id.rawValue) - 1].name }

  /// The groups that the files name.
  var events: Set<Set<String>> {
    let named = files.compactMap { file in file.fields["event"].map { ($0, file.name) } }
    return Set(Dictionary(grouping: named) { $0.0 }.values.map { Set($0.map(\.1)) })
  }
}
