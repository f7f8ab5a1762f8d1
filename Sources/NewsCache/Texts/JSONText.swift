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
    let bytes = text.utf8
    guard !bytes.contains(UInt8(ascii: "\\")), bytes.starts(with: "[\"".utf8),
      bytes.suffix(2).elementsEqual("\"]".utf8)
    else {
      return (try? decode([String].self, from: text)) ?? []
    }
    // Without an escape no string holds a quote: every other piece between quotes is one, and commas are the rest.
    return bytes.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated()
      .compactMap { index, piece in index % 2 == 1 ? String(Substring(piece)) : nil }
  }
}

extension JSONEncoder {
  fileprivate func text(of values: [String]) throws -> String {
    outputFormatting = [.withoutEscapingSlashes]
    return String(decoding: try encode(values), as: UTF8.self)
  }
}
