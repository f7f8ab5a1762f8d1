/// What the engine asks of a scalar, read from one embedded two-stage table (Unicode 15.0).
struct ScalarProperties {
  private let table: UnsafePointer<UInt16>

  private static let embedded = EmbeddedTable("properties.bin")
  private static let blockCount = 0x110000 >> 7

  /// The table of the program.
  static var current: ScalarProperties { ScalarProperties(bytes: embedded.bytes) }

  private init(bytes: UnsafeRawBufferPointer) {
    // The generator writes whole blocks for every scalar, so every lookup below stays inside.
    precondition(bytes.count > Self.blockCount * 2, "properties.bin is not embedded")
    table = bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt16.self)
  }

  /// The properties of a scalar value; values beyond Unicode count as U+FFFD.
  @inline(__always)
  subscript(scalar: UInt32) -> ScalarProperty {
    let index = Int(scalar < 0x110000 ? scalar : 0xFFFD)
    let block = Int(table[index >> 7])
    return ScalarProperty(bits: table[Self.blockCount &+ block &<< 7 &+ index & 0x7F])
  }
}

/// One scalar's properties, packed.
struct ScalarProperty: Hashable {
  fileprivate let bits: UInt16

  /// UAX #14, with LB1 resolved.
  @inline(__always) var lineClass: LineClass { LineClass(rawValue: UInt8(truncatingIfNeeded: bits & 0x3F)) }
  /// UAX #29.
  @inline(__always) var clusterClass: ClusterClass {
    ClusterClass(rawValue: UInt8(truncatingIfNeeded: bits >> 6 & 0x1F))
  }
  /// 0, 1 or 2 cells.
  @inline(__always) var columns: Int { Int(bits >> 11 & 3) }

  /// The cells that a scalar takes for itself though it belongs to the cluster before it, as every terminal counts them:
  /// spacing marks (vowel signs, SARA AM), the further consonants of a conjunct, and what extends a cluster for reasons of its own and yet
  /// is spacing (the right halves of vowel signs, the halfwidth sound marks).
  ///
  /// - Parameter scalar: the one whose properties these are.
  func ownColumns(_ scalar: UInt32) -> Int {
    switch clusterClass {
    case .spacingMark: 1
    case .consonant: columns
    default: Self.spacingExtenders.contains(scalar) ? 1 : 0
    }
  }

  @inline(__always) var isLetter: Bool { bits >> 13 == 1 || bits >> 13 == 2 }
  @inline(__always) var isUppercase: Bool { bits >> 13 == 2 }
  @inline(__always) var isDigit: Bool { bits >> 13 == 3 }
}

extension ScalarProperty {
  /// Other_Grapheme_Extend of PropList.txt that is of the category Mc or Lm.
  private static let spacingExtenders: Set<UInt32> = [
    0x09BE, 0x09D7, 0x0B3E, 0x0B57, 0x0BBE, 0x0BD7, 0x0CC2, 0x0CD5, 0x0CD6, 0x0D3E, 0x0D57, 0x0DCF, 0x0DDF,
    0x1B35,
    0xFF9E, 0xFF9F, 0x1133E, 0x11357, 0x114B0, 0x114BD, 0x115AF,
  ]
}

/// Grapheme cluster break classes, in the order of the table's generator.
struct ClusterClass: Hashable, RawRepresentable {
  let rawValue: UInt8

  static let other = Self(rawValue: 0)
  static let carriageReturn = Self(rawValue: 1)
  static let lineFeed = Self(rawValue: 2)
  static let control = Self(rawValue: 3)
  static let extend = Self(rawValue: 4)
  static let joiner = Self(rawValue: 5)
  static let regionalIndicator = Self(rawValue: 6)
  static let prepend = Self(rawValue: 7)
  static let spacingMark = Self(rawValue: 8)
  static let hangulL = Self(rawValue: 9)
  static let hangulV = Self(rawValue: 10)
  static let hangulT = Self(rawValue: 11)
  static let hangulLV = Self(rawValue: 12)
  static let hangulLVT = Self(rawValue: 13)
  static let pictographic = Self(rawValue: 14)
  static let consonant = Self(rawValue: 15)
  static let virama = Self(rawValue: 16)
}
