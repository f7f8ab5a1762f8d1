import Foundation

/// Values as one line of JSON with sorted keys: the same value is the same text.
enum JSONText {
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .secondsSince1970
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func encode(_ values: [String]) throws -> String {
    values.isEmpty ? "[]" : try JSONEncoder().text(of: values)
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .secondsSince1970
    return try decoder.decode(type, from: Data(text.utf8))
  }

  static func strings(_ text: String) -> [String] {
    if text == "[]" { return [] }
    // Without an escape no string holds a quote.
    guard text.utf8.contains(UInt8(ascii: "\\")) || !text.hasPrefix("[\"") || !text.hasSuffix("\"]") else {
      return text.dropFirst(2).dropLast(2).split(separator: "\",\"", omittingEmptySubsequences: false)
        .map(String.init)
    }
    return (try? decode([String].self, from: text)) ?? []
  }
}

extension JSONEncoder {
  fileprivate func text(of values: [String]) throws -> String {
    outputFormatting = [.withoutEscapingSlashes]
    return String(decoding: try encode(values), as: UTF8.self)
  }
}
