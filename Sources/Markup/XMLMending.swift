/// Rewrites a malformed document so that libxml2 reads it whole.
///
/// An end tag ends what was left open inside its element; one that nothing opened is dropped. `&` that begins no
/// reference and `<` that begins no tag are text. HTML's entities and the document's own become characters. The
/// root's end is written last, so that what follows an early one still counts; what is open when the bytes end
/// stays open, so that a half item never looks like a whole one.
struct XMLMending {
  /// Bytes that one entity may stand for, and all together.
  static let longestEntity = 4096
  static let longestExpansion = 1 << 20

  private(set) var output: [UInt8] = []
  private var scanner: ByteScanner
  private let entities: [String: [UInt8]]
  private let expectation: XMLReader.Expectation
  private var open: [OpenElement] = []
  /// How many of `open` have each name: an end tag without a start is known at once.
  private var openCounts: [String: Int] = [:]
  private var expanded = 0
  private var ampersands = 0
  private var mendedTags = 0
  private var wasTooDeep = false
  private var hasRootEnded = false
  private var unknownNames: [String] = []

  private struct OpenElement {
    let name: String
    /// Elements beyond the deepest level have no tags in the output.
    let isWritten: Bool
  }

  init(
    _ document: UnsafeBufferPointer<UInt8>, entities: [String: [UInt8]], expectation: XMLReader.Expectation
  ) {
    scanner = ByteScanner(document)
    self.entities = entities
    self.expectation = expectation
    output.reserveCapacity(document.count + document.count / 8)
  }

  /// What was mended, once `mend` has run.
  var oddities: [XMLOddity] {
    var result: [XMLOddity] = []
    if mendedTags > 0 { result.append(.mendedTags(mendedTags)) }
    if ampersands > 0 { result.append(.bareAmpersands(ampersands)) }
    result += unknownNames.map(XMLOddity.unknownEntity)
    if wasTooDeep { result.append(.tooDeep) }
    if !open.isEmpty, !hasRootEnded { result.append(.truncated) }
    return result
  }

  mutating func mend() {
    while !scanner.isAtEnd {
      copyText()
      guard !scanner.isAtEnd else { break }
      if scanner.peek == 0x26 {
        copyReference()
      } else {
        readMarkup()
      }
    }
    if hasRootEnded { close(downTo: 0) }
  }

  /// Up to the next markup; `>` is escaped, since `]]>` may not stand in text.
  private mutating func copyText() {
    var start = scanner.position
    let bytes = scanner.bytes
    while scanner.position < bytes.count {
      let byte = bytes[scanner.position]
      if byte == 0x3C || byte == 0x26 { break }
      if byte == 0x3E {
        output.append(contentsOf: bytes[start..<scanner.position])
        output.append(contentsOf: Self.greaterThan)
        start = scanner.position + 1
      }
      scanner.position += 1
    }
    output.append(contentsOf: bytes[start..<scanner.position])
  }

  /// At an ampersand, in text or in an attribute's value.
  private mutating func copyReference() {
    scanner.position += 1
    let start = scanner.position
    if let character = scanner.numericReference() {
      escape(Array(String(character).utf8))
      return
    }
    guard let name = scanner.namedReference() else {
      ampersands += 1
      output.append(contentsOf: Self.ampersand)
      return
    }
    if let own = entities[name], expanded + own.count <= Self.longestExpansion {
      expanded += own.count
      escape(own)
    } else if let known = Entities.utf8(named: name) {
      escape(known)
    } else {
      if unknownNames.count < 8, !unknownNames.contains(name) { unknownNames.append(name) }
      scanner.position = start
      output.append(contentsOf: Self.ampersand)
    }
  }

  /// Characters as text that is safe in content and in attributes; what XML forbids is dropped.
  private mutating func escape(_ bytes: [UInt8]) {
    for byte in bytes {
      switch byte {
      case 0x26: output.append(contentsOf: Self.ampersand)
      case 0x3C: output.append(contentsOf: Self.lessThan)
      case 0x3E: output.append(contentsOf: Self.greaterThan)
      case 0x22: output.append(contentsOf: Self.quote)
      case 0x09, 0x0A, 0x0D, 0x20...: output.append(byte)
      default: break
      }
    }
  }

