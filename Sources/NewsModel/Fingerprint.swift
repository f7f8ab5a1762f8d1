/// FNV-1a of 64 bits: the same number for the same bytes on every machine and in every run. It tells contents apart;
/// against somebody who wants two of them to look alike it is no help.
package struct Fingerprint: Hashable, Sendable {
  /// The number so far.
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Of nothing yet.
  @inline(__always) package init() {}

  /// Of some bytes.
  package init(_ bytes: some Sequence<UInt8>) { add(bytes) }

  /// Adds bytes; `ab`, `c` gives the same as `a`, `bc`.
  package mutating func add(_ bytes: some Sequence<UInt8>) {
    var value = value
    let isContiguous: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      for byte in buffer { value = (value ^ UInt64(byte)) &* Self.prime }
    }
    if isContiguous == nil {
      for byte in bytes { value = (value ^ UInt64(byte)) &* Self.prime }
    }
    self.value = value
  }

  /// Adds a mark that no UTF-8 text holds, so that what stands before it cannot be taken for what comes after it.
  package mutating func addEnd() { value = (value ^ 0xFF) &* Self.prime }

  /// Sixteen hexadecimal digits.
  package var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static let prime: UInt64 = 0x100_0000_01B3
}
