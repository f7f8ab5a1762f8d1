import CXML

/// One run of libxml2 over one document: its SAX2 callbacks become calls of a handler.
final class XMLDriver {
  /// How a run ended.
  enum Verdict: Equatable {
    case wellFormed
    case malformed(line: Int)
  }

  /// `nil` when nothing is wanted but the verdict.
  private let handler: (any XMLEventHandler)?
  private var names: [NameKey: XMLName] = [:]
  /// The names met last, each where its address says: most need not be looked for among all.
  private var recent = [(key: NameKey, name: XMLName)?](repeating: nil, count: 64)
  private var context: xmlParserCtxtPtr?
  private var firstError: Int?
  private var literals: [UnsafeBufferPointer<UInt8>] = []
  private var nextLiteral = 0
  private var depth = 0
  private var hasRootEnded = false

  init(_ handler: (any XMLEventHandler)?) {
    _ = LibXML.isReady
    self.handler = handler
  }

  /// As `parse(_:mended:)`, for a document that is not mended, without leading libxml2 through its CDATA sections.
  func parseQuickly(_ document: UnsafeBufferPointer<UInt8>) -> Verdict {
    guard let literals = XMLLiterals(document) else { return parse(document, mended: false) }
    self.literals = literals.sections.map { UnsafeBufferPointer(rebasing: document[$0]) }
    defer { self.literals = [] }
    return literals.rest.withUnsafeBufferPointer { parse($0, mended: false) }
  }

  /// - Parameters:
  ///   - document: UTF-8, from the root's tag on, without forbidden characters.
  ///   - mended: whether to go on after errors.
  func parse(_ document: UnsafeBufferPointer<UInt8>, mended: Bool) -> Verdict {
    guard let base = document.baseAddress, let size = Int32(exactly: document.count),
      let context = base.withMemoryRebound(
        to: CChar.self, capacity: document.count, { xmlCreateMemoryParserCtxt($0, size) })
    else { return .malformed(line: 1) }
    defer { xmlFreeParserCtxt(context) }
    let recovery = mended ? Int32(XML_PARSE_RECOVER.rawValue) : 0
    let quiet = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    _ = xmlCtxtUseOptions(context, quiet | recovery)
    context.pointee.sax.pointee = Self.callbacks
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    _ = xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    self.context = context
    _ = xmlParseDocument(context)
    self.context = nil
    return firstError.map { .malformed(line: $0) } ?? .wellFormed
  }

  /// What stands behind the root is of no account.
  fileprivate func fail(line: Int) {
    guard !hasRootEnded, firstError == nil else { return }
    firstError = max(1, line)
    if let context, context.pointee.recovery == 0 { xmlStopParser(context) }
  }

  private struct NameKey: Hashable {
    let local: UnsafeRawPointer
    let prefix: UnsafeRawPointer?
    let namespace: UnsafeRawPointer?
  }

  /// libxml2 keeps each name once per run, so that its address stands for it.
  private func name(
    _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) -> XMLName {
    let key = NameKey(
      local: local, prefix: prefix.map(UnsafeRawPointer.init), namespace: namespace.map(UnsafeRawPointer.init)
    )
    let address = UInt(bitPattern: key.local)
    let place = Int((address ^ address >> 6) & 63)
    if let known = recent[place], known.key == key { return known.name }
    if let known = names[key] {
      recent[place] = (key, known)
      return known
    }
    let made = XMLName(
      namespace: namespace.map { String(cString: $0) } ?? "",
      prefix: prefix.map { String(cString: $0) } ?? "",
      local: String(cString: local), number: names.count)
    names[key] = made
    recent[place] = (key, made)
    return made
  }
}

extension XMLDriver {
  fileprivate func start(
    _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    _ count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    depth += 1
    guard let handler else { return }
    var list: [XMLAttribute] = []
    if count > 0, let attributes {
      list.reserveCapacity(count)
      for index in 0..<count {
        let row = attributes + index * 5
        guard let local = row[0], let value = row[3], let end = row[4] else { continue }
        list.append(XMLAttribute(name: name(local, row[1], row[2]), value: Self.value(value, end)))
      }
    }
    handler.startElement(name(local, prefix, namespace), attributes: list)
  }

  fileprivate func end(
    _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) {
    depth -= 1
    hasRootEnded = depth == 0
    handler?.endElement(name(local, prefix, namespace))
  }

  fileprivate func characters(_ text: UnsafePointer<xmlChar>, _ count: Int) {
    guard let handler else { return }
    // A numeric reference to U+0080–U+009F arrives alone; it always means windows-1252.
    if count == 2, text[0] == 0xC2, text[1] < 0xA0, let meant = Entities.windows1252(UInt32(text[1])) {
      Array(String(meant).utf8).withUnsafeBufferPointer { handler.characters($0) }
      return
    }
    handler.characters(UnsafeBufferPointer(start: text, count: count))
  }

  /// A section that was taken out stands here. Numbers only rise, so that an instruction that the document itself
  /// brings can hide a section but never repeat one.
  fileprivate func literal(_ data: UnsafePointer<xmlChar>) {
    guard depth > 0, let number = Int(String(cString: data).prefix { $0.isNumber }), number >= nextLiteral,
      number < literals.count
    else { return }
    nextLiteral = number + 1
    if !literals[number].isEmpty { handler?.characters(literals[number]) }
  }

  /// Without entity substitution libxml2 leaves `&amp;` in attributes as `&#38;`.
  private static func value(_ start: UnsafePointer<xmlChar>, _ end: UnsafePointer<xmlChar>) -> String {
    let bytes = UnsafeBufferPointer(start: start, count: end - start)
    guard bytes.contains(0x26) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      result.append(bytes[index])
      let isAmpersand = bytes[index] == 0x26 && bytes[index...].starts(with: Self.ampersand)
      index += isAmpersand ? Self.ampersand.count : 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let ampersand = Array("&#38;".utf8)

  private static var callbacks: xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startElementNs = { context, local, prefix, namespace, _, _, count, _, attributes in
      guard let context, let local else { return }
      Unmanaged<XMLDriver>.fromOpaque(context).takeUnretainedValue()
        .start(local, prefix, namespace, Int(count), attributes)
    }
    sax.endElementNs = { context, local, prefix, namespace in
      guard let context, let local else { return }
      Unmanaged<XMLDriver>.fromOpaque(context).takeUnretainedValue().end(local, prefix, namespace)
    }
    sax.characters = { context, text, count in
      guard let context, let text, count > 0 else { return }
      Unmanaged<XMLDriver>.fromOpaque(context).takeUnretainedValue().characters(text, Int(count))
    }
    sax.ignorableWhitespace = sax.characters
    sax.cdataBlock = sax.characters
    sax.processingInstruction = { context, target, data in
      guard let context, let target, let data, xmlStrEqual(target, XMLLiterals.target.utf8Start) != 0 else {
        return
      }
      Unmanaged<XMLDriver>.fromOpaque(context).takeUnretainedValue().literal(data)
    }
    sax.serror = { context, error in
      guard let context, let error, error.pointee.level == XML_ERR_FATAL else { return }
      Unmanaged<XMLDriver>.fromOpaque(context).takeUnretainedValue().fail(line: Int(error.pointee.line))
    }
    return sax
  }
}
