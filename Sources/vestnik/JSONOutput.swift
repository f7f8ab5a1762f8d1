import Foundation

/// One JSON document on standard output: sorted names, ISO 8601 dates in UTC, slashes as they are.
enum JSONOutput {
  static func print(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    Output.line(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
