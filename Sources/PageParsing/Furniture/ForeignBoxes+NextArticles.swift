import Markup

/// Articles that a page shows behind its own.
extension ForeignBoxes {
  mutating func markNextArticles(after heading: Int) {
    guard let own = article(of: heading) else { return }
    let name = document.name(own)
    let token = firstClass(own)
    let title = document.text(heading)
    var index = document.end(own)
    while index < document.count {
      guard document.isElement(index), prose[index] > 150,
        document.name(index) == name && firstClass(index) == token && (name == .article || isSigned(index))
          || isLoadedNext(index),
        hasOwnHeading(index, otherThan: title)
      else {
        index += 1
        continue
      }
      mark(index, .nextArticle)
      index = document.end(index)
    }
  }

  /// So many nodes of a box are looked at for what it tells of itself.
  private static let mostLookedAt = 400

  /// Whether a box tells when it appeared or leads to its own page by its heading, as an article does and the chapter of a
  /// text does not.
  private func isSigned(_ index: Int) -> Bool {
    for node in index + 1..<max(index + 1, min(document.end(index), index + Self.mostLookedAt)) {
      switch document.name(node) {
      case .time, .h1: return true
      case .h2: if measures.links[node] > 0 { return true }
      default: if !measures.hints[node].isDisjoint(with: [.date, .author, .meta]) { return true }
      }
    }
    return false
  }

  /// Whether a box says that it was loaded behind another, or loads the next: `data-next-url`.
  private func isLoadedNext(_ index: Int) -> Bool {
    ["data-next-url", "data-next", "data-next-article"].contains {
      document.attribute(spelled: $0, of: index) != nil
    }
  }

  /// The nearest box with the heading that is an article by name or class and holds a text.
  private func article(of heading: Int) -> Int? {
    var node = document.parent(heading)
    while node > 0 {
      let isArticle =
        document.name(node) == .article
        || document.name(node) == .div && firstClass(node) != nil
          && !measures.hints[node].isDisjoint(with: [.content, .body])
      if isArticle, prose[node] > 100 { return node }
      node = document.parent(node)
    }
    return nil
  }

  private func firstClass(_ index: Int) -> Substring? {
    guard let text = document.attribute(.class, of: index) else { return nil }
    return text.split(whereSeparator: \.isWhitespace).first
  }

  /// Whether a box begins with a heading of three words or more that is not the title.
  private func hasOwnHeading(_ index: Int, otherThan title: String) -> Bool {
    for node in index + 1..<max(index + 1, document.end(index)) {
      switch document.name(node) {
      case .h1, .h2:
        let text = document.text(node)
        return text != title && text.split(separator: " ").count >= 3
      case .p: if measures.length[node] > 80 { return false }
      default: break
      }
    }
    return false
  }
}
