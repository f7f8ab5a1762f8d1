/// Reads a document of decoded text as events, however malformed it is.
///
/// libxml2 reads it as it stands. What libxml2 refuses is mended by `XMLMending` and read again by a handler made
/// anew. Document types never reach libxml2: their internal entities are plain text of bounded length, external
/// ones are empty, so that nothing is ever fetched, opened or multiplied.
package enum XMLReader {
  /// What is known of the documents a caller expects.
  package struct Expectation: Sendable {
    /// The roots' local names, in lower case, that end a search through junk before the document.
    package var roots: Set<String>
    /// Elements that never stand inside each other: the start of one ends another that was left open.
    package var leaves: Set<String>
    /// Elements that never stand inside themselves, such as `item`.
    package var records: Set<String>

    package init(roots: Set<String> = [], leaves: Set<String> = [], records: Set<String> = []) {
      self.roots = roots
      self.leaves = leaves
      self.records = records
    }
  }

  /// Elements deeper than this are read as if they had no tags.
  package static let maximumDepth = 200

  /// - Parameters:
  ///   - text: without a byte-order mark or with one; its declared encoding is of no account.
  ///   - makeHandler: called once, or twice for a malformed document: the last handler counts.
  /// - Returns: the handler that heard the whole document, and what was odd; `nil` where there is no element at all.
  package static func read<Handler: XMLEventHandler>(
    _ text: String, expecting expectation: Expectation = Expectation(), into makeHandler: () -> Handler
  ) -> (handler: Handler, oddities: [XMLOddity])? {
    var text = text
    return text.withUTF8 { bytes in
      var oddities: [XMLOddity] = []
      let cleaned = XMLCharacters.withoutForbidden(bytes, noting: &oddities)
      if let cleaned {
        return cleaned.withUnsafeBufferPointer { read($0, expectation, &oddities, makeHandler) }
      }
      return read(bytes, expectation, &oddities, makeHandler)
    }
  }

  /// The name of the root that a reading with these expected roots would find; `nil` where there is no tag.
  package static func rootName(of text: String, among roots: Set<String>) -> XMLName? {
    var text = text
    return text.withUTF8 { bytes in
      guard let prologue = XMLPrologue(bytes, roots: roots) else { return nil }
      var scanner = ByteScanner(bytes)
      scanner.position = prologue.root
      guard let name = scanner.tagName() else { return nil }
      let parts = name.split(separator: ":", maxSplits: 1)
      return XMLName(
        prefix: parts.count > 1 ? String(parts[0]) : "", local: parts.last.map(String.init) ?? "")
    }
  }

  /// What stands behind the start tag of the root that a reading with these expected roots would find; `nil` where
  /// there is no tag.
  package static func text(behindRootOf text: String, among roots: Set<String>) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      guard let prologue = XMLPrologue(bytes, roots: roots) else { return nil }
      return String(decoding: bytes[(prologue.root + 1)...], as: UTF8.self)
    }
  }

  private static func read<Handler: XMLEventHandler>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ expectation: Expectation, _ oddities: inout [XMLOddity],
    _ makeHandler: () -> Handler
  ) -> (handler: Handler, oddities: [XMLOddity])? {
    guard let prologue = XMLPrologue(bytes, roots: expectation.roots) else { return nil }
    if prologue.junk > 0 { oddities.append(.leadingJunk(bytes: prologue.junk)) }
    let document = UnsafeBufferPointer(rebasing: bytes[prologue.root...])
    if prologue.entities.isEmpty {
      // A document that is cut off will be mended: nothing of it is heard before, but where it breaks.
      let handler = endsRoot(document) ? makeHandler() : nil
      let verdict = XMLDriver(handler).parseQuickly(document)
      if case .malformed(let line) = verdict {
        oddities.append(.malformed(line: line + prologue.lines))
      } else if let handler {
        return (handler, oddities)
      }
    }
    var mending = XMLMending(document, entities: prologue.entities, expectation: expectation)
    mending.mend()
    let handler = makeHandler()
    mending.output.withUnsafeBufferPointer { _ = XMLDriver(handler).parse($0, mended: true) }
    return (handler, oddities + mending.oddities)
  }

  /// Whether the root is empty or its end tag stands anywhere: if not, the document is cut off.
  ///
  /// No name holds a `<`, so that no comparison goes past the next tag and all of them together are linear.
  private static func endsRoot(_ document: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = ByteScanner(document)
    scanner.position = 1
    guard let range = scanner.nameRange() else { return false }
    var quote: UInt8 = 0
    for place in range.upperBound..<document.count {
      let byte = document[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        if document[place - 1] == 0x2F { return true }
        break
      }
    }
    let name = document[range]
    // Most documents end with it, so it is sought from behind.
    return (range.upperBound..<document.count).reversed().contains { place in
      document[place] == 0x2F && document[place - 1] == 0x3C
        && document[(place + 1)...].starts(with: name)
    }
  }
}
