import CTextScan
import TestSupport
import Testing

@Suite("Scans of sixty-four bytes")
struct TextScanTests {
  /// Letters and marks of which every scalar takes one column, and what is none of them.
  private static let simple: [Character] = Array("абвЯЁәқңїg7 ,.«»—–„“№₸ \u{202F}…")
  private static let strange: [[UInt8]] = [
    [0xD0], [0x80], [0xE2, 0x80], [0xE2, 0x80, 0x8B], [0xD2, 0x87], [0x0A], [0x7F], [0x1B],
    [0xF0, 0x9F, 0x98, 0x80],
    [0xC3, 0xA9], [0xC2, 0xAD], [0xFF],
  ]

  @Test("Simple text ends where a look at each scalar says, whatever bytes follow")
  func simpleTextEnds() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<4_000 {
      let length = Int.random(in: 0...150, using: &random)
      var bytes = Self.text(length, &random)
      let end = bytes.count
      if Bool.random(using: &random) { bytes += Self.strange.randomElement(using: &random) ?? [] }
      bytes += Self.text(Int.random(in: 0...80, using: &random), &random)
      let found = bytes.withUnsafeBufferPointer { text_simple_end($0.baseAddress, 0, bytes.count) }
      #expect(found == Self.simpleEnd(bytes))
      #expect(found >= end)
    }
  }

  @Test("A line goes as far as its columns and finds the plain word's space before its end")
  func lines() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<4_000 {
      let bytes = Self.text(Int.random(in: 1...200, using: &random), &random)
      let starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
      let first = Int.random(in: 0..<starts.count, using: &random)
      let columns = Int.random(in: 0...140, using: &random)
      let line = bytes.withUnsafeBufferPointer {
        text_line_from($0.baseAddress, starts[first], bytes.count, bytes.count, columns)
      }
      let last = first + columns
      guard last < starts.count - 1 else {
        #expect(line.offset == bytes.count)
        #expect(Int(line.left) == last - (starts.count - 1) && line.word.bytes == 0)
        continue
      }
      #expect(line.offset == starts[last])
      let again = bytes.withUnsafeBufferPointer { text_word_before($0.baseAddress, line.offset) }
      #expect(again.bytes == line.word.bytes && again.columns == line.word.columns)
      guard line.word.bytes > 0 else { continue }
      let space = line.offset - Int(line.word.bytes)
      #expect(bytes[space] == 0x20)
      #expect(Int(line.word.columns) == starts.count { $0 >= space && $0 < line.offset })
      #expect(bytes[(space + 1)..<line.offset].allSatisfy { Self.isPlain($0) })
    }
  }

  @Test("A block is cut at its spaces, with the columns before each and the first mark of each word")
  func spaces() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<4_000 {
      let bytes = Self.text(Int.random(in: 1...90, using: &random), &random)
      var found = [text_space](repeating: text_space(), count: 64)
      let block = bytes.withUnsafeBufferPointer {
        text_spaces($0.baseAddress, 0, bytes.count, bytes.count, &found)
      }
      let piece = bytes.prefix(64)
      let places = piece.indices.filter { piece[$0] == 0x20 }
      #expect(found.prefix(Int(block.spaces)).map { Int($0.place) } == places)
      #expect(Int(block.columns) == Self.leads(piece))
      var start = 0
      for (space, place) in zip(found, places) {
        #expect(Int(space.columns) == Self.leads(piece[..<place]))
        #expect(Int(space.mark) == Self.firstMark(piece[start..<place]))
        start = place + 1
      }
      #expect(Int(block.mark) == Self.firstMark(piece[start...]))
    }
  }

  @Test("A set bit is found by arithmetic")
  func bits() {
    var random = SeededGenerator(seed: 4)
    for round in 0..<4_000 {
      let mask = UInt64.random(in: .min ... .max, using: &random)
      let bits =
        round == 0 ? .max : round & 1 == 0 ? mask : mask & UInt64.random(in: .min ... .max, using: &random)
      let places = (0..<64).filter { bits >> UInt64($0) & 1 == 1 }
      #expect(places.indices.map { text_bit_place(bits, $0) } == places)
    }
  }

  private static func text(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count { bytes += String(simple.randomElement(using: &random) ?? "а").utf8 }
    return bytes
  }

  private static func simpleEnd(_ bytes: [UInt8]) -> Int {
    var offset = 0
    while offset < bytes.count {
      let rest = bytes[offset...].prefix(4)
      guard let scalar = (1...4).compactMap({ String(validating: rest.prefix($0), as: UTF8.self) }).first,
        scalar.unicodeScalars.count == 1, isSimple(scalar.unicodeScalars.first?.value ?? 0)
      else { return offset }
      offset += scalar.utf8.count
    }
    return offset
  }

  private static func isSimple(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x483...0x489: false
    case 0x20..<0x7F, 0x400...0x4FF, 0x2010...0x2014, 0x2018...0x201A, 0x201C...0x201E, 0x20A0...0x20BF: true
    case 0xA0, 0xA7, 0xAB, 0xB0...0xB3, 0xB7, 0xBB, 0x2007, 0x2022, 0x2026, 0x202F, 0x2030, 0x2039, 0x203A,
      0x2116, 0x2212:
      true
    default: false
    }
  }

  private static func leads(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x80 && byte & 0xD0 != 0xC0 || (byte | 0x20) &- 0x61 < 26 && byte < 0x80 || byte &- 0x30 < 10
  }

  private static func firstMark(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.firstIndex { !isPlain($0) } ?? 64
  }
}
