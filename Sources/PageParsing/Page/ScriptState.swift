import Foundation
import Markup

/// What a page's scripts carry as state: the stories that an application was drawn from.
struct ScriptState {
  private let document: HTMLDocument
  /// Scripts beyond are not looked at, in bytes.
  private static let most = 4_000_000
  /// Values beyond are not walked.
  private static let mostValues = 200_000

  init(_ document: HTMLDocument) { self.document = document }

  /// The objects that bear a title of which something holds, each with its plain members: texts and numbers by their
  /// names in lower case without signs, those of objects directly within them behind its own.
  func objects(where isTitle: (String) -> Bool) -> [[String: String]] {
    var result: [[String: String]] = []
    visit(where: isTitle) { object in
      result.append(Self.members(object))
      return result.count < 40
    }
    return result
  }

  /// Goes through the objects that bear a title of which something holds.
  ///
  /// - Parameter isWanted: answers whether more are wanted.
  func visit(where isTitle: (String) -> Bool, _ isWanted: ([String: JSONValue]) -> Bool) {
    var isGoingOn = true
    var bytes = 0
    for index in 0..<document.count where document.name(index) == .script {
      let script = document.rawData(index)
      guard script.count > 40 else { continue }
      bytes += script.count
      guard bytes < Self.most else { break }
      var budget = Self.mostValues
      for value in Self.values(in: script) {
        walk(value, depth: 0, texts: 0, &budget) { object in
          let isOwn = Self.titleNames.contains { name in
            if case .string(let text)? = object[name] { isTitle(text) } else { false }
          }
          if isOwn, isGoingOn { isGoingOn = isWanted(object) }
        }
      }
      if !isGoingOn { break }
    }
  }

  /// What a script holds, also within a string of JavaScript: `JSON.parse("{\\"…")`.
  private static func values(in script: ArraySlice<UInt8>) -> [JSONValue] {
    let values = JSONValue.embedded(in: script)
    let text = String(decoding: script, as: UTF8.self)
    guard text.contains("\"{\\\"") else { return values }
    let plain = text.replacingOccurrences(of: "\\\"", with: "\"")
    return values + JSONValue.embedded(in: Array(plain.utf8)[...])
  }

  private static let titleNames = [
    "title", "headline", "name", "header", "heading", "Title", "pageTitle", "articleTitle", "seoTitle",
    "caption",
    "content_title", "contentTitle",
  ]

  private func walk(
    _ value: JSONValue, depth: Int, texts: Int, _ budget: inout Int, _ visit: ([String: JSONValue]) -> Void
  ) {
    budget -= 1
    guard budget > 0, depth < 40 else { return }
    switch value {
    case .object(let members):
      visit(members)
      // In the order of their names, so that two readings of one page agree.
      for (_, inner) in members.sorted(by: { $0.key < $1.key }) {
        walk(inner, depth: depth + 1, texts: texts, &budget, visit)
      }
    case .list(let values):
      for inner in values { walk(inner, depth: depth + 1, texts: texts, &budget, visit) }
    case .string(let text):
      // A state within a text: `JSON.parse("…")`, the pieces that a server streams.
      guard texts < 2, text.utf8.count > 40, text.contains("{\"") else { return }
      for inner in JSONValue.embedded(in: Array(text.utf8)[...]) {
        walk(inner, depth: depth + 1, texts: texts + 1, &budget, visit)
      }
    case .number, .bool, .null: break
    }
  }

  private static func members(_ object: [String: JSONValue]) -> [String: String] {
    var result: [String: String] = [:]
    for (name, value) in object.sorted(by: { $0.key < $1.key }) {
      if let text = value.text { result[plain(name)] = text }
    }
    for (_, value) in object.sorted(by: { $0.key < $1.key }) {
      guard case .object(let inner) = value else { continue }
      for (name, value) in inner {
        if let text = value.text, result[plain(name)] == nil { result[plain(name)] = text }
      }
    }
    return result
  }

  private static func plain(_ name: String) -> String { String(name.lowercased().filter(\.isLetter)) }
}
