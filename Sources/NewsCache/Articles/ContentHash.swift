import Foundation

/// FNV-1a, 64 bits: the same number for the same bytes on every machine and in every run.
package struct ContentHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// The number of some bytes.
  package static func of(_ bytes: some Sequence<UInt8>) -> Int64 {
    var hash = ContentHash()
    hash.add(bytes)
    return hash.value
  }

  /// The number of a text's UTF-8 bytes.
  package static func of(_ text: String) -> Int64 { of(text.utf8) }

  /// Adds bytes and a mark of their end, so that `ab`, `c` differs from `a`, `bc`.
  package mutating func add(_ bytes: some Sequence<UInt8>) {
    var state = state
    let isContiguous: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      for byte in buffer { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    if isContiguous == nil {
      for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    self.state = (state ^ 0xFF) &* 0x100_0000_01B3
  }

  /// Adds a text's UTF-8 bytes and their end.
  package mutating func add(_ text: String) { add(text.utf8) }

  /// Adds a number, or that there is none.
  package mutating func add(_ number: Int64?) {
    withUnsafeBytes(of: (number ?? .min).littleEndian) { add($0) }
  }

  /// The number so far.
  package var value: Int64 { Int64(bitPattern: state) }
}
