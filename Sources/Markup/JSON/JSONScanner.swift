/// A place in the bytes of a JSON text; deeper than a hundred levels it reads nothing.
struct JSONScanner {
  private(set) var isLenient = false
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private static let maximumDepth = 100

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func document() -> JSONValue? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let value = value(depth: 0)
    skipSpaces()
    if position < bytes.count { isLenient = true }
    return value
  }

  private var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Steps over white space, and over comments as JavaScript has them.
  private mutating func skipSpaces() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      case 0x2F:
        guard skipComment() else { return }
        isLenient = true
      default: return
      }
    }
  }

  /// At a slash: over `//` to the end of the line, over `/*` to `*/`; `false` where neither stands here.
  private mutating func skipComment() -> Bool {
    guard position + 1 < bytes.count else { return false }
    switch bytes[position + 1] {
    case 0x2F:
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      return true
    case 0x2A:
      position += 2
      while position < bytes.count {
        if bytes[position] == 0x2A, position + 1 < bytes.count, bytes[position + 1] == 0x2F {
          position += 2
          return true
        }
        position += 1
      }
      return true
    default: return false
    }
  }

  /// The objects and lists that stand in the text among other things, empty ones left out; what they hold is not
  /// read again.
  mutating func embedded(limit: Int) -> [JSONValue] {
    var found: [JSONValue] = []
    while position < bytes.count, found.count < limit {
      let start = position
      switch bytes[position] {
      case 0x7B:
        if case .object(let members)? = value(depth: 0), !members.isEmpty { found.append(.object(members)) }
      case 0x5B:
        if bytes[position...].starts(with: Self.sectionOpening) {
          position += Self.sectionOpening.count
        } else if case .list(let values)? = value(depth: 0), !values.isEmpty {
          found.append(.list(values))
        }
      default: break
      }
      if position == start { position += 1 }
    }
    return found
  }

  /// What follows `<!` where a CDATA section begins.
  private static let sectionOpening = Array("[CDATA[".utf8)

  /// `nil` when no whole value stands here; of an object or a list that is cut off, what came before the cut.
  private mutating func value(depth: Int) -> JSONValue? {
    skipSpaces()
    guard depth < Self.maximumDepth else { return nil }
    switch peek {
    case 0x7B: return object(depth: depth)
    case 0x5B: return array(depth: depth)
    case 0x22: return string().map { .string($0) }
    case 0x74: return word("true", .bool(true))
    case 0x66: return word("false", .bool(false))
    case 0x6E: return word("null", .null)
    default: return number()
    }
  }

  /// An object that is cut off is no whole value, but for the outermost, whose members are.
  private mutating func object(depth: Int) -> JSONValue? {
    position += 1
    var members: [String: JSONValue] = [:]
    while true {
      skipSpaces()
      switch peek {
      case 0x7D:
        position += 1
        return .object(members)
      case 0x2C:
        position += 1
      case 0x22:
        guard let key = string() else { return cut(members, depth) }
        skipSpaces()
        guard peek == 0x3A else { return cut(members, depth) }
        position += 1
        guard let value = value(depth: depth + 1) else { return cut(members, depth) }
        members[key] = value
        skipSpaces()
        if peek != 0x2C, peek != 0x7D { isLenient = true }
      default: return cut(members, depth)
      }
    }
  }

  private mutating func cut(_ members: [String: JSONValue], _ depth: Int) -> JSONValue? {
    isLenient = true
    return depth == 0 && !members.isEmpty ? .object(members) : nil
  }

  private mutating func array(depth: Int) -> JSONValue? {
    position += 1
    var values: [JSONValue] = []
    while true {
      skipSpaces()
      switch peek {
      case 0x5D:
        position += 1
        return .list(values)
      case 0x2C:
        position += 1
        skipSpaces()
        if peek == 0x5D || peek == 0x2C { isLenient = true }
      default:
        guard let value = value(depth: depth + 1) else {
          isLenient = true
          return .list(values)
        }
        values.append(value)
      }
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
    guard position + word.utf8CodeUnitCount <= bytes.count else { return nil }
    for offset in 0..<word.utf8CodeUnitCount where bytes[position + offset] != word.utf8Start[offset] {
      return nil
    }
    position += word.utf8CodeUnitCount
    return value
  }

  private mutating func number() -> JSONValue? {
    let start = position
    while position < bytes.count, position - start < 64 {
      let byte = bytes[position]
      guard
        (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2B || byte == 0x2E || byte | 0x20 == 0x65
      else { break }
      position += 1
    }
    guard position > start, (0x30...0x39).contains(bytes[start]) || bytes[start] == 0x2D else { return nil }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  /// At the opening quote; `nil` when the closing one never comes.
  private mutating func string() -> String? {
    position += 1
    var result: [UInt8] = []
    var start = position
    while position < bytes.count {
      switch bytes[position] {
      case 0x22:
        result.append(contentsOf: bytes[start..<position])
        position += 1
        return String(decoding: result, as: UTF8.self)
      case 0x5C:
        result.append(contentsOf: bytes[start..<position])
        position += 1
        appendEscape(to: &result)
        start = position
      case 0..<0x20:
        isLenient = true
        position += 1
      default: position += 1
      }
    }
    return nil
  }

  /// Behind a backslash. Halves of surrogate pairs that stand alone are U+FFFD.
  private mutating func appendEscape(to result: inout [UInt8]) {
    let byte = peek
    position += 1
    switch byte {
    case 0x6E: result.append(0x0A)
    case 0x74: result.append(0x09)
    case 0x72: result.append(0x0D)
    case 0x62: result.append(0x08)
    case 0x66: result.append(0x0C)
    case 0x75:
      guard let unit = hexadecimal() else { return result.append(contentsOf: "\u{FFFD}".utf8) }
      result.append(contentsOf: String(scalar(unit)).utf8)
    case 0: isLenient = true
    default: result.append(byte)
    }
  }

  private mutating func scalar(_ unit: UInt32) -> Unicode.Scalar {
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let start = position
    if unit < 0xDC00, peek == 0x5C, position + 1 < bytes.count, bytes[position + 1] == 0x75 {
      position += 2
      if let low = hexadecimal(), (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
      {
        return scalar
      }
      position = start
    }
    return "\u{FFFD}"
  }

  private mutating func hexadecimal() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    position += 4
    return value
  }
}
