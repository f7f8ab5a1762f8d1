import Markup
import NewsModel

/// The JSON-LD of a page (schema.org), flattened: every object with a type, in order, nested ones behind their owners.
struct LinkedData {
  /// One object with its types in lower case, the address of its vocabulary cut off.
  struct Thing {
    var types: [String]
    var fields: [String: JSONValue]
    /// Whether it stands where other pages are told of: in a list, among what is mentioned or belongs together.
    var isAside: Bool

    func string(_ name: String) -> String? { LinkedData.string(fields[name]) }

    /// The addresses it calls its own.
    var addresses: [String] {
      ["url", "mainEntityOfPage", "@id"].compactMap { name in
        switch fields[name] {
        case .string(let text): text
        case .object(let members): LinkedData.string(members["@id"] ?? members["url"])
        case .list, .number, .bool, .null, nil: nil
        }
      }
    }
  }

  private(set) var things: [Thing] = []
  /// The objects that may be the page's article, the likeliest first; those of other pages are not among them.
  private(set) var articles: [Thing] = []
  /// What else on the page has a day of publication: a recipe, a film, the page itself.
  private(set) var page: Thing?

  /// The object that is the page's article.
  var article: Thing? { articles.first }

  /// What the page's articles are headed, in order.
  var headlines: [String] { articles.compactMap { $0.string("headline") } }

  init(_ page: PageText, meta: MetaTags) {
    let document = page.document
    var bytes = 0
    for index in 0..<document.count where document.name(index) == .script {
      let script = document.rawData(index)
      guard !script.isEmpty, Self.isLinked(script, type: document.attribute(.type, of: index)) else {
        continue
      }
      bytes += script.count
      guard bytes < 2_000_000 else { break }
      for value in Self.values(in: script) { collect(value, depth: 0, isAside: false) }
      if things.count > 500 { break }
    }
    guard !things.isEmpty else { return }
    let subject = PageSubject(page, meta: meta)
    articles = ranked(subject)
    let minor: Set<String> = ["comment", "review", "answer", "question", "imageobject", "usercomments"]
    self.page = things.first {
      $0.fields["datePublished"] != nil && minor.isDisjoint(with: $0.types)
        && (Self.isArticle($0) ? subject.relation(to: $0) != .other : !$0.isAside)
    }
  }

  /// The name of the first object of one of these types that has one.
  func name(ofType types: Set<String>) -> String? {
    for thing in things where thing.types.contains(where: { types.contains($0) }) {
      if let name = thing.string("name"), !name.isEmpty { return name }
    }
    return nil
  }

  /// The thing that another refers to by `@id`.
  func thing(id: String) -> Thing? {
    things.first {
      Self.string($0.fields["@id"]) == id && ($0.fields["name"] != nil || $0.fields["headline"] != nil)
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

  // MARK: - Which of them is the page's article

  /// Those that speak of this page first, then those with a text, with headline and day, with one of them.
  private func ranked(_ subject: PageSubject) -> [Thing] {
    let candidates = things.filter(Self.isArticle).compactMap { thing -> (thing: Thing, weight: Int)? in
      let relation = subject.relation(to: thing)
      guard relation != .other else { return nil }
      var weight = relation == .same ? 8 : 0
      if thing.fields["articleBody"] != nil { weight += 4 }
      if thing.fields["headline"] != nil { weight += 1 }
      if thing.fields["datePublished"] != nil { weight += 1 }
      return (thing, weight)
    }
    // The first of equals: `sorted` alone does not promise it.
    return candidates.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .map(\.element.thing)
  }

  private static func isArticle(_ thing: Thing) -> Bool { thing.types.contains(where: articleTypes.contains) }

  private static let articleTypes: Set<String> = [
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle",
    "opinionnewsarticle", "reviewnewsarticle", "asknewsarticle", "blogposting", "liveblogposting",
    "techarticle",
    "scholarlyarticle", "socialmediaposting", "report", "satiricalarticle", "discussionforumposting",
    "advertisercontentarticle", "medicalwebpage", "medicalscholarlyarticle", "posting",
  ]

  // MARK: - Reading

  /// Whether a script is linked data: its type says so, or it has none and names the vocabulary at its beginning.
  private static func isLinked(_ script: ArraySlice<UInt8>, type: String?) -> Bool {
    if let type = type?.lowercased(), type.contains("ld+json") { return true }
    guard let first = script.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else { return false }
    let beginning = String(decoding: script.prefix(600), as: UTF8.self)
    return beginning.contains("@context") && beginning.contains("schema.org")
  }

  /// What a script holds; where its signs are written as entities, what it means.
  private static func values(in script: ArraySlice<UInt8>) -> [JSONValue] {
    let values = JSONValue.embedded(in: script)
    guard values.isEmpty else { return values }
    let text = String(decoding: script, as: UTF8.self)
    return text.contains("&quot;") ? JSONValue.embedded(in: Array(Entities.decode(text).utf8)[...]) : []
  }

  private mutating func collect(_ value: JSONValue, depth: Int, isAside: Bool) {
    guard depth < 12, things.count < 600 else { return }
    switch value {
    case .list(let values):
      for element in values.prefix(300) { collect(element, depth: depth + 1, isAside: isAside) }
    case .object(let members):
      let types = (value["@type"]?.list ?? [value["@type"]].compactMap { $0 }).compactMap(\.text)
      if !types.isEmpty || value["@id"] != nil {
        things.append(Thing(types: types.map(Self.bareType), fields: members, isAside: isAside))
      }
      // In the order of their names, so that two readings of one page agree.
      for (key, inner) in members.sorted(by: { $0.key < $1.key }) where key != "@context" {
        collect(inner, depth: depth + 1, isAside: isAside || Self.asideFields.contains(key))
      }
    case .string, .number, .bool, .null: break
    }
  }

  /// The fields under which an object tells of other pages (schema.org).
  private static let asideFields: Set<String> = [
    "itemListElement", "mentions", "relatedLink", "isPartOf", "hasPart", "citation", "isBasedOn",
    "significantLink", "workExample", "exampleOfWork", "comment", "review", "subjectOf", "blogPost",
    "liveBlogUpdate",
  ]

  /// `https://schema.org/NewsArticle`, `schema:NewsArticle`: the last word, in lower case.
  private static func bareType(_ type: String) -> String {
    (type.split(whereSeparator: { $0 == "/" || $0 == ":" || $0 == "#" }).last.map(String.init) ?? type)
      .lowercased()
  }
}
