import Markup
import NewsModel

/// What an item is about, as feeds write it.
enum Tags {
  static func texts(of field: FeedField) -> [String] {
    switch field.element {
    case .itunesKeywords, .mediaKeywords, .keywords, .tags:
      return field.line.split(separator: ",").compactMap { CleanText.line($0).nonEmpty }
    default:
      let written =
        field.attributes["label"]?.nonEmpty ?? field.attributes["term"]?.nonEmpty
        ?? field.attributes["text"]?.nonEmpty
      let line = written.map(HTMLFragment.line) ?? field.line
      return line.isEmpty ? [] : [line]
    }
  }

  /// Each once, in their order.
  static func distinct(_ tags: [String]) -> [String] {
    var seen: Set<String> = []
    return tags.filter { seen.insert($0).inserted }
  }
}
