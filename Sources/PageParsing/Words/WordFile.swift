/// A file of words by groups: `[group]` or `[group other]` begins a section whose lines belong to each group named, a
/// phrase a line; `#` begins a comment.
struct WordFile {
  /// What stands in a file that does not belong there, by its line from 1.
  struct Fault: Hashable {
    enum Kind: Hashable {
      case tooLong
      case beforeAnySection
      case twiceInGroup(String)
    }
    var line: Int
    var kind: Kind
  }

  /// The bytes of a phrase; longer ones are left out.
  static let longestPhrase = 160
  /// What is beyond is not read.
  static let mostLines = 20_000

  /// The phrases by group, in the order of the file.
  private(set) var groups: [String: [String]] = [:]
  private(set) var faults: [Fault] = []

  init(_ text: String) {
    var current: [String] = []
    var known: Set<[String]> = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard index < Self.mostLines else { break }
      let words = line.trimmingSpaces
      if words.isEmpty || words.hasPrefix("#") { continue }
      if words.hasPrefix("["), words.hasSuffix("]") {
        current = words.dropFirst().dropLast().split(separator: " ").map(String.init)
        continue
      }
      guard words.utf8.count <= Self.longestPhrase else {
        faults.append(Fault(line: index + 1, kind: .tooLong))
        continue
      }
      if current.isEmpty { faults.append(Fault(line: index + 1, kind: .beforeAnySection)) }
      for group in current {
        if known.insert([group, words]).inserted {
          groups[group, default: []].append(words)
        } else {
          faults.append(Fault(line: index + 1, kind: .twiceInGroup(group)))
        }
      }
    }
  }
}
