/// "Prescan a byte stream to determine its encoding" of the HTML Standard, §13.2.3.2.
///
/// Browsers look at the first 1024 bytes and take back what they did when a later `<meta>` disagrees; here
/// the whole head is looked at once, up to `limit`.
struct MetaPrescan {
  /// How far a declaration may stand from the start.
  static let limit = 65_536

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// - Returns: the encoding that a `<meta>` (or an XML declaration, which browsers honour in HTML) names.
  static func encoding(in bytes: UnsafeRawBufferPointer) -> CharacterEncoding? {
    var scan = MetaPrescan(bytes: UnsafeRawBufferPointer(rebasing: bytes.prefix(limit)))
    return scan.run()
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private mutating func run() -> CharacterEncoding? {
    if let label = Declarations.label(inXML: bytes), let found = CharacterEncoding(label: label) {
      return Self.settle(found)
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      if starts(with: "<!--") {
        skipComment()
      } else if starts(with: "<meta"), let next = byte(at: position + 5), next.isHTMLSpace || next == 0x2F {
        position += 5
        if let found = meta() { return found }
      } else if let next = byte(at: position + 1), next.isASCIILetter {
        skipTag(from: position + 1)
      } else if starts(with: "</"), let next = byte(at: position + 2), next.isASCIILetter {
        skipTag(from: position + 2)
      } else if starts(with: "<!") || starts(with: "</") || starts(with: "<?") {
        skip(to: UInt8(ascii: ">"))
      } else {
        position += 1
      }
    }
    return nil
  }

  /// A declaration that is read as ASCII cannot be one of UTF-16, and no page means the private-use set.
  private static func settle(_ encoding: CharacterEncoding) -> CharacterEncoding {
    if !encoding.extendsASCII { return .utf8 }
    return encoding.reading == .userDefined ? .windows1252 : encoding
  }

  private mutating func meta() -> CharacterEncoding? {
    var names: Set<String> = []
    var gotPragma = false
    var needPragma: Bool?
    var charset: CharacterEncoding?
    var hasLabel = false
    while let (name, value) = attribute() {
      guard names.insert(name).inserted else { continue }
      switch name {
      case "http-equiv": if value.lowercased() == "content-type" { gotPragma = true }
      case "content":
        if !hasLabel, let label = Declarations.charset(in: Array(value.utf8)),
          let found = CharacterEncoding(label: label)
        {
          charset = found
          hasLabel = true
          needPragma = true
        }
      case "charset":
        charset = CharacterEncoding(label: value)
        hasLabel = true
        needPragma = false
      default: break
      }
    }
    guard let needPragma, !needPragma || gotPragma, let charset else { return nil }
    return Self.settle(charset)
  }

  /// "Get an attribute": name and value, in lower case; `nil` at the end of the tag or of the bytes.
  private mutating func attribute() -> (String, String)? {
    while let next = byte(at: position), next.isHTMLSpace || next == 0x2F { position += 1 }
    guard let first = byte(at: position), first != UInt8(ascii: ">") else { return nil }
    var name: [UInt8] = []
    naming: while true {
      guard let next = byte(at: position) else { return nil }
      switch next {
      case UInt8(ascii: "=") where !name.isEmpty: break naming
      case UInt8(ascii: "/"), UInt8(ascii: ">"): return (Self.text(name), "")
      case _ where next.isHTMLSpace:
        while let space = byte(at: position), space.isHTMLSpace { position += 1 }
        guard byte(at: position) == UInt8(ascii: "=") else { return (Self.text(name), "") }
        break naming
      default:
        name.append(next.lowercased)
        position += 1
      }
    }
    position += 1
    while let space = byte(at: position), space.isHTMLSpace { position += 1 }
    guard let opening = byte(at: position) else { return nil }
    var value: [UInt8] = []
    if opening == UInt8(ascii: "\"") || opening == UInt8(ascii: "'") {
      position += 1
      while true {
        guard let next = byte(at: position) else { return nil }
        position += 1
        if next == opening { return (Self.text(name), Self.text(value)) }
        value.append(next.lowercased)
      }
    }
    while let next = byte(at: position) {
      if next.isHTMLSpace || next == UInt8(ascii: ">") { return (Self.text(name), Self.text(value)) }
      value.append(next.lowercased)
      position += 1
    }
    return nil
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes.prefix(1024), as: UTF8.self) }

  private func byte(at index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private func starts(with word: StaticString) -> Bool {
    guard position + word.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { bytes[position + $0].lowercased == word.utf8Start[$0] }
  }

  private mutating func skip(to end: UInt8) {
    while let next = byte(at: position), next != end { position += 1 }
    position += 1
  }

  /// A comment ends at `-->`; the dashes of `<!-->` are enough.
  private mutating func skipComment() {
    position += 2
    while position + 2 < bytes.count {
      if bytes[position] == 0x2D, bytes[position + 1] == 0x2D, bytes[position + 2] == UInt8(ascii: ">") {
        position += 3
        return
      }
      position += 1
    }
    position = bytes.count
  }

  private mutating func skipTag(from start: Int) {
    position = start
    while let next = byte(at: position), !next.isHTMLSpace, next != UInt8(ascii: ">") { position += 1 }
    while attribute() != nil {}
    if byte(at: position) == UInt8(ascii: ">") { position += 1 }
  }
}
