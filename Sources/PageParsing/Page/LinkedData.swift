import Foundation
import Markup

/// The JSON-LD of a page (schema.org), flattened: every object with a type, in order, nested ones behind their owners.
struct LinkedData {
  /// One object with its types in lower case, the address of its vocabulary cut off.
  struct Thing {
    var types: [String]
    var fields: [String: Any]

    func string(_ name: String) -> String? { LinkedData.string(fields[name]) }
  }

  private(set) var things: [Thing] = []

  private static let articleTypes: Set<String> = [
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle",
    "opinionnewsarticle", "reviewnewsarticle", "asknewsarticle", "blogposting", "liveblogposting",
    "techarticle",
    "scholarlyarticle", "socialmediaposting", "report", "satiricalarticle", "discussionforumposting",
    "advertisercontentarticle", "medicalwebpage", "medicalscholarlyarticle", "posting",
  ]

  init(_ document: HTMLDocument) {
    var bytes = 0
    for index in 0..<document.count where document.name(index) == .script {
      guard let type = document.attribute(.type, of: index)?.lowercased(), type.contains("ld+json") else {
        continue
      }
      let text = document.rawData(index)
      bytes += text.utf8.count
      guard bytes < 2_000_000, let value = Self.parse(text) else { continue }
      collect(value, depth: 0)
      if things.count > 500 { break }
    }
  }

  /// The object that is the page's article: the first of an article's type, those with a text or a date preferred.
  var article: Thing? {
    let articles = things.filter { $0.types.contains { Self.articleTypes.contains($0) } }
    return articles.first { $0.fields["articleBody"] != nil }
      ?? articles.first { $0.fields["headline"] != nil && $0.fields["datePublished"] != nil }
      ?? articles.first { $0.fields["headline"] != nil || $0.fields["datePublished"] != nil }
      ?? articles.first
  }

  /// What the page's articles are headed, in order.
  var headlines: [String] {
    things.filter { $0.types.contains { Self.articleTypes.contains($0) } }.compactMap {
      $0.string("headline")
    }
  }

  /// What else on the page has a day of publication: a recipe, a film, the page itself.
  var page: Thing? {
    let minor: Set<String> = ["comment", "review", "answer", "question", "imageobject", "usercomments"]
    return things.first { $0.fields["datePublished"] != nil && minor.isDisjoint(with: $0.types) }
  }

  /// The object of the site or its publisher.
  func name(ofType types: Set<String>) -> String? {
    for thing in things where thing.types.contains(where: { types.contains($0) }) {
      if let name = thing.string("name"), !name.isEmpty { return name }
    }
    return nil
  }

  /// The thing that another refers to by `@id`.
  func thing(id: String) -> Thing? {
    things.first {
      $0.fields["@id"] as? String == id && ($0.fields["name"] != nil || $0.fields["headline"] != nil)
    }
  }

  /// A text, however deep it is wrapped: a string, a number, the first of a list, a `@value`.
  static func string(_ value: Any?) -> String? {
    switch value {
    case let text as String: return text
    case let number as NSNumber: return number.stringValue
    case let list as [Any]: return list.lazy.compactMap { string($0) }.first
    case let object as [String: Any]:
      return object["@value"] as? String ?? object["name"] as? String ?? object["url"] as? String
        ?? object["@id"] as? String
    default: return nil
    }
  }

  private mutating func collect(_ value: Any, depth: Int) {
    guard depth < 12, things.count < 600 else { return }
    if let list = value as? [Any] {
      for element in list.prefix(300) { collect(element, depth: depth + 1) }
    } else if let object = value as? [String: Any] {
      let types = ((object["@type"] as? [Any]) ?? [object["@type"] as Any]).compactMap { $0 as? String }
      if !types.isEmpty || object["@id"] != nil {
        things.append(
          Thing(
            types: types.map { type in
              let bare =
                type.split(whereSeparator: { $0 == "/" || $0 == ":" || $0 == "#" }).last.map(String.init)
                ?? type
              return bare.lowercased()
            }, fields: object))
      }
      // In the order of their names, so that two readings of one page agree.
      for key in object.keys.sorted() where key != "@context" {
        if let inner = object[key], inner is [Any] || inner is [String: Any] {
          collect(inner, depth: depth + 1)
        }
      }
    }
  }

  /// Parses what sites write as JSON: inside comments or CDATA, with raw line feeds in strings, with a comma too many.
  private static func parse(_ text: String) -> Any? {
    if let value = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed]) {
      return value
    }
    return try? JSONSerialization.jsonObject(with: Data(repaired(text)), options: [.fragmentsAllowed])
  }

  private static func repaired(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
      let end = bytes.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start < end
    else { return [] }
    var result: [UInt8] = []
    result.reserveCapacity(end - start)
    var isInString = false
    var isEscaped = false
    for byte in bytes[start...end] {
      if isInString {
        if byte < 0x20 {
          result.append(0x20)
          continue
        }
        if isEscaped {
          isEscaped = false
          // JSON knows fewer escapes than JavaScript.
          if !"\"\\/bfnrtu".utf8.contains(byte) { result.removeLast() }
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        result.append(byte)
        continue
      }
      if byte == UInt8(ascii: "\"") { isInString = true }
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        while let last = result.last, last <= 0x20 || last == UInt8(ascii: ",") { result.removeLast() }
      }
      result.append(byte)
    }
    return result
  }
}