  static let ampersand = Array("&amp;".utf8)
  static let lessThan = Array("&lt;".utf8)
  static let greaterThan = Array("&gt;".utf8)
  static let quote = Array("&quot;".utf8)
}

extension XMLMending {
  /// At a `<`.
  private mutating func readMarkup() {
    if scanner.skip("<!--", through: "-->") || scanner.skip("<?", through: "?>") { return }
    if scanner.isAt("<![CDATA[") {
      copyLiteral()
    } else if scanner.skip("<!--") {
      // A comment that never ends hides nothing.
      mendedTags += 1
    } else if scanner.isAt("<!") || scanner.isAt("<?") {
      scanner.move(to: 0x3E)
      scanner.position += 1
    } else if scanner.isAt("</") {
      readEndTag()
    } else {
      readStartTag()
    }
  }

  /// A CDATA section as escaped text; one without an end ends where its element does.
  private mutating func copyLiteral() {
    scanner.position += 9
    let start = scanner.position
    let end: Int
    if let found = scanner.find("]]>", from: start) {
      end = found
      scanner.position = found + 3
    } else {
      end = scanner.find("</", from: start) ?? scanner.bytes.count
      scanner.position = end
    }
    for byte in scanner.bytes[start..<end] {
      switch byte {
      case 0x26: output.append(contentsOf: Self.ampersand)
      case 0x3C: output.append(contentsOf: Self.lessThan)
      case 0x3E: output.append(contentsOf: Self.greaterThan)
      default: output.append(byte)
      }
    }
  }

  private mutating func readEndTag() {
    scanner.position += 2
    scanner.skipSpaces()
    guard let name = scanner.name() else {
      mendedTags += 1
      scanner.move(to: 0x3E)
      scanner.position += 1
      return
    }
    // Not past the next tag, when this one lacks its `>`.
    while !scanner.isAtEnd, scanner.peek != 0x3E, scanner.peek != 0x3C { scanner.position += 1 }
    _ = scanner.skip(">")
    guard let depth = depth(ofOpen: name) else {
      mendedTags += 1
      return
    }
    mendedTags += open.count - 1 - depth
    if depth == 0 {
      // The root's end waits for the end of the bytes; what was open inside it ends here.
      close(downTo: 1)
      hasRootEnded = true
    } else {
      close(downTo: depth)
    }
  }

  private func depth(ofOpen name: String) -> Int? {
    guard openCounts[name] != nil else {
      // Names differ in case only: `<TITLE>…</title>`.
      guard let last = open.last, last.name.lowercased() == name.lowercased() else { return nil }
      return open.count - 1
    }
    return open.lastIndex { $0.name == name }
  }

  private mutating func close(downTo depth: Int) {
    while open.count > depth, let last = open.popLast() {
      if let count = openCounts[last.name] { openCounts[last.name] = count > 1 ? count - 1 : nil }
      guard last.isWritten else { continue }
      output.append(contentsOf: "</".utf8)
      output.append(contentsOf: last.name.utf8)
      output.append(0x3E)
    }
  }

  private mutating func readStartTag() {
    let start = scanner.position
    guard let name = scanner.tagName().flatMap(Self.usableName) else {
      output.append(contentsOf: Self.lessThan)
      scanner.position = start + 1
      return
    }
    closeForgotten(before: name)
    let isWritten = open.count < XMLReader.maximumDepth
    let outputStart = output.count
    output.append(0x3C)
    output.append(contentsOf: name.utf8)
    let isEmpty = readAttributes()
    if !isWritten {
      wasTooDeep = true
      output.removeSubrange(outputStart...)
    } else {
      if isEmpty { output.append(0x2F) }
      output.append(0x3E)
    }
    guard !isEmpty else { return }
    open.append(OpenElement(name: name, isWritten: isWritten))
    openCounts[name, default: 0] += 1
  }

