/// Makes of clusters what a cell can hold; see `CellWidth.reduce`.
struct ClusterReducer {
  private let scanner: ClusterScanner
  private(set) var result = ""

  /// How many combining scalars a cell of ncurses keeps.
  private static let mostMarks = 4

  init(bytes: UTF8Bytes) {
    scanner = ClusterScanner(bytes: bytes, properties: .current)
  }

  /// Appends what the bytes of a range become.
  mutating func append(from start: Int, to end: Int) {
    var offset = start
    while offset < end {
      let simple = simpleEnd(from: offset, to: end)
      if simple > offset {
        append(simpleFrom: offset, to: simple)
        offset = simple
      } else {
        let cluster = scanner.cluster(at: offset, end: end)
        append(clusterFrom: offset, to: cluster.end)
        offset = cluster.end
      }
    }
  }

  /// Appends a scalar as it is.
  mutating func append(_ scalar: Unicode.Scalar) { result.unicodeScalars.append(scalar) }

  /// Where the scalars end that are a cluster each and print as they are, but for spaces and hyphens that hold.
  private func simpleEnd(from start: Int, to end: Int) -> Int {
    var simple = SimpleText.prefix(scanner.bytes, from: start, to: end)
    // A mark that follows belongs to the last of them.
    if simple < end, simple > start { simple = scanner.bytes.scalar(before: simple, start: start).from }
    return simple
  }

  private mutating func append(simpleFrom start: Int, to end: Int) {
    let bytes = scanner.bytes
    var kept = start
    var offset = start
    while offset < end {
      let (value, next) = bytes[offset] < 0x80 ? (0, offset + 1) : bytes.scalar(at: offset, end: end)
      if value >= 0xA0, Self.printed(value) != value {
        append(bytesFrom: kept, to: offset)
        append(Self.printed(value))
        kept = next
      }
      offset = next
    }
    append(bytesFrom: kept, to: end)
  }

  private mutating func append(bytesFrom start: Int, to end: Int) {
    guard start < end else { return }
    let part = UnsafeBufferPointer(start: scanner.bytes.base + start, count: end - start)
    result += String(decoding: part, as: UTF8.self)
  }

  private mutating func append(clusterFrom start: Int, to end: Int) {
    var hasBase = false
    var marks = 0
    var offset = start
    while offset < end {
      let (value, next) = scanner.bytes.scalar(at: offset, end: end)
      offset = next
      let property = scanner.properties[value]
      if value == 0x0A {
        append(value)
      } else if property.clusterClass == .regionalIndicator {
        append(value - 0x1F1E6 + 0x41)
        hasBase = true
      } else if property.columns > 0 {
        guard !hasBase || property.ownColumns(value) > 0 else { continue }
        append(Self.printed(value))
        hasBase = true
        marks = 0
      } else if property.ownColumns(value) > 0 {
        append(value)
        hasBase = true
        marks = 0
      } else if hasBase, marks < Self.mostMarks, Self.isMark(value, property) {
        append(value)
        marks += 1
      }
    }
  }

  private mutating func append(_ value: UInt32) {
    if let scalar = Unicode.Scalar(value) { append(scalar) }
  }

  /// Spaces and hyphens that hold print as plain ones.
  private static func printed(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x00A0, 0x202F, 0x2007: 0x20
    case 0x2011: 0x2D
    default: value
    }
  }

  /// Whether a scalar without columns is drawn over its base: no selectors, joiners or invisible signs.
  private static func isMark(_ value: UInt32, _ property: ScalarProperty) -> Bool {
    switch value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180F, 0x034F, 0x200C, 0x200D, 0x20E3,
      0xE0020...0xE007F:
      false
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: true
    case 0x17B4, 0x17B5: false
    default: property.clusterClass == .extend || property.clusterClass == .virama
    }
  }
}
