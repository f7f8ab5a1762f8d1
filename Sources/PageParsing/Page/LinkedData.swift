import Markup

/// The JSON-LD of a page (schema.org), flattened: every object with a type, in order, nested ones behind their owners.
struct LinkedData {
  /// One object with its types in lower case, the address of its vocabulary cut off.
  struct Thing {
    var types: [String]
    var fields: [String: JSONValue]

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
      LinkedData.string($0.fields["@id"]) == id && ($0.fields["name"] != nil || $0.fields["headline"] != nil)
    }
  }

  /// A text, however deep it is wrapped: a string, a number, the first of a list, a `@value`.
  static func string(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): text
    case .number(let digits): digits
    case .list(let values): values.lazy.compactMap { string($0) }.first
    case .object:
      ["@value", "name", "url", "@id"].lazy.compactMap { name in
        if case .string(let text)? = value?[name] { text } else { nil }
      }.first
    case .bool, .null, nil: nil
    }
  }

  private mutating func collect(_ value: JSONValue, depth: Int) {
    guard depth < 12, things.count < 600 else { return }
    switch value {
    case .list(let values): for element in values.prefix(300) { collect(element, depth: depth + 1) }
    case .object(let members):
      let types = (value["@type"]?.list ?? [value["@type"]].compactMap { $0 }).compactMap(\.text)
      if !types.isEmpty || value["@id"] != nil {
        things.append(Thing(types: types.map(Self.bareType), fields: members))
      }
      // In the order of their names, so that two readings of one page agree.
      for (key, inner) in members.sorted(by: { $0.key < $1.key }) where key != "@context" {
        collect(inner, depth: depth + 1)
      }
    case .string, .number, .bool, .null: break
    }
  }

  /// `https://schema.org/NewsArticle`, `schema:NewsArticle`: the last word, in lower case.
  private static func bareType(_ type: String) -> String {
    (type.split(whereSeparator: { $0 == "/" || $0 == ":" || $0 == "#" }).last.map(String.init) ?? type)
      .lowercased()
  }

  /// Parses what sites write as JSON: within comments or CDATA, with raw line feeds in strings, with a comma too many.
  private static func parse(_ text: String) -> JSONValue? {
    JSONValue.parse(String(text.drop { $0 != "{" && $0 != "[" }))?.value
  }
}
