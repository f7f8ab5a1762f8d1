import Language
import Markup
import NewsModel

/// The next page of an article or of a section.
struct NextPage {
  let context: PageContext

  /// `rel=next`, else the link of a page list that says so; `nil` when there is none.
  func find() -> WebAddress? {
    let document = context.document
    if let node = context.rules.nodes(.next)?.first {
      return context.addresses[node]
    }
    for index in 0..<document.count {
      let name = document.name(index)
      guard name == .link || name == .a, let relation = document.attribute(.rel, of: index)?.lowercased(),
        relation.split(separator: " ").contains("next"), let address = follow(index)
      else { continue }
      return address
    }
    for index in 0..<document.count where context.measures.hints[index].contains(.pages) {
      for link in index + 1..<max(index + 1, document.end(index)) where document.name(link) == .a {
        let text = Folding.label(context.line(link, limit: 60))
        let classes = document.attribute(.class, of: link)?.lowercased() ?? ""
        guard Self.words.contains(text) || classes.contains("next"), let address = follow(link) else {
          continue
        }
        return address
      }
    }
    return nil
  }

  private static let words: Set<String> = [
    "следующая", "следующая страница", "вперед", "дальше", "далее", "next", "next page", "older posts",
    "older", "наступна", "келесі",
    "наступная", "киләсе", "weiter", "nächste", "suivant", "siguiente",
  ]

  private func follow(_ index: Int) -> WebAddress? {
    guard let address = context.addresses[index],
      address.withoutFragment != context.page.address?.withoutFragment
    else { return nil }
    return address
  }
}
