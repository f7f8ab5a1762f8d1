import NewsModel

/// The fingerprint of a row's fields, as SQLite keeps a number.
package struct ContentHash: Sendable {
  private var state = Fingerprint()

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
    state.add(bytes)
    state.addEnd()
  }

  /// Adds a text's UTF-8 bytes and their end.
  package mutating func add(_ text: String) { add(text.utf8) }

  /// Adds a number, or that there is none.
  package mutating func add(_ number: Int64?) {
    withUnsafeBytes(of: (number ?? .min).littleEndian) { add($0) }
  }

  /// The number so far.
  package var value: Int64 { Int64(bitPattern: state.value) }
}
