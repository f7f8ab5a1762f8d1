/// How many letters must be put in, taken out or changed to make one word of another (Levenshtein).
enum EditDistance {
  /// The distance; words that differ in length by `limit` or more, or are longer than 64, count as `limit`.
  static func between(_ first: String, _ second: String, limit: Int) -> Int {
    let (left, right) = (Array(first), Array(second))
    guard abs(left.count - right.count) < limit, left.count <= 64, right.count <= 64 else { return limit }
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let change = previous[column] + (letter == other ? 0 : 1)
        current.append(min(change, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return min(limit, previous[right.count])
  }
}
