/// The CDATA sections of a document, taken out of libxml2's way: it looks at every character of them, for what is
/// known already. In their place stand processing instructions with their numbers and line feeds.
struct XMLLiterals {
  /// The target of the instructions.
  static let target: StaticString = "vestnik-literal"

  /// The document without its sections.
  private(set) var rest: [UInt8] = []
  /// Where each section's text stands in the document.
  private(set) var sections: [Range<Int>] = []

  /// - Parameter document: well-formed as far as anyone knows.
  /// - Returns: `nil` when there is no section worth the while.
  init?(_ document: UnsafeBufferPointer<UInt8>) {
    var scanner = ByteScanner(document)
    var copied = 0
    while let start = scanner.find("<![CDATA[", from: scanner.position),
      let end = scanner.find("]]>", from: start + 9)
    {
      if rest.isEmpty { rest.reserveCapacity(document.count) }
      rest.append(contentsOf: document[copied..<start])
      rest.append(contentsOf: "<?\(Self.target) \(sections.count)".utf8)
      for byte in document[start..<end] where byte == 0x0A { rest.append(byte) }
      rest.append(contentsOf: "?>".utf8)
      sections.append(start + 9..<end)
      copied = end + 3
      scanner.position = copied
    }
    guard !sections.isEmpty else { return nil }
    rest.append(contentsOf: document[copied...])
  }
}
