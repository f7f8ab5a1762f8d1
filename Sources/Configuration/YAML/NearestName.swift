/// Finds the name a person most likely meant.
package enum NearestName {
  /// - Returns: the candidate with the smallest edit distance to `name`, if that is at most a third of its length
  ///   (and at least one edit is allowed).
  package static func to(_ name: String, among candidates: [String]) -> String? {
    let limit = max(1, name.count / 3)
    return
      candidates
      .map {
        (name: $0, distance: distance(from: Array(name.lowercased().prefix(64)), to: Array($0.prefix(64))))
      }
      .filter { $0.distance <= limit }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
      .name
  }

  /// Levenshtein's distance, one row at a time.
  private static func distance(from left: [Character], to right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (index, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let substitution = diagonal + (character == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substitution, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
