import Foundation
import Language
import Markup
import NewsModel

/// What an article's page shows beside the text: tags, «По теме», «Топ новости».
struct BesideReader {
  private let context: PageContext
  private let groups: [HeadlineReader.Group]

  init(context: PageContext, body: [Int]) {
    self.context = context
    groups = HeadlineReader(context: context).read()
  }

  func related() -> [Headline] { headlines(.related) }

  func top() -> [Headline] { headlines(.top) }

  private func headlines(_ kind: HeadlineReader.Kind) -> [Headline] {
    var seen: Set<String> = []
    return groups.filter { $0.kind == kind }.flatMap(\.headlines).filter {
      seen.insert(LinkKinds.key($0.address)).inserted
    }
  }

  /// The words an article is filed under: `rel=tag`, a list of tags, the page's data.
  func tags() -> [String] {
    let document = context.document
    var names: [String] = []
    if let nodes = context.rules.nodes(.tags) {
      names = nodes.map { context.visibleLine($0, limit: 80) }
    } else {
      for index in 1..<max(1, document.count) where document.name(index) == .a {
        guard let relation = document.attribute(.rel, of: index)?.lowercased(),
          relation.split(separator: " ").contains("tag")
        else { continue }
        names.append(context.visibleLine(index, limit: 80))
        if names.count >= 40 { break }
      }
      if names.isEmpty { names = linksInTagLists() }
      if names.isEmpty { names = context.meta.all("article:tag").map { CleanText.line($0, limit: 80) } }
      if names.isEmpty, let keywords = context.meta.first(["news_keywords"])?.value {
        names = keywords.split(separator: ",").map { CleanText.line($0, limit: 80) }
      }
    }
    var seen: Set<String> = []
    return Array(
      names.map { String($0.drop { $0 == "#" }) }.filter {
        $0.count >= 2 && $0.count <= 60 && seen.insert(Folding.label($0)).inserted
      }.prefix(30))
  }

  private func linksInTagLists() -> [String] {
    let document = context.document
    for index in 1..<max(1, document.count) where context.measures.hints[index].contains(.tags) {
      let links = context.measures.links[index]
      guard links > 0, links <= 30, context.measures.linkDensity(index) > 0.5,
        !context.measures.isVoid[index],
        !context.measures.hints[index].contains(.sidebar)
      else { continue }
      let names = (index..<document.end(index)).filter { document.name($0) == .a }.map {
        context.visibleLine($0, limit: 80)
      }
      .filter { !$0.isEmpty && $0.count < 40 }
      if !names.isEmpty { return names }
    }
    return []
  }
}
