import Markup

/// Cards of other stories, and galleries of them.
extension ForeignBoxes {
  private static let fewestTeasers = 3

  mutating func markTeasers() {
    var headings: [Int] = []
    var counts = [Int32](repeating: 0, count: document.count)
    for index in 1..<max(1, document.count) where isLinkedHeading(index) {
      headings.append(index)
      counts[index] = 1
    }
    guard headings.count >= Self.fewestTeasers else { return }
    for index in stride(from: document.count - 1, through: 1, by: -1) where counts[index] > 0 {
      counts[document.parent(index)] += counts[index]
    }
    var likeness: [Int: Bool] = [:]
    for heading in headings {
      var box = document.parent(heading)
      for _ in 0..<4 {
        let parent = document.parent(box)
        guard parent > 0, counts[box] == 1, Double(measures.length[box]) <= weights.teaserLongest else {
          break
        }
        if counts[parent] >= Self.fewestTeasers {
          let key = parent * 256 + Int(document.name(box).rawValue)
          let isOneOfMany =
            likeness[key]
            ?? (document.children(parent).count { counts[$0] == 1 && document.name($0) == document.name(box) }
              >= Self.fewestTeasers)
          likeness[key] = isOneOfMany
          if isOneOfMany { mark(box, .teaser) }
          break
        }
        box = parent
      }
    }
  }

  /// Whether an element is a heading of which all is one link to another page of the site.
  private func isLinkedHeading(_ index: Int) -> Bool {
    guard !measures.isVoid[index], index != heading, (8..<250).contains(measures.length[index]),
      measures.linkLength[index] * 10 >= measures.length[index] * 9
    else { return false }
    switch document.name(index) {
    case .h2, .h3, .h4, .h5: break
    default: return false
    }
    let link = (index + 1..<document.end(index)).first { document.name($0) == .a } ?? enclosingLink(index)
    return link.map(links.isOwn) ?? false
  }

  private func enclosingLink(_ index: Int) -> Int? {
    var node = document.parent(index)
    for _ in 0..<4 where node > 0 {
      if document.name(node) == .a { return node }
      node = document.parent(node)
    }
    return nil
  }

  /// More galleries of a page are not looked at.
  private static let mostGalleries = 40

  mutating func markGalleries() {
    var index = 1
    var seen = 0
    while index < document.count, seen < Self.mostGalleries {
      if measures.hints[index].contains(.gallery) { seen += 1 }
      guard measures.hints[index].contains(.gallery), !measures.isVoid[index],
        measures.length[index] > 200, headings(in: index) >= 4, isOfAnotherStory(index)
      else {
        index += 1
        continue
      }
      mark(index, .gallery)
      index = document.end(index)
    }
  }

  /// Whether the article's own box, the lowest around a gallery and the title, has a text besides, which is longer than
  /// the gallery or goes on behind it. A gallery at its end, under a few lines that announce it, is the article.
  private func isOfAnotherStory(_ index: Int) -> Bool {
    var node = index
    var behind = 0.0
    while node > 0, heading == nil || !holdsTitle(node) {
      let parent = document.parent(node)
      for sibling in document.children(parent)
      where sibling > node && document.isElement(sibling) && !isFurniture(sibling) && !isBeside(sibling) {
        behind += max(0, prose[sibling])
      }
      node = parent
    }
    let beside = prose[node] - prose[index]
    return beside > weights.proseOutside && (behind > weights.proseOutside / 2 || beside > prose[index])
  }

  private func headings(in index: Int) -> Int {
    (index + 1..<max(index + 1, document.end(index))).count { node in
      switch document.name(node) {
      case .h2, .h3, .h4, .h5: true
      default: false
      }
    }
  }
}
