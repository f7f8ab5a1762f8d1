import Foundation

/// A request as it came in.
package struct LoopbackRequest: Sendable {
  package var method: String
  /// The path and the query.
  package var target: String
  /// By name in lower case.
  package var headers: [String: String]
  /// What came after the head.
  package var body = Data()
  /// When its head was complete.
  package var arrived: ContinuousClock.Instant

  /// The target without its query.
  package var path: String { String(target.prefix { $0 != "?" }) }

  /// Reads a head, without its empty line.
  init?(head: String) {
    var lines = head.split(separator: "\r\n", omittingEmptySubsequences: true)
    guard !lines.isEmpty else { return nil }
    let words = lines.removeFirst().split(separator: " ")
    guard words.count == 3 else { return nil }
    method = String(words[0])
    target = String(words[1])
    headers = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      headers[line[..<colon].lowercased()] = String(value)
    }
    arrived = .now
  }
}
