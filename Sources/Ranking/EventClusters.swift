/// Groups of stories out of linked pairs: the strongest links first, two groups joined only when most of their
/// members are linked with one another.
struct EventClusters {
  private(set) var groups: [[Int]] = []

  init(_ links: [EventGrouping.Link], count: Int) {
    var groupOf = Array(0..<count)
    var members: [Int: [Int]] = [:]
    var linked: Set<Pair> = []
    for link in links { linked.insert(Pair(link.first, link.second)) }
    let strongest = links.sorted {
      $0.strength != $1.strength ? $0.strength > $1.strength : ($0.first, $0.second) < ($1.first, $1.second)
    }
    for link in strongest {
      let (first, second) = (groupOf[link.first], groupOf[link.second])
      guard first != second else { continue }
      let left = members[first] ?? [first]
      let right = members[second] ?? [second]
      guard left.count + right.count <= Self.maximumMembers else { continue }
      var links = 0
      for one in left {
        for other in right where linked.contains(Pair(one, other)) { links += 1 }
      }
      guard links * 2 > left.count * right.count else { continue }
      members[first] = left + right
      members[second] = nil
      for index in right { groupOf[index] = first }
    }
    groups = members.values.filter { $0.count > 1 }.map { $0.sorted() }
  }

  /// A larger group is no longer one happening.
  private static let maximumMembers = 200

  private struct Pair: Hashable {
    let low: Int
    let high: Int

    init(_ first: Int, _ second: Int) {
      low = min(first, second)
      high = max(first, second)
    }
  }
}
