import Foundation

/// A value of JSON (RFC 8259), read leniently and within bounds: numbers count as texts, and texts as numbers.
package indirect enum JSONValue: Hashable, Sendable {
  /// Members by name; of two with one name the last counts. Their order is not kept.
  case object([String: JSONValue])
  /// Values in their order.
  case list([JSONValue])
  /// A text, its escapes resolved; it may hold control characters.
  case string(String)
  /// As written.
  case number(String)
  /// `true` or `false`.
  case bool(Bool)
  /// `null`.
  case null

  /// The member of an object; `nil` where there is none, or it is `null`, or this is no object.
  package subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self, let value = members[key] else { return nil }
    if case .null = value { return nil }
    return value
  }

  /// The values of a list; `nil` for anything else.
  package var list: [JSONValue]? {
    guard case .list(let values) = self else { return nil }
    return values
  }

  /// A text that is not blank, or a number as text.
  package var text: String? {
    switch self {
    case .string(let text): text.contains { !$0.isWhitespace } ? text : nil
    case .number(let digits): digits
    case .object, .list, .bool, .null: nil
    }
  }

  /// A whole number, also one that stands in a text.
  package var number: Int? {
    switch self {
    case .string(let text): Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
    case .number(let digits): Int(digits) ?? Double(digits).flatMap { Int(exactly: $0.rounded()) }
    case .object, .list, .bool, .null: nil
    }
  }

  /// - Returns: the value and whether it took leave from RFC 8259 (line feeds in strings, commas too many, an end that
  ///   never came: of a list that is cut off, every whole value is kept); `nil` for what is no JSON.
  package static func parse(_ text: String) -> (value: JSONValue, isLenient: Bool)? {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes)
      guard let value = scanner.document() else { return nil }
      return (value, scanner.isLenient)
    }
  }

  /// The objects and lists in a script, whatever stands around them: CDATA, comments, assignments, one behind the other.
  ///
  /// - Parameters:
  ///   - script: UTF-8.
  ///   - limit: of several that follow each other, only so many are read.
  package static func embedded(in script: ArraySlice<UInt8>, limit: Int = 200) -> [JSONValue] {
    script.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      return scanner.embedded(limit: limit)
    }
  }
}
