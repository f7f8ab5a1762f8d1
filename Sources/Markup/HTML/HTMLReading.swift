import CXML

/// Runs libxml2's HTML parser over decoded text, with a bound on every dimension in which it is not linear.
enum HTMLReading {
  /// More attributes of one element are skipped: the parser compares each with all before it.
  static let maximumAttributes = 256

  /// Behind so many tags, and ampersands that begin no reference, there is nothing but text: each may be an error, and
  /// errors are what costs. No page that was made to be read has half as many.
  static func maximumMarks(inBytes bytes: Int) -> Int { 8192 + bytes / 24 }

  /// Feeds a text's events to a builder.
  static func parse(_ text: String, into builder: inout HTMLTreeBuilder) {
    _ = LibXML.isReady
    var bytes = prepared(text)
    guard !bytes.isEmpty, let context = htmlNewParserCtxt() else { return }
    defer { htmlFreeParserCtxt(context) }
    guard let handler = context.pointee.sax else { return }
    setCallbacks(handler)
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    withUnsafeMutablePointer(to: &builder) { builder in
      context.pointee._private = UnsafeMutableRawPointer(builder)
      bytes.withUnsafeMutableBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { characters in
          let document = htmlCtxtReadMemory(
            context, characters.baseAddress, Int32(characters.count), nil, "UTF-8", Int32(options))
          if let document { xmlFreeDoc(document) }
        }
      }
      context.pointee._private = nil
    }
  }

  private static func setCallbacks(_ handler: UnsafeMutablePointer<htmlSAXHandler>) {
    handler.pointee.startDocument = nil
    handler.pointee.endDocument = nil
    handler.pointee.internalSubset = nil
    handler.pointee.comment = nil
    handler.pointee.processingInstruction = nil
    handler.pointee.reference = nil
    handler.pointee.getEntity = nil
    handler.pointee.startElement = { context, name, attributes in
      guard let context, let name else { return }
      let parser = context.assumingMemoryBound(to: htmlParserCtxt.self)
      // Beyond the limit the parser forgets the element at once, so that no end tag is ever sought among more names.
      let isOpen = Int(parser.pointee.nameNr) <= HTMLDocument.maximumDepth
      HTMLReading.withBuilder(context) { $0.start(name, attributes: attributes, isOpen: isOpen) }
      if !isOpen {
        parser.pointee.nameNr -= 1
        parser.pointee.name = parser.pointee.nameTab[Int(parser.pointee.nameNr) - 1]
      }
    }
    handler.pointee.endElement = { context, name in
      guard let context, let name else { return }
      HTMLReading.withBuilder(context) { $0.end(name) }
    }
    handler.pointee.characters = { context, bytes, count in
      guard let context, let bytes, count > 0 else { return }
      HTMLReading.withBuilder(context) { $0.characters(UnsafeBufferPointer(start: bytes, count: Int(count))) }
    }
    handler.pointee.ignorableWhitespace = handler.pointee.characters
    handler.pointee.cdataBlock = { context, bytes, count in
      guard let context, let bytes, count > 0 else { return }
      HTMLReading.withBuilder(context) { $0.data(UnsafeBufferPointer(start: bytes, count: Int(count))) }
    }
  }

  private static func withBuilder(_ context: UnsafeMutableRawPointer, _ body: (inout HTMLTreeBuilder) -> Void)
  {
    let parser = context.assumingMemoryBound(to: htmlParserCtxt.self)
    guard let builder = parser.pointee._private?.assumingMemoryBound(to: HTMLTreeBuilder.self) else { return }
    body(&builder.pointee)
  }

  /// The text's bytes without NUL and other controls, every tag with at most `maximumAttributes` attributes, no more
  /// than `maximumMarks` of them.
  private static func prepared(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { source in
      [UInt8](unsafeUninitializedCapacity: source.count) { result, count in
        var tag = TagScan()
        var marks = maximumMarks(inBytes: source.count)
        var place = 0
        while place < source.count {
          if !tag.isNear {
            // Running text is taken at once.
            let run = UnsafeBufferPointer(rebasing: source[place..<endOfText(in: source, from: place)])
            _ = UnsafeMutableBufferPointer(rebasing: result[count...]).update(fromContentsOf: run)
            count += run.count
            place += run.count
            guard place < source.count else { break }
          }
          let byte = source[place]
          if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&"), !isReference(source, at: place) {
            marks -= 1
            if marks < 0 {
              place = endOfMark(in: source, at: place)
              result[count] = UInt8(ascii: " ")
              count += 1
              continue
            }
          }
          place += 1
          if isControl(byte) || tag.refuses(byte) { continue }
          result[count] = byte
          count += 1
        }
      }
    }
  }

  /// Behind the tag that begins here; behind the mark alone where none does.
  private static func endOfMark(in source: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    guard source[place] == UInt8(ascii: "<"), place + 1 < source.count else { return place + 1 }
    let next = source[place + 1]
    guard (next | 0x20) &- 0x61 < 26 || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else {
      return place + 1
    }
    return (source[place...].firstIndex(of: UInt8(ascii: ">")) ?? source.count - 1) + 1
  }

  /// The next `<`, `&` or control.
  private static func endOfText(in source: UnsafeBufferPointer<UInt8>, from place: Int) -> Int {
    let memory = UnsafeRawBufferPointer(source)
    var place = place
    while place < source.count {
      // Eight bytes at once where nothing of the kind is among them.
      if place + 8 <= memory.count,
        !mayEndText(memory.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      {
        place += 8
        continue
      }
      let byte = source[place]
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || isControl(byte) { break }
      place += 1
    }
    return place
  }

  /// Whether one of eight bytes is below U+0020, `<`, `&` or U+007F.
  @inline(__always)
  private static func mayEndText(_ bytes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // An ASCII byte that is less than what is taken from it has its highest bit set by that.
    let less = bytes ^ ones &* 0x3C
    let ampersand = bytes ^ ones &* 0x26
    let delete = bytes ^ ones &* 0x7F
    let ends =
      (bytes &- ones &* 0x20) & ~bytes | (less &- ones) & ~less | (ampersand &- ones) & ~ampersand
      | (delete &- ones) & ~delete
    return ends & ones &* 0x80 != 0
  }

  /// Whether a whole reference stands here, `&nbsp;` or `&#1055;`: no error, however many there are.
  private static func isReference(_ source: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard source[place] == UInt8(ascii: "&") else { return false }
    for byte in source[(place + 1)...].prefix(10) {
      switch byte {
      case UInt8(ascii: ";"): return true
      case UInt8(ascii: "#"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A: continue
      default: return false
      }
    }
    return false
  }

  @inline(__always)
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
  }

  /// Follows the bytes of tags and counts their attributes.
  private struct TagScan {
    /// Whether this is a tag, or may be one from the next byte on.
    var isNear: Bool { isInTag || isAfterLess }

    private var isInTag = false
    private var isAfterLess = false
    private var quote: UInt8 = 0
    private var isAfterSpace = false
    private var isAfterEquals = false
    private var count = 0

    @inline(__always)
    mutating func refuses(_ byte: UInt8) -> Bool {
      guard isInTag else {
        isInTag = isAfterLess && (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
        isAfterLess = byte == UInt8(ascii: "<")
        if isInTag { (count, quote, isAfterSpace, isAfterEquals) = (0, 0, false, false) }
        return false
      }
      if count > HTMLReading.maximumAttributes {
        guard byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") else { return true }
        (isInTag, isAfterLess) = (false, byte == UInt8(ascii: "<"))
        return false
      }
      if quote != 0 {
        if byte == quote { (quote, isAfterSpace) = (0, true) }
        return false
      }
      switch byte {
      case UInt8(ascii: ">"): isInTag = false
      case UInt8(ascii: "<"): (isInTag, isAfterLess) = (false, true)
      case UInt8(ascii: "="): isAfterEquals = true
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isAfterEquals { (quote, isAfterEquals) = (byte, false) } else { count += 1 }
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "/"): isAfterSpace = true
      default:
        if isAfterSpace, !isAfterEquals { count += 1 }
        (isAfterSpace, isAfterEquals) = (false, false)
      }
      return false
    }
  }
}
