import Foundation
import Language
import Markup
import NewsModel

/// Finds who wrote an article.
struct AuthorFinder {
  let context: PageContext

  /// The names, each once, and the rule that gave them.
  func find(heading: Int?, body: [Int]) -> (names: [String], rule: String)? {
    if let nodes = context.rules.nodes(.author) {
      let names = AuthorNames.clean(nodes.map { context.visibleLine($0, limit: 200) })
      return names.isEmpty ? nil : (names, "site file")
    }
    let place = ArticlePlace(context, heading: heading, body: body)
    // What the data says of this article, then whom the page itself names, then what is written for machines, which
    // is a house's name on many sites.
    let shown: [(String, () -> [String])] = [
      ("rel=author", { fromLinks(heading, body, place) }), ("text", { fromText(heading, body, place) }),
    ]
    let stated: [(String, () -> [String])] = [
      ("json-ld", fromData), ("microdata", { fromMicrodata(place) }),
    ]
    for (rule, read) in stated {
      let names = AuthorNames.clean(read()).filter { !isSite($0) }
      if !names.isEmpty { return (names, rule) }
    }
    for (rule, read) in shown {
      let names = AuthorNames.clean(read())
      if !names.isEmpty, names.allSatisfy(AuthorNames.isPerson) { return (names, rule) }
    }
    let others: [(String, () -> [String])] = [
      ("meta", fromMeta), shown[0], ("byline", { fromClasses(heading, body, place) }), shown[1],
      ("first line", { fromFirstLine(body) }),
    ]
    for (rule, read) in others {
      let names = AuthorNames.clean(read()).filter { !isSite($0) }
      if !names.isEmpty { return (names, rule) }
    }
    // A newsroom that signs with its own name is better than nobody only where it says so itself.
    let own = AuthorNames.clean(fromData() + fromMeta())
    return own.isEmpty ? nil : (own, "publisher")
  }

  /// Whether a by-line names the publication itself: it is better than nobody, worse than anybody.
  private func isSite(_ name: String) -> Bool {
    let folded = Folding.label(name)
    if !name.contains(" "), name.contains(".") { return true }
    if let site = context.meta.first(["og:site_name"])?.value, Folding.label(site) == folded {
      return true
    }
    let publisher = LinkedData.string(context.linked.article?.fields["publisher"]?["name"])
    return publisher.map { Folding.label($0) == folded } ?? false
  }

  /// The first lines of the body, where they are nothing but a name in bold or capitals.
  private func fromFirstLine(_ body: [Int]) -> [String] {
    let document = context.document
    guard let root = body.first else { return [] }
    var seen = 0
    for index in root..<document.end(root) where document.name(index) == .p && !context.measures.isVoid[index]
    {
      guard context.measures.length[index] > 0 else { continue }
      seen += 1
      guard seen <= 4 else { break }
      let text = context.visibleLine(index, limit: 100)
      let words = text.split(whereSeparator: { $0 == " " || $0 == "/" })
      let isStrong =
        document.children(index).first(where: { context.measures.length[$0] > 0 }).map { child in
          (document.name(child) == .strong || document.name(child) == .b)
            && context.measures.length[child] == context.measures.length[index]
        } ?? false
      guard isStrong, words.count >= 2, words.count <= 6, text.count < 60,
        words.allSatisfy({ $0.first?.isUppercase == true }),
        !text.contains(where: { ".:!?»\"".contains($0) })
      else { continue }
      return text.split(separator: "/").map { String($0).trimmingSpaces }
    }
    return []
  }

  private func fromData() -> [String] {
    guard let article = context.linked.article else { return [] }
    var names: [String] = []
    func add(_ value: JSONValue?) {
      switch value {
      case .string(let text): names.append(text)
      case .list(let values): for element in values.prefix(20) { add(element) }
      case .object:
        if let name = value?["name"] {
          add(name)
        } else if let id = value?["@id"]?.text, let thing = context.linked.thing(id: id) {
          names.append(thing.string("name") ?? "")
        }
      case .number, .bool, .null, nil: break
      }
    }
    add(article.fields["author"])
    if names.isEmpty { add(article.fields["creator"]) }
    return names
  }

