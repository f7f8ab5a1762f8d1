import Foundation

/// Compressed bodies made by hand: correct ones without compression, and a bomb.
package enum LoopbackCompression {
  private static let gzipHead: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

  /// A gzip file (RFC 1952) with one stored block; at most 65,535 bytes.
  package static func gzip(_ text: String) -> Data {
    let bytes = Array(text.utf8)
    let length = UInt16(bytes.count)
    return Data(gzipHead + [1] + littleEndian(length) + littleEndian(~length) + bytes)
      + Data(littleEndian(checksum(bytes)) + littleEndian(UInt32(bytes.count)))
  }

  /// A gzip file of zeros that packs at least so many bytes, 158 to 1, and ends without its checksum.
  package static func gzipBomb(bytes count: Int) -> Data {
    var bits = BitWriter(bytes: gzipHead)
    bits.append(1, count: 1)
    bits.append(1, count: 2)
    // Fixed codes (RFC 1951 §3.2.6): the literal 0, then copies of 258 bytes from one byte before.
    bits.appendCode(0b0011_0000, count: 8)
    for _ in 0...(count / 258) {
      bits.appendCode(0b1100_0101, count: 8)
      bits.appendCode(0, count: 5)
    }
    bits.appendCode(0, count: 7)
    return Data(bits.finished)
  }

  /// A Brotli stream (RFC 7932) with one uncompressed meta-block; 1 to 65,536 bytes.
  package static func brotli(_ text: String) -> Data {
    let bytes = Array(text.utf8)
    var bits = BitWriter(bytes: [])
    bits.append(0, count: 4)
    bits.append(UInt32(bytes.count - 1), count: 16)
    bits.append(1, count: 1)
    return Data(bits.finished + bytes + [3])
  }

  /// A Zstandard frame (RFC 8878) with one raw block; at most 255 bytes.
  package static func zstandard(_ text: String) -> Data {
    let bytes = Array(text.utf8)
    let block = UInt32(bytes.count) << 3 | 1
    return Data([0x28, 0xB5, 0x2F, 0xFD, 0x20, UInt8(bytes.count)] + littleEndian(block).prefix(3) + bytes)
  }

  private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// CRC-32, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}

/// Bits in the order of deflate and Brotli: the lowest of a byte first.
private struct BitWriter {
  private var bytes: [UInt8]
  private var buffer: UInt32 = 0
  private var held = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func append(_ value: UInt32, count: Int) {
    buffer |= value << UInt32(held)
    held += count
    while held >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: buffer))
      buffer >>= 8
      held -= 8
    }
  }

  /// A Huffman code: its highest bit first.
  mutating func appendCode(_ code: UInt32, count: Int) {
    for bit in (0..<count).reversed() { append(code >> UInt32(bit) & 1, count: 1) }
  }

  /// All bytes, the last filled up with zeros.
  var finished: [UInt8] { held > 0 ? bytes + [UInt8(truncatingIfNeeded: buffer)] : bytes }
}
