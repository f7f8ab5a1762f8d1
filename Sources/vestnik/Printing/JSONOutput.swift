import Foundation

/// One JSON document: sorted names, ISO 8601 dates in UTC, slashes as they are.
enum JSONOutput {
  static func print(_ value: some Encodable) throws { Output.text(try text(value)) }

  /// The document, with a line feed at its end.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
