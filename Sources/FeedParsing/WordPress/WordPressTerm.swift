import Markup
import NewsModel

/// A category or tag of a WordPress site.
package struct WordPressTerm: Hashable, Sendable {
  /// The site's own number, which `parent` and posts refer to.
  package var id: Int
  /// The category above it; 0 at the top.
  package var parent: Int
  /// One plain line (`name`).
  package var title: String
  /// The page that lists its posts (`link`).
  package var address: WebAddress?
  /// How many posts it has.
  package var count: Int

  package init(id: Int, parent: Int = 0, title: String, address: WebAddress? = nil, count: Int = 0) {
    self.id = id
    self.parent = parent
    self.title = title
    self.address = address
    self.count = count
  }
}

extension [WordPressTerm] {
  /// Categories as sections of a menu: those without a parent, each with its children, at most two levels deep;
  /// deeper ones join their grandparent's entry. Empty categories without children are left out.
  package var sections: [Section] {
    var parents: [Int: Int] = [:]
    for term in self where term.id != term.parent { parents[term.id] = term.parent }
    let ids = Set(map(\.id))
    func top(of id: Int) -> Int {
      var current = id
      var steps = 0
      while let parent = parents[current], parent != 0, ids.contains(parent), steps < 16 {
        current = parent
        steps += 1
      }
      return current
    }
    var children: [Int: [Section]] = [:]
    for term in self where top(of: term.id) != term.id && term.count > 0 {
      children[top(of: term.id), default: []].append(Section(title: term.title, address: term.address))
    }
    return compactMap { term in
      guard top(of: term.id) == term.id else { return nil }
      let below = children[term.id] ?? []
      guard term.count > 0 || !below.isEmpty else { return nil }
      return Section(title: term.title, address: term.address, sections: below)
    }
  }
}
