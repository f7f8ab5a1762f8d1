/// Rewrites a malformed document so that libxml2 reads it whole.
///
/// An end tag ends what was left open inside its element; one that nothing opened is dropped. `&` that begins no
/// reference and `<` that begins no tag are text. HTML's entities and the document's own become characters. The
/// root's end is written last, so that what follows an early one still counts; what is open when the bytes end
/// stays open, so that a half item never looks like a whole one.
struct XMLMending {
  /// Bytes that one entity may stand for, and all together.
  static let longestEntity = 4096
  static let longestExpansion = 1 << 18

  var output: [UInt8] = []
  var scanner: ByteScanner
  private let entities: [String: [UInt8]]
  let expectation: XMLReader.Expectation
  var open: [OpenElement] = []
  /// What is known of each name that was met, and where it stands in `known`.
  var known: [KnownName] = []
  var placeOfName: [String: Int] = [:]
  private var expanded = 0
  private var ampersands = 0
  var mendedTags = 0
  var wasTooDeep = false
  var hasRootEnded = false
  private var unknownNames: [String] = []

  struct OpenElement {
    /// Where its name stands in `known`.
    let name: Int
    /// Elements beyond the deepest level have no tags in the output.
    let isWritten: Bool
  }

  /// A name of an element.
  struct KnownName {
    let text: String
    let isLeaf: Bool
    let isRecord: Bool
    /// How many of `open` have it: an end tag without a start is known at once.
    var openCount = 0
  }

  /// Where a name stands in `known`, from now on.
  mutating func place(of name: String) -> Int {
    if let place = placeOfName[name] { return place }
    placeOfName[name] = known.count
    known.append(
      KnownName(
        text: name, isLeaf: expectation.leaves.contains(name), isRecord: expectation.records.contains(name)))
    return known.count - 1
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
  mutating func copyReference() {
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
