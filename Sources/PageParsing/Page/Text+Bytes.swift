import Glibc

/// Questions to a text that its bytes answer, without looking for letters.
extension StringProtocol {
  /// How many scalars it has.
  var scalarCount: Int { count { $0 & 0xC0 != 0x80 } }

  /// How many spaces there are.
  var spaceCount: Int { count { $0 == 0x20 } }

  /// Whether it begins with the same bytes as another.
  func beginsExactly(with other: String) -> Bool {
    let begins = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { Self.begin(bytes, with: $0) }
    }
    return begins.flatMap(\.self) ?? utf8.starts(with: other.utf8)
  }

  private static func begin(_ bytes: UnsafeBufferPointer<UInt8>, with other: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    guard bytes.count >= other.count else { return false }
    guard let first = bytes.baseAddress, let second = other.baseAddress else { return other.isEmpty }
    return memcmp(first, second, other.count) == 0
  }

  /// Whether one of some words of ASCII stands in it, in either case.
  func holdsAny(of words: [StaticString]) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.indices.contains { place in
        words.contains { word in
          word.withUTF8Buffer { word in
            place + word.count <= bytes.count
              && word.indices.allSatisfy { bytes[place + $0] | 0x20 == word[$0] | 0x20 }
          }
        }
      }
    }
    return found ?? words.contains { lowercased().contains($0.description) }
  }

  @inline(__always)
  private func count(_ isCounted: (UInt8) -> Bool) -> Int {
    let counted = utf8.withContiguousStorageIfAvailable { bytes in
      var number = 0
      for byte in bytes where isCounted(byte) { number += 1 }
      return number
    }
    return counted ?? utf8.reduce(0) { $0 + (isCounted($1) ? 1 : 0) }
  }
}
