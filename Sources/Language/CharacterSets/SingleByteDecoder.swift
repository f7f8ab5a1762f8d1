import Synchronization

/// Reads a single-byte set by a table of what each byte above 0x7F is in UTF-8.
struct SingleByteDecoder: Sendable {
  /// For each byte from 0x80: up to three UTF-8 bytes in the lower bits, the first lowest, and their count in
  /// the uppermost byte.
  private let packed: [UInt32]
  /// For each byte from 0x80: what it is.
  let scalars: [Unicode.Scalar]

  /// - Parameter upper: 128 characters; others are U+FFFD.
  init(upper: some Sequence<Unicode.Scalar>) {
    var scalars = Array(upper.prefix(128))
    while scalars.count < 128 { scalars.append("\u{FFFD}") }
    self.scalars = scalars
    packed = scalars.map { scalar in
      let bytes = Array(String(Character(scalar)).utf8)
      guard bytes.count <= 3 else { return 0x03BD_BFEF }
      var value = UInt32(bytes.count) << 24
      for (index, byte) in bytes.enumerated() { value |= UInt32(byte) << UInt32(8 * index) }
      return value
    }
  }

  /// The text: eight ASCII bytes at a time, others through the table.
  func decode(_ bytes: UnsafeRawBufferPointer) -> String {
    guard bytes.count > 0 else { return "" }
    // Each step writes four or eight bytes and keeps one to three, or eight, of them.
    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count * 3 + 8, alignment: 8)
    defer { output.deallocate() }
    let written = packed.withUnsafeBufferPointer { write(bytes, through: $0, to: output) }
    return UTF8Text.unchecked(UnsafeRawBufferPointer(rebasing: output[..<written]))
  }

  private func write(
    _ bytes: UnsafeRawBufferPointer, through table: UnsafeBufferPointer<UInt32>,
    to output: UnsafeMutableRawBufferPointer
  ) -> Int {
    var written = 0
    var index = 0
    while index < bytes.count {
      if bytes.count - index >= 8 {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          output.storeBytes(of: word, toByteOffset: written, as: UInt64.self)
          written += 8
          index += 8
          continue
        }
      }
      let byte = bytes[index]
      index += 1
      if byte < 0x80 {
        output[written] = byte
        written += 1
      } else {
        let entry = table[Int(byte) - 0x80]
        output.storeBytes(of: entry, toByteOffset: written, as: UInt32.self)
        written += Int(entry >> 24)
      }
    }
    return written
  }

  /// The decoder of a single-byte encoding, made once.
  static func shared(for encoding: CharacterEncoding) -> SingleByteDecoder? {
    cache.withLock { known in
      if let decoder = known[encoding.name] { return decoder }
      guard let upper = upperHalf(of: encoding) else { return nil }
      let decoder = SingleByteDecoder(upper: upper)
      known[encoding.name] = decoder
      return decoder
    }
  }

  private static let cache = Mutex<[String: SingleByteDecoder]>([:])

  private static func upperHalf(of encoding: CharacterEncoding) -> [Unicode.Scalar]? {
    switch encoding.reading {
    case .written(let letters): Array(letters.unicodeScalars)
    case .userDefined: (0..<128).compactMap { Unicode.Scalar(0xF780 + UInt32($0)) }
    case .table(let name): UpperHalf.ask(iconv: name, encoding: encoding.name)
    default: nil
    }
  }
}
