import Foundation

/// One article of the demo site as its editors wrote it: `key: value` lines, a blank line, an HTML fragment.
struct EchoArticle: Sendable {
  let slug: String
  let section: EchoSection
  let title: String
  let language: String
  let summary: String
  let author: String?
  let tags: [String]
  let picture: String?
  let caption: String?
  /// What tells of the same happening bears the same word.
  let event: String?
  /// Days before the edition's day.
  let daysBefore: Int
  /// Minutes after the local midnight.
  let minuteOfDay: Int
  /// The body as HTML.
  let body: String

  /// - Returns: `nil` where a line that must be there is missing.
  init?(fileName: String, text: String) {
    guard let blank = text.range(of: "\n\n") else { return nil }
    var fields: [String: String] = [:]
    for line in text[..<blank.lowerBound].split(separator: "\n") {
      guard let colon = line.range(of: ": ") else { continue }
      fields[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
    }
    guard let title = fields["title"], let language = fields["language"], let summary = fields["summary"],
      let section = EchoSection.all.first(where: { $0.slug == fields["section"] }),
      let stem = fileName.split(separator: ".").first, let hyphen = stem.firstIndex(of: "-")
    else { return nil }
    let numbers = (fields["published"] ?? "").split { " :".contains($0) }.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    slug = String(stem[stem.index(after: hyphen)...])
    self.section = section
    self.title = title
    self.language = language
    self.summary = summary
    author = fields["author"]
    tags = (fields["tags"] ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    picture = fields["picture"]
    caption = fields["caption"]
    event = fields["event"]
    daysBefore = numbers[0]
    minuteOfDay = numbers[1] * 60 + numbers[2]
    body = String(text[blank.upperBound...])
  }

  /// Its path on the site.
  var path: String { "/\(section.slug)/\(slug).html" }
}
