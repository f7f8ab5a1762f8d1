import NewsModel
import Yams

/// What becomes of the items of a list in a file, in the order in which they have to stand.
struct ItemPlan {
  /// What is done with an item, named by its place in the file.
  enum Step {
    case keep(Int)
    /// What it says goes; the comments above it stay.
    case drop(Int)
    case change(Int, from: Node, to: Node)
    case add(Node)
  }

  let steps: [Step]

  /// - Parameters:
  ///   - there: the items as the file writes them; some of them may mean nothing.
  ///   - old: what they mean.
  ///   - new: what has to stand there.
  init(there: [Node], old: [Node], new: [Node]) {
    // By place in the file, what an item means.
    var meaning: [Int: Node] = [:]
    var next = 0
    for node in old {
      let name = Self.name(node)
      guard let place = there.indices.dropFirst(next).first(where: { Self.name(there[$0]) == name }) else {
        continue
      }
      meaning[place] = node
      next = place + 1
    }
    var left = there.indices.filter { meaning[$0] != nil }
    func take(_ isIt: (Node) -> Bool) -> Int? {
      guard let index = left.firstIndex(where: { meaning[$0].map(isIt) ?? false }) else { return nil }
      return left.remove(at: index)
    }
    var places = new.map { node in take { $0 == node } }
    for index in new.indices where places[index] == nil {
      places[index] = take { Self.name($0) == Self.name(new[index]) }
    }
    for index in new.indices where places[index] == nil {
      places[index] = take { Self.shares($0, new[index]) }
    }
    var steps: [Step] = []
    /// What stands below an item and goes with it: items that mean nothing or are to go.
    func follow(from place: Int) {
      var place = place
      while place < there.count, !places.contains(place) {
        steps.append(meaning[place] == nil ? .keep(place) : .drop(place))
        place += 1
      }
    }
    follow(from: 0)
    for (node, place) in zip(new, places) {
      guard let place, let before = meaning[place] else {
        steps.append(.add(node))
        continue
      }
      steps.append(before == node ? .keep(place) : .change(place, from: before, to: node))
      follow(from: place + 1)
    }
    self.steps = steps
  }

  /// What an item is called: a title, or an address in its usual form.
  private static func name(_ node: Node) -> String? {
    let text = node.mapping?["title"]?.string ?? node.mapping?["url"]?.string ?? node.scalar?.string
    return text.map { WebAddress($0)?.text ?? CleanText.line($0, limit: 1000) }
  }

  /// Whether two items differ in their titles only.
  private static func shares(_ one: Node, _ other: Node) -> Bool {
    ["url", "feed"].contains { key in
      one.mapping?[key]?.string.map { $0 == other.mapping?[key]?.string } ?? false
    }
  }
}
