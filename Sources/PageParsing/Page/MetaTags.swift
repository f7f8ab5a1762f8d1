import Markup

/// The `<meta>` elements of a page by name, property or itemprop, in lower case, each with its values in order.
struct MetaTags {
  private var values: [String: [String]] = [:]

  init(_ document: HTMLDocument) {
    for index in 0..<document.count where document.name(index) == .meta {
      // Some sites write `value` for `content`.
      guard
        let content = document.attribute(.content, of: index) ?? document.attribute(.value, of: index),
        !content.isEmpty, content.utf8.count < 20_000
      else { continue }
      for key in [HTMLName.property, .name, .itemprop, .httpEquiv] {
        guard let names = document.attribute(key, of: index) else { continue }
        for name in names.lowercased().split(whereSeparator: \.isWhitespace) {
          values[String(name), default: []].append(content)
        }
      }
    }
  }

  /// The first value of the first name that has one that is not blank.
  func first(_ names: [String]) -> (value: String, name: String)? {
    for name in names {
      for value in values[name] ?? [] where value.contains(where: { !$0.isWhitespace }) {
        return (value, name)
      }
    }
    return nil
  }

  /// All values of a name.
  func all(_ name: String) -> [String] { values[name] ?? [] }
}
