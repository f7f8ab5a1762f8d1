/// Rewrites a malformed document so that libxml2 reads it whole.
///
/// An end tag ends what was left open inside its element; one that nothing opened is dropped. `&` that begins no
/// reference and `<` that begins no tag are text. HTML's entities and the document's own become characters. Text
/// that holds such characters becomes a CDATA section, which libxml2 tells of at once; of references it tells one by
/// one. The root's end is written last, so that what follows an early one still counts; what is open when the bytes
/// end stays open, so that a half item never looks like a whole one.
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
  private var placeOfName: [String: Int] = [:]
  /// Where the names met last stand in `known`, each where its first and last letters say.
  private var recent = [Int](repeating: 0, count: 64)
  /// Whether a CDATA section is open in the output.
  private var isInSection = false
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
    let bytes: [UInt8]
    let isLeaf: Bool
    let isRecord: Bool
    /// How many of `open` have it: an end tag without a start is known at once.
    var openCount = 0
  }

  /// Where the name of these bytes stands in `known`; `nil` when it was not met before.
  mutating func place(of range: Range<Int>) -> Int? {
    let name = UnsafeBufferPointer(rebasing: scanner.bytes[range])
    let slot = Int(name[0] ^ name[name.count - 1] << 1 ^ UInt8(truncatingIfNeeded: name.count) << 3) & 63
    if recent[slot] < known.count, known[recent[slot]].bytes.elementsEqual(name) { return recent[slot] }
    guard let place = placeOfName[String(decoding: name, as: UTF8.self)] else { return nil }
    recent[slot] = place
    return place
  }

  /// Takes a name in.
  /// - Returns: where it stands in `known`.
  mutating func learn(_ name: String) -> Int {
    placeOfName[name] = known.count
    known.append(
      KnownName(
        text: name, bytes: Array(name.utf8), isLeaf: expectation.leaves.contains(name),
        isRecord: expectation.records.contains(name)))
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
        if let characters = readReference() {
          for byte in characters { append(text: byte) }
        } else {
          append(text: 0x26)
        }
      } else {
        readMarkup()
      }
    }
    endSection()
    if hasRootEnded { close(downTo: 0) }
  }

  /// Up to the next markup.
  private mutating func copyText() {
    let bytes = scanner.bytes
    let start = scanner.position
    var end = start
    while end < bytes.count, bytes[end] != 0x3C, bytes[end] != 0x26 { end += 1 }
    guard start < end else { return }
    scanner.position = end
    append(text: bytes[start..<end])
  }

  /// Text without `<` and `&`, or that of a section.
  mutating func append(text: Slice<UnsafeBufferPointer<UInt8>>) {
    var rest = text
    while let end = rest.firstIndex(of: 0x3E) {
      output.append(contentsOf: rest[..<end])
      append(text: 0x3E)
      rest = rest[(end + 1)...]
    }
    output.append(contentsOf: rest)
  }

  /// One byte of text.
  mutating func append(text byte: UInt8) {
    switch byte {
    case 0x26, 0x3C: beginSection()
    // Neither text nor a section holds the end of one.
    case 0x3E where output.suffix(2).allSatisfy({ $0 == 0x5D }):
      endSection()
      beginSection()
    default: break
    }
    output.append(byte)
  }

  mutating func beginSection() {
    guard !isInSection else { return }
    output.append(contentsOf: "<![CDATA[".utf8)
    isInSection = true
  }

  /// Before a tag is written.
  mutating func endSection() {
    guard isInSection else { return }
    output.append(contentsOf: "]]>".utf8)
    isInSection = false
  }

  /// At an ampersand, in text or in an attribute's value.
  /// - Returns: what it means in UTF-8, without what XML forbids; `nil` for the ampersand itself.
  mutating func readReference() -> [UInt8]? {
    scanner.position += 1
    let start = scanner.position
    if let character = scanner.numericReference() {
      return XMLCharacters.allowed(Array(String(character).utf8))
    }
    guard let name = scanner.namedReference() else {
      ampersands += 1
      return nil
    }
    if let own = entities[name], expanded + own.count <= Self.longestExpansion {
      expanded += own.count
      return XMLCharacters.allowed(own)
    }
    if let known = Entities.utf8(named: name) { return known }
    if unknownNames.count < 8, !unknownNames.contains(name) { unknownNames.append(name) }
    scanner.position = start
    return nil
  }
}
