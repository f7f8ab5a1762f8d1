/// Tags and what else begins with `<`.
extension XMLMending {
  /// At a `<`.
  mutating func readMarkup() {
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
    guard let place = placeOfName[name], known[place].openCount > 0 else {
      // Names differ in case only: `<TITLE>…</title>`.
      guard let last = open.last, known[last.name].text.lowercased() == name.lowercased() else { return nil }
      return open.count - 1
    }
    return open.lastIndex { $0.name == place }
  }

  mutating func close(downTo depth: Int) {
    while open.count > depth, let last = open.popLast() {
      known[last.name].openCount -= 1
      guard last.isWritten else { continue }
      output.append(contentsOf: "</".utf8)
      output.append(contentsOf: known[last.name].text.utf8)
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
    let place = place(of: name)
    closeForgotten(before: place)
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
    open.append(OpenElement(name: place, isWritten: isWritten))
    known[place].openCount += 1
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
