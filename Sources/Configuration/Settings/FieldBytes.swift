/// Values one behind another, as bytes: a number is eight of them, a text its length and its UTF-8.
///
/// For what is thrown away when it cannot be read, and read at every start: a tenth of what JSON costs.
struct FieldWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ isTrue: Bool) { add(isTrue ? 1 : 0) }

  mutating func add<Value>(_ value: Value?, _ addOne: (inout Self, Value) -> Void) {
    add(value != nil)
    if let value { addOne(&self, value) }
  }

  mutating func add<Value>(_ values: [Value], _ addOne: (inout Self, Value) -> Void) {
    add(values.count)
    for value in values { addOne(&self, value) }
  }
}

/// Reads what `FieldWriter` wrote; throws where the bytes are not that.
struct FieldReader {
  struct Broken: Error {}

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func number() throws(Broken) -> Int {
    guard bytes.count - offset >= 8 else { throw Broken() }
    defer { offset += 8 }
    let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Int64.self) }
    return Int(Int64(littleEndian: value))
  }

  mutating func text() throws(Broken) -> String {
    let length = try count()
    defer { offset += length }
    return String(decoding: bytes[offset..<offset + length], as: UTF8.self)
  }

  mutating func flag() throws(Broken) -> Bool { try number() != 0 }

  mutating func optional<Value>(_ read: (inout Self) throws(Broken) -> Value) throws(Broken) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func list<Value>(_ read: (inout Self) throws(Broken) -> Value) throws(Broken) -> [Value] {
    var result: [Value] = []
    for _ in 0..<(try count()) { result.append(try read(&self)) }
    return result
  }

  /// A count of things that take a byte or more each.
  private mutating func count() throws(Broken) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - offset else { throw Broken() }
    return count
  }
}
