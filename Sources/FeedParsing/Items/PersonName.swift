import Foundation
import Markup
import NewsModel

/// The name of a person as feeds write people.
enum PersonName {
  /// From an element with children (`name`, `email`) or with text.
  static func name(of field: FeedField) -> String? {
    if let name = field.part("name") { return CleanText.line(Entities.decode(name)).nonEmpty }
    if !field.parts.isEmpty, field.part("email", "uri", "url", "homepage") == nil {
      // Bare markup is the name with a dress on.
      return name(in: CleanText.line(Entities.decode(field.words)))
    }
    return name(in: field.line) ?? field.part("email").flatMap { CleanText.line($0).nonEmpty }
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
