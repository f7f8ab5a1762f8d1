import Foundation
import Language

/// The interface's words in one language, with dates in one time zone.
package struct Phrasebook: Equatable, Sendable {
  /// Of the words, and of numbers and dates.
  package let language: InterfaceLanguage
  /// In which dates are told.
  package let timeZone: ClockZone
  let catalogue: Catalogue
  /// What any sentence may name without being given it: how the interface calls its keys, `{key.undo}`.
  package var names: @Sendable (String) -> String? = { _ in nil }

  package init(language: InterfaceLanguage, timeZone: ClockZone = .gmt) {
    self.language = language
    self.timeZone = timeZone
    catalogue = Catalogue.of(language)
  }

  package static func == (left: Phrasebook, right: Phrasebook) -> Bool {
    left.language == right.language && left.timeZone == right.timeZone
  }

  /// A sentence or a word.
  package subscript(phrase: Phrase) -> String { fill(text(key: phrase.rawValue), [:]) }

  /// A sentence with facts put where it names them in braces.
  package func text(_ phrase: Phrase, _ facts: [String: String]) -> String {
    fill(text(key: phrase.rawValue), facts)
  }

  /// A sentence about a number of things: the right plural form, `{count}` and other facts filled in.
  package func text(_ phrase: Phrase, count: Int, _ facts: [String: String] = [:]) -> String {
    let form = PluralForm.form(for: count, in: language)
    return fill(
      text(key: "\(phrase.rawValue).\(form.rawValue)"), facts.merging(["count": grouped(count)]) { $1 })
  }

  /// What a command does, by its name (`move-down`).
  package func help(command: String) -> String { text(key: "command.\(command)") }

  /// The one or two words for a command in the line of hints; `nil` where it is never hinted at.
  package func hint(command: String) -> String? { catalogue.texts["hint.\(command)"] }

  /// A whole number with its digits in groups (1 302 569), never broken.
  package func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.count > 4 else { return (number < 0 ? "−" : "") + digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += language == .en ? "," : "\u{A0}" }
      result.append(digit)
    }
    return (number < 0 ? "−" : "") + result
  }

  /// The text of a key; the key itself where the catalogue has none, which a test rules out.
  func text(key: String) -> String { catalogue.texts[key] ?? key }

  func fill(_ text: String, _ facts: [String: String]) -> String {
    guard text.contains("{") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}") else {
        result += "{"
        break
      }
      let name = String(rest[..<close])
      result += facts[name] ?? names(name) ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
