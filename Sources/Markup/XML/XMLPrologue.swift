/// What stands before a document's root: declaration, comments, document type, junk.
struct XMLPrologue {
  /// Where the root's tag begins.
  private(set) var root: Int
  /// Bytes that are no part of a prologue.
  private(set) var junk = 0
  /// Line feeds before the root.
  private(set) var lines = 0
  /// The internal subset's general entities, nested ones resolved; an external one is empty.
  private(set) var entities: [String: [UInt8]] = [:]

  private let bytes: UnsafeBufferPointer<UInt8>
  private static let maximumEntities = 256

  /// - Parameter roots: local names in lower case that a search goes on for, past other tags; when none of them comes, or none is given,
  ///   the first tag is the root.
  /// - Returns: `nil` where there is no tag.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, roots: Set<String>) {
    self.bytes = bytes
    root = 0
    var scanner = ByteScanner(bytes)
    var firstTag: (position: Int, junk: Int)?
    if scanner.skip("\u{FEFF}") {}
    while true {
      let textStart = scanner.position
      scanner.move(to: 0x3C)
      junk += bytes[textStart..<scanner.position].count { !XMLCharacters.isSpace($0) }
      guard !scanner.isAtEnd else { break }
      if scanner.skip("<!--", through: "-->") || scanner.skip("<?", through: "?>") { continue }
      if scanner.skipIgnoringCase("<!doctype") {
        readDocumentType(&scanner)
        continue
      }
      let start = scanner.position
      guard let name = scanner.tagName() else {
        junk += 1
        scanner.position = start + 1
        continue
      }
      let local = name.split(separator: ":").last.map { $0.lowercased() } ?? ""
      if roots.isEmpty || roots.contains(local) {
        finish(at: start)
        return
      }
      if firstTag == nil { firstTag = (start, junk) }
      junk += scanner.position - start
    }
    guard let firstTag else { return nil }
    junk = firstTag.junk
    finish(at: firstTag.position)
  }

  private mutating func finish(at position: Int) {
    root = position
    lines = bytes[..<position].count { $0 == 0x0A }
  }

  /// From behind `<!DOCTYPE` to behind its `>`: keeps the values of general entities.
  private mutating func readDocumentType(_ scanner: inout ByteScanner) {
    let start = scanner.position
    var brackets = 0
    while !scanner.isAtEnd {
      let byte = scanner.peek
      if byte == 0x22 || byte == 0x27 {
        guard scanner.quoted() != nil else { break }
      } else if brackets > 0, scanner.skip("<!ENTITY") {
        readEntity(&scanner)
      } else if brackets > 0, scanner.skip("<!--", through: "-->") {
        continue
      } else if byte == 0x5B {
        brackets += 1
        scanner.position += 1
      } else if byte == 0x5D {
        brackets = max(0, brackets - 1)
        scanner.position += 1
      } else if byte == 0x3E, brackets == 0 {
        scanner.position += 1
        return
      } else {
        scanner.position += 1
      }
    }
    // It never ends: what looked like a document type is passed over up to its first line's end.
    scanner.position = start
    scanner.move(to: 0x3E)
  }

  private mutating func readEntity(_ scanner: inout ByteScanner) {
    scanner.skipSpaces()
    guard scanner.peek != 0x25, let name = scanner.name(), entities.count < Self.maximumEntities else {
      return
    }
    scanner.skipSpaces()
    guard scanner.peek == 0x22 || scanner.peek == 0x27, let value = scanner.quoted() else {
      entities[name] = []
      return
    }
    if entities[name] == nil { entities[name] = resolved(value) }
  }

  /// References to entities declared before, so that nothing grows but once, within `XMLMending.longestEntity`.
  private func resolved(_ value: UnsafeBufferPointer<UInt8>.SubSequence) -> [UInt8] {
    var result: [UInt8] = []
    var scanner = ByteScanner(UnsafeBufferPointer(rebasing: value))
    while !scanner.isAtEnd, result.count < XMLMending.longestEntity {
      let start = scanner.position
      scanner.move(to: 0x26)
      result.append(contentsOf: scanner.bytes[start..<scanner.position])
      guard !scanner.isAtEnd else { break }
      scanner.position += 1
      if scanner.peek == 0x23, let character = scanner.numericReference() {
        result.append(contentsOf: String(character).utf8)
      } else if let name = scanner.namedReference(), let known = entities[name] ?? Entities.utf8(named: name)
      {
        result.append(contentsOf: known)
      } else {
        result.append(0x26)
      }
    }
    // Cut at a scalar's start.
    var end = min(result.count, XMLMending.longestEntity)
    while end > 0, end < result.count, result[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(result[..<end])
  }
}
