/// A value of JSON, read leniently: numbers count as texts, and texts as numbers.
enum JSONValue {
  case object([String: JSONValue])
  case list([JSONValue])
  case string(String)
  /// As written.
  case number(String)
  case bool(Bool)
  case null

  subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self, let value = members[key] else { return nil }
    if case .null = value { return nil }
    return value
  }

  var list: [JSONValue]? {
    guard case .list(let values) = self else { return nil }
    return values
  }

  /// A text that is not blank, or a number as text.
  var text: String? {
    switch self {
    case .string(let text): text.trimmed.isEmpty ? nil : text
    case .number(let digits): digits
    default: nil
    }
  }

  var number: Int? {
    switch self {
    case .string(let text): Int(text.trimmed)
    case .number(let digits): Int(digits) ?? Double(digits).flatMap { Int(exactly: $0.rounded()) }
    default: nil
    }
  }

  /// - Returns: the value and whether it took leave from RFC 8259 (line feeds in strings, commas too many, an end that
  ///   never came: of a list that is cut off, every whole value is kept); `nil` for what is no JSON.
  static func parse(_ text: String) -> (value: JSONValue, isLenient: Bool)? {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes)
      guard let value = scanner.document() else { return nil }
      return (value, scanner.isLenient)
    }
  }
}
