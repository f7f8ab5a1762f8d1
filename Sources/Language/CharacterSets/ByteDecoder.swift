/// Bytes of a known encoding to text.
enum ByteDecoder {
  /// Bytes that mean nothing become U+FFFD; a set that this machine lacks is read as windows-1252.
  static func decode(_ bytes: UnsafeRawBufferPointer, as encoding: CharacterEncoding) -> String {
    switch encoding.reading {
    case .utf8: String(decoding: bytes, as: UTF8.self)
    case .utf16(let bigEndian): utf16(bytes, bigEndian: bigEndian)
    case .utf32(let bigEndian): utf32(bytes, bigEndian: bigEndian)
    case .written, .table, .userDefined:
      SingleByteDecoder.shared(for: encoding)?.decode(bytes) ?? String(decoding: bytes, as: UTF8.self)
    case .stream(let name):
      japanese(
        IconvConverter(from: name)?.convert(bytes) ?? String(decoding: bytes, as: UTF8.self), encoding)
    }
  }

  /// The wave dash, minus and double bar as JIS X 0208 has them: Microsoft's tables give full-width
  /// look-alikes, which stay where Microsoft's own letters are used.
  private static func japanese(_ text: String, _ encoding: CharacterEncoding) -> String {
    guard encoding.name == "Shift_JIS" || encoding.name == "EUC-JP",
      !text.unicodeScalars.contains(where: isMicrosofts)
    else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(jis[scalar] ?? scalar) }
    return String(result)
  }

  /// Letters of NEC's and IBM's rows: circled and Roman numbers, squared words, a few rare ideographs.
  private static func isMicrosofts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2460...0x2473, 0x2160...0x2179, 0x3231...0x3239, 0x32A4...0x32A8, 0x3300...0x33FF, 0xFA0E...0xFA2D:
      true
    default: false
    }
  }

  private static let jis: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{FF5E}": "\u{301C}", "\u{FF0D}": "\u{2212}", "\u{2225}": "\u{2016}",
  ]

  private static func utf16(_ bytes: UnsafeRawBufferPointer, bigEndian: Bool) -> String {
    let count = bytes.count / 2
    let units = [UInt16](unsafeUninitializedCapacity: count) { target, initialized in
      for index in 0..<count {
        let unit = bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)
        target.initializeElement(
          at: index, to: bigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit))
      }
      initialized = count
    }
    let text = String(decoding: units, as: UTF16.self)
    return bytes.count.isMultiple(of: 2) ? text : text + "\u{FFFD}"
  }

  private static func utf32(_ bytes: UnsafeRawBufferPointer, bigEndian: Bool) -> String {
    var scalars = String.UnicodeScalarView()
    for index in 0..<(bytes.count / 4) {
      let raw = bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
      let value = bigEndian ? UInt32(bigEndian: raw) : UInt32(littleEndian: raw)
      scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(scalars)
  }
}
