/// Groups of stories out of sure links: the strongest first, two groups joined only when their members are near one
/// another on the average.
struct EventClusters {
  /// A pair of stories that surely tell of the same happening.
  struct Link {
    let first: Int
    let second: Int
    let strength: Double
  }

  /// A larger group is no longer one happening.
  private static let maximumMembers = 100

  private(set) var groups: [[Int]] = []

  init(_ links: [Link], count: Int, near: Double, strength: (Int, Int) -> Double) {
    var groupOf = Array(0..<count)
    var members: [Int: [Int]] = [:]
    let strongest = links.sorted {
      $0.strength != $1.strength ? $0.strength > $1.strength : ($0.first, $0.second) < ($1.first, $1.second)
    }
    for link in strongest {
      let (first, second) = (groupOf[link.first], groupOf[link.second])
      guard first != second else { continue }
      let left = members[first] ?? [first]
      let right = members[second] ?? [second]
      guard left.count + right.count <= Self.maximumMembers else { continue }
      var sum = 0.0
      for one in left {
        for other in right { sum += strength(one, other) }
      }
      guard sum >= near * Double(left.count * right.count) else { continue }
      members[first] = left + right
      members[second] = nil
      for index in right { groupOf[index] = first }
    }
    groups = members.values.filter { $0.count > 1 }.map { $0.sorted() }
  }
}
