/// Tags and what else begins with `<`.
extension XMLMending {
  /// At a `<`.
  mutating func readMarkup() {
    let next = scanner.position + 1 < scanner.bytes.count ? scanner.bytes[scanner.position + 1] : 0
    switch next {
    case UInt8(ascii: "/"): readEndTag()
    case UInt8(ascii: "!"), UInt8(ascii: "?"): readDeclaration()
    default: readStartTag()
    }
  }

  /// At a comment, a CDATA section, an instruction or a document type.
  private mutating func readDeclaration() {
    if scanner.skip("<!--", through: "-->") || scanner.skip("<?", through: "?>") { return }
    if scanner.isAt("<![CDATA[") {
      copyLiteral()
    } else if scanner.skip("<!--") {
      // A comment that never ends hides nothing.
      mendedTags += 1
    } else {
      scanner.move(to: 0x3E)
      scanner.position += 1
    }
  }

  /// A CDATA section without an end ends where its element does.
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
    guard start < end else { return }
    beginSection()
    append(text: scanner.bytes[start..<end])
  }

  private mutating func readEndTag() {
    scanner.position += 2
    scanner.skipSpaces()
    guard let name = scanner.nameRange() else {
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

  private mutating func depth(ofOpen range: Range<Int>) -> Int? {
    if let place = place(of: range), known[place].openCount > 0 { return open.lastIndex { $0.name == place } }
    // Names differ in case only: `<TITLE>…</title>`.
    let name = String(decoding: scanner.bytes[range], as: UTF8.self).lowercased()
    guard let last = open.last, known[last.name].text.lowercased() == name else { return nil }
    return open.count - 1
  }

  mutating func close(downTo depth: Int) {
    while open.count > depth, let last = open.popLast() {
      known[last.name].openCount -= 1
      guard last.isWritten else { continue }
      endSection()
      output.append(contentsOf: "</".utf8)
      output.append(contentsOf: known[last.name].bytes)
      output.append(0x3E)
    }
  }

  private mutating func readStartTag() {
    let start = scanner.position
    guard let place = readName() else {
      append(text: 0x3C)
      scanner.position = start + 1
      return
    }
    closeForgotten(before: place)
    endSection()
    let isWritten = open.count < XMLReader.maximumDepth
    let outputStart = output.count
    output.append(0x3C)
    output.append(contentsOf: known[place].bytes)
    guard let isEmpty = readAttributes() else {
      // The address in half a tag may be half of one, and so another.
      output.removeSubrange(outputStart...)
      return
    }
    if !isWritten {
      wasTooDeep = true
      output.removeSubrange(outputStart...)
    } else {
      if isEmpty { output.append(0x2F) }
      output.append(0x3E)
    }
    guard !isEmpty else { return }
    open.append(OpenElement(name: place, isWritten: isWritten))
    known[place].openCount += 1
  }

  /// The name in `<name`, at the `<`, goes behind it.
  /// - Returns: where it stands in `known`; `nil` when there is none that libxml2 accepts.
  private mutating func readName() -> Int? {
    scanner.position += 1
    guard let range = scanner.nameRange() else { return nil }
    if let place = place(of: range) { return place }
    return Self.usableName(String(decoding: scanner.bytes[range], as: UTF8.self)).map { learn($0) }
  }

  /// Ends what cannot contain the element that begins: `<item>` in `<item>`, `<link>` in `<title>`.
  private mutating func closeForgotten(before name: Int) {
    let (isLeaf, isRecord) = (known[name].isLeaf, known[name].isRecord)
    guard isLeaf || isRecord else { return }
    if isRecord, known[name].openCount > 0, let depth = open.lastIndex(where: { $0.name == name }) {
      mendedTags += open.count - depth
      close(downTo: depth)
    } else if let last = open.last, known[last.name].isLeaf {
      mendedTags += 1
      close(downTo: open.count - 1)
    }
  }
}