  /// Ends what cannot contain the element that begins: `<item>` in `<item>`, `<link>` in `<title>`.
  private mutating func closeForgotten(before name: String) {
    if expectation.records.contains(name), openCounts[name] != nil, let depth = depth(ofOpen: name) {
      mendedTags += open.count - depth
      close(downTo: depth)
    } else if expectation.leaves.contains(name) || expectation.records.contains(name),
      let last = open.last, expectation.leaves.contains(last.name)
    {
      mendedTags += 1
      close(downTo: open.count - 1)
    }
  }

  /// From behind a tag's name to behind its `>`.
  /// - Returns: whether the tag ends with `/>`.
  private mutating func readAttributes() -> Bool {
    var seen: Set<String> = []
    while !scanner.isAtEnd {
      scanner.skipSpaces()
      switch scanner.peek {
      case 0x3E:
        scanner.position += 1
        return false
      case 0x3C:
        mendedTags += 1
        return false
      case 0x2F:
        scanner.position += 1
        if scanner.skip(">") { return true }
      default:
        guard let written = scanner.name() else {
          scanner.position += 1
          continue
        }
        let name = Self.usableName(written)
        let isKept = name.map { seen.count < 64 && seen.insert($0).inserted } ?? false
        let outputStart = output.count
        output.append(0x20)
        output.append(contentsOf: (name ?? "").utf8)
        output.append(contentsOf: "=\"".utf8)
        readValue()
        output.append(0x22)
        if !isKept { output.removeSubrange(outputStart...) }
      }
    }
    return false
  }

  /// The value behind an attribute's name, quoted, bare or missing.
  private mutating func readValue() {
    scanner.skipSpaces()
    guard scanner.skip("=") else { return }
    scanner.skipSpaces()
    let quote = scanner.peek
    guard quote == 0x22 || quote == 0x27 else {
      copyValue { XMLCharacters.isSpace($0) || $0 == 0x3E || $0 == 0x3C }
      return
    }
    scanner.position += 1
    if isQuoteClosed(quote) {
      copyValue { $0 == quote }
      scanner.position += 1
    } else {
      copyValue { $0 == 0x3E || $0 == 0x3C }
    }
  }

  /// Whether the next quote like it ends the value: not when a tag begins in between and the quote follows a `=`,
  /// or is far away.
  private mutating func isQuoteClosed(_ quote: UInt8) -> Bool {
    let start = scanner.position
    guard let end = scanner.find(quote == 0x22 ? "\"" : "'", from: start) else { return false }
    guard scanner.bytes[start..<end].contains(0x3C) else { return true }
    return end - start <= 2048 && scanner.bytes[end - 1] != 0x3D
  }

  private mutating func copyValue(until isEnd: (UInt8) -> Bool) {
    while !scanner.isAtEnd, !isEnd(scanner.peek) {
      switch scanner.peek {
      case 0x26: copyReference()
      case 0x22:
        output.append(contentsOf: Self.quote)
        scanner.position += 1
      case 0x3C:
        output.append(contentsOf: Self.lessThan)
        scanner.position += 1
      default:
        output.append(scanner.peek)
        scanner.position += 1
      }
    }
  }

  /// A name that libxml2 accepts, or `nil`: at most one colon, letters above ASCII as XML defines them.
  private static func usableName(_ name: String) -> String? {
    let colons = name.utf8.count { $0 == 0x3A }
    guard colons < 2, name.utf8.first != 0x3A, name.utf8.last != 0x3A, name.utf8.count <= 256 else {
      return nil
    }
    if colons == 1, let colon = name.utf8.firstIndex(of: 0x3A) {
      let next = name.utf8[name.utf8.index(after: colon)]
      guard XMLCharacters.startsName(next) else { return nil }
    }
    for scalar in name.unicodeScalars where !scalar.isASCII && !XMLCharacters.startsName(scalar) {
      return nil
    }
    return name
  }
}