  private func fromMeta() -> [String] {
    let names = [
      "author", "article:author", "article:author_name", "og:article:author", "byl", "byline", "dc.creator",
      "dcterms.creator", "dc:creator",
      "dc.creator.personalname", "parsely-author", "sailthru.author", "citation_author", "authors", "creator",
      "cxenseparse:author", "articleauthor",
      "mediator_author", "article.author", "rnews:author", "dcsext.author", "twitter:data1",
    ]
    for name in names {
      if name == "twitter:data1" {
        let label = context.meta.first(["twitter:label1"])?.value.lowercased() ?? ""
        guard
          label.contains("writ") || label.contains("author") || label.contains("автор")
            || label.contains("geschrieben") || label.contains("verfasst")
        else { continue }
      }
      let values = context.meta.all(name)
      let clean = AuthorNames.clean(values)
      if !clean.isEmpty { return values }
    }
    return []
  }

  private func fromMicrodata(_ place: ArticlePlace) -> [String] {
    let document = context.document
    var names: [String] = []
    var index = 1
    while index < document.count, names.count < 20 {
      defer { index += 1 }
      guard document.isElement(index), let property = document.attribute(.itemprop, of: index)?.lowercased(),
        property.split(separator: " ").contains("author"),
        !place.isForeign(index, Self.foreignToStatements)
      else { continue }
      if let content = document.attribute(.content, of: index) {
        names.append(content)
        continue
      }
      let inner = (index + 1..<max(index + 1, document.end(index))).first {
        document.attribute(.itemprop, of: $0)?.lowercased() == "name"
      }
      let text = inner.map { document.attribute(.content, of: $0) ?? context.visibleLine($0, limit: 120) }
      names.append(text ?? context.visibleLine(index, limit: 120))
      index = max(index, document.end(index) - 1)
    }
    return names
  }

  private func fromLinks(_ heading: Int?, _ body: [Int], _ place: ArticlePlace) -> [String] {
    let document = context.document
    var names: [String] = []
    for index in 1..<max(1, document.count) where document.name(index) == .a {
      guard isNear(index, heading, body) else { continue }
      let relation = document.attribute(.rel, of: index)?.lowercased() ?? ""
      let target = document.attribute(.href, of: index)?.lowercased() ?? ""
      let isPage =
        [
          "/author/", "/authors/", "/avtor/", "/autor/", "/auteur/", "/by/", "/journalist", "/redakteur",
          "/profile/", "/people/", "/profil/", "/writers/", "/reporter", "/columnist", "/kolumnist",
        ].contains {
          target.contains($0)
        }
      guard relation.split(separator: " ").contains("author") || isPage,
        !place.isForeign(index, Self.foreignToStatements)
      else { continue }
      let name = context.visibleLine(index, limit: 120)
      // One word is a pen name where the link says that it is an author's, else a section or a network.
      let isAuthor = relation.split(separator: " ").contains("author")
      if isAuthor
        ? isPage || name.spaceCount > 0
        : AuthorNames.clean([name]).contains(where: AuthorNames.isPerson)
          || target.contains("author") && !name.isEmpty
      {
        names.append(name)
      }
      if names.count >= 6 { break }
    }
    return names
  }

  private func fromClasses(_ heading: Int?, _ body: [Int], _ place: ArticlePlace) -> [String] {
    let document = context.document
    var best: [(distance: Int, text: String, index: Int)] = []
    let anchor = heading ?? body.first ?? 0
    for index in 1..<max(1, document.count) where context.measures.hints[index].contains(.author) {
      let length = context.measures.length[index]
      guard length > 2, length < 160, !context.measures.isVoid[index],
        !place.isForeign(index, Self.foreign), isNear(index, heading, body)
      else { continue }
      let text = context.visibleLine(index, limit: 200)
      best.append((abs(index - anchor), text, index))
      if best.count > 100 { break }
    }
    for candidate in best.sorted(by: { ($0.distance, $0.text) < ($1.distance, $1.text) }) {
      let names = AuthorNames.clean(parts(candidate.index) ?? [candidate.text])
      if !names.isEmpty { return names }
    }
    return []
  }

