import Foundation
import Markup
import NewsModel

/// The name of a person as feeds write people.
enum PersonName {
  /// From an element with children (`name`, `email`) or with text.
  static func name(of field: FeedField) -> String? {
    if let name = field.part("name") { return CleanText.line(Entities.decode(name)).nonEmpty }
    if let name = name(in: field.line) { return name }
    return field.part("email").flatMap { CleanText.line($0).nonEmpty }
  }

  /// `me@example.com (Name)`, `Name <me@example.com>` and `Name (me@example.com)` are the name; an address alone
  /// stands for itself.
  static func name(in text: String) -> String? {
    let line = text.trimmed
    for (opening, closing) in [("(", ")"), ("<", ">")] where line.hasSuffix(closing) {
      guard let start = line.range(of: opening, options: .backwards) else { continue }
      let inside = line[start.upperBound...].dropLast().trimmingCharacters(in: .whitespaces)
      let outside = line[..<start.lowerBound].trimmingCharacters(in: CharacterSet(charactersIn: " \t\"'"))
      if inside.contains("@"), !outside.isEmpty { return outside }
      if outside.contains("@"), !inside.isEmpty { return inside }
    }
    return line.nonEmpty
  }
}

/// What an item is about, as feeds write it.
enum Tags {
  static func texts(of field: FeedField) -> [String] {
    switch field.element {
    case .itunesKeywords, .mediaKeywords, .keywords:
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

/// The address of a picture as feeds write it.
enum FeedImage {
  static func link(of field: FeedField) -> FeedLink? {
    let reference =
      field.attributes["href"]?.nonEmpty ?? field.attributes["url"]?.nonEmpty ?? field.attributes["src"]?
      .nonEmpty
      ?? field.part("url", "href", "src") ?? field.attributes.first { $0.name.local == "resource" }?.value
      .nonEmpty
      ?? field.bare.nonEmpty
    return reference.map { FeedLink(reference: $0, base: field.base) }
  }
}
