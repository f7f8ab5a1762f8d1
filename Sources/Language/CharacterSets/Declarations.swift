/// Where a text says which character set it is in.
enum Declarations {
  /// The charset parameter of a content type (RFC 9110 §8.3.1), quotes taken off.
  static func label(inContentType contentType: String) -> String? {
    charset(in: Array(contentType.utf8.prefix(1024)))
  }

  /// The algorithm of the HTML Standard that takes an encoding out of a `content` attribute; also good for
  /// HTTP.
  static func charset(in text: [UInt8]) -> String? {
    let key = Array("charset".utf8)
    var index = 0
    while index + key.count <= text.count {
      guard (0..<key.count).allSatisfy({ text[index + $0].lowercased == key[$0] }) else {
        index += 1
        continue
      }
      index += key.count
      while index < text.count, text[index].isHTMLSpace { index += 1 }
      guard index < text.count, text[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < text.count, text[index].isHTMLSpace { index += 1 }
      guard index < text.count else { return nil }
      let first = text[index]
      let value: ArraySlice<UInt8>
      if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
        guard let end = text[(index + 1)...].firstIndex(of: first) else { return nil }
        value = text[(index + 1)..<end]
      } else {
        value = text[index...].prefix {
          !$0.isHTMLSpace && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",")
        }
      }
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
    return nil
  }

  /// The encoding of an XML declaration at the start of the bytes, white space before it tolerated (XML 1.0
  /// §4.3.3).
  static func label(inXML bytes: UnsafeRawBufferPointer) -> String? {
    let head = Array(bytes.prefix(1024).drop { $0.isHTMLSpace || $0 == 0 })
    guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    let declaration = head[..<end]
    let key = Array("encoding".utf8)
    guard declaration.count > key.count else { return nil }
    for start in 0..<(declaration.count - key.count)
    where declaration[start..<(start + key.count)].elementsEqual(key) {
      var index = start + key.count
      while index < end, declaration[index].isHTMLSpace { index += 1 }
      guard index < end, declaration[index] == UInt8(ascii: "=") else { return nil }
      index += 1
      while index < end, declaration[index].isHTMLSpace { index += 1 }
      guard index < end else { return nil }
      let quote = declaration[index]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
      let value = declaration[(index + 1)...].prefix { $0 != quote }
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}

extension UInt8 {
  /// ASCII white space of the HTML Standard.
  var isHTMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }
  /// A–Z as a–z, anything else as it is.
  var lowercased: UInt8 { 0x41...0x5A ~= self ? self + 0x20 : self }
  var isASCIILetter: Bool { 0x61...0x7A ~= lowercased }
}