  /// The texts of a by-line's links or spans, where it has several.
  private func parts(_ index: Int) -> [String]? {
    let document = context.document
    let leaves = (index + 1..<max(index + 1, document.end(index))).filter { node in
      switch document.name(node) {
      case .a, .span, .li, .p, .b, .strong:
        // «in Politics»: a by-line may hold the rubric too.
        !["tag", "category"].contains { document.attribute(.rel, of: node)?.contains($0) == true }
          && !document.children(node).contains { document.isElement($0) } && context.measures.length[node] > 2
      default: false
      }
    }
    return leaves.count > 1 ? leaves.prefix(12).map { context.visibleLine($0, limit: 120) } : nil
  }

  /// «By X», «Автор: X» in short texts around the title and at the end of the body.
  private func fromText(_ heading: Int?, _ body: [Int], _ place: ArticlePlace) -> [String] {
    let document = context.document
    guard let anchor = heading ?? body.first else { return [] }
    let end = min(document.count, (body.map { document.end($0) }.max() ?? anchor) + 40)
    let start = max(1, anchor - 40)
    guard start < end else { return [] }
    for index in start..<end where document.isText(index) && !context.measures.isVoid[index] {
      guard context.measures.length[index] < 90, context.measures.length[index] > 2, !isInCard(index) else {
        continue
      }
      let parent = document.parent(index)
      // The whole line first, where there is more in it.
      let isPart =
        context.measures.length[parent] < 120 && document.textRange(parent) != document.textRange(index)
      for node in isPart ? [parent, index] : [index] {
        if document.textBytes[document.textRange(node)].contains(0x40),
          let name = AuthorNames.beforeHour(context.line(node, limit: 120)),
          !place.isForeign(index, Self.foreign)
        {
          return [name]
        }
        if place.isAtTitle(index), context.mayHoldNumber(node),
          let name = besideDay(context.line(node, limit: 120)), !place.isForeign(index, Self.foreign)
        {
          return [name]
        }
        guard AuthorNames.mayHavePrefix(document.textBytes[document.textRange(node)]) else { continue }
        let line = context.line(node, limit: 120)
        // «Автор:» in an element of its own.
        let whole = AuthorNames.isPrefix(line) ? line + " " + lineBehind(index) : line
        let signed = AuthorNames.afterPrefix(whole)
        if !signed.isEmpty,
          !place.isForeign(index, Self.foreign)
        {
          return signed
        }
      }
    }
    return []
  }

  /// The person in «11.12.2019 – Анна Белова»: what a line tells besides its day.
  private func besideDay(_ line: String) -> String? {
    guard line.scalarCount <= 60 else { return nil }
    let parts = line.split { "|•·–—".contains($0) }.map { String($0).trimmingSpaces }
    let split = parts.count == 2 ? parts : line.components(separatedBy: " - ")
    guard split.count == 2, let name = split.first(where: AuthorNames.isPerson),
      let day = split.first(where: { $0 != name }), context.dates.parse(day) != nil,
      !PageWords.towns.contains(ExactText(Folding.label(name)))
    else { return nil }
    return name
  }

  /// The text behind a label that stands by itself.
  private func lineBehind(_ index: Int) -> String {
    let next = (index + 1..<max(index + 1, min(context.document.count, index + 8))).first {
      context.document.isText($0) && !context.measures.isVoid[$0] && context.measures.length[$0] > 2
    }
    return next.map { context.line($0, limit: 80) } ?? ""
  }

  /// Whether a text stands in a link that says more: a card of another article, with its own author.
  private func isInCard(_ index: Int) -> Bool {
    var node = context.document.parent(index)
    for _ in 0..<6 where node > 0 {
      if context.document.name(node) == .a {
        return context.measures.length[node] > context.measures.length[index] + 24
      }
      node = context.document.parent(node)
    }
    return false
  }

  private func isNear(_ index: Int, _ heading: Int?, _ body: [Int]) -> Bool {
    guard let anchor = heading ?? body.first else { return true }
    let end = body.map { context.document.end($0) }.max() ?? anchor
    return index > anchor - 120 && index < end + 120
  }

  private static let foreign: ClassHints = [.comments, .related, .sidebar, .top, .footer]
  /// A post's own foot may name its author, where the page says so in so many words.
  private static let foreignToStatements: ClassHints = [.comments, .related, .sidebar, .top]
}
