import Canvas

extension InputDecoder {
  /// `ESC [ … final` (ECMA-48 §5.4).
  mutating func controlSequence() -> Parsed {
    var index = start + 2
    guard index < bytes.count else { return .more(.sequence) }
    // The Linux console's first five function keys: `ESC [ [ A`.
    if bytes[index] == UInt8(ascii: "[") {
      guard index + 1 < bytes.count else { return .more(.sequence) }
      guard let number = Self.offset(bytes[index + 1], from: "A", count: 5) else { return .skip(4) }
      return key(.function(number + 1), [], 4)
    }
    // Old mouse reports: three bytes after the final one.
    if bytes[index] == UInt8(ascii: "M") {
      guard index + 3 < bytes.count else { return .more(.sequence) }
      let report = bytes[(index + 1)...(index + 3)].map { Int($0) - 32 }
      let event = MouseReport(code: report[0], column: report[1], row: report[2], isRelease: false).event
      return event.map { .token(.event(.mouse($0)), 6) } ?? .skip(6)
    }
    while index < bytes.count, (0x20...0x3F).contains(bytes[index]) {
      // rxvt ends keys with Shift by a sign that by ECMA-48 ends nothing.
      if bytes[index] == UInt8(ascii: "$"), index > start + 2,
        bytes[(start + 2)..<index].allSatisfy({ (0x30...0x39).contains($0) })
      {
        break
      }
      index = shortened(to: index + 1)
    }
    guard index < bytes.count else { return .more(.sequence) }
    let length = index + 1 - start
    guard (0x40...0x7E).contains(bytes[index]) || bytes[index] == UInt8(ascii: "$") else {
      return .skip(length - 1)
    }
    if let chord = known(length) { return .token(.event(.key(chord)), length) }
    return meaning(of: bytes[start + 2..<index], final: bytes[index], length: length)
  }

  private mutating func meaning(of body: ArraySlice<UInt8>, final: UInt8, length: Int) -> Parsed {
    let letter = Character(Unicode.Scalar(final))
    let report = KeyReport(body)
    switch body.first {
    case UInt8(ascii: "<"):
      guard letter == "M" || letter == "m" else { return .skip(length) }
      let numbers = KeyReport(body.dropFirst()).numbers
      guard numbers.count == 3 else { return .skip(length) }
      let report = MouseReport(
        code: numbers[0], column: numbers[1], row: numbers[2], isRelease: letter == "m")
      return report.event.map { .token(.event(.mouse($0)), length) } ?? .skip(length)
    case UInt8(ascii: "?"):
      let numbers = KeyReport(body.dropFirst()).numbers
      return letter == "c" ? .token(.attributes(numbers), length) : .skip(length)
    // Answers of other kinds: `ESC [ > … c`, `ESC [ = … c`.
    case UInt8(ascii: "="), UInt8(ascii: ">"): return .skip(length)
    default: break
    }
    if letter == "~", report.numbers.first == 200 {
      paste = []
      return .skip(length)
    }
    if letter == "t" {
      let numbers = report.numbers
      guard numbers.count == 3, numbers[0] == 6, numbers[1] > 0, numbers[2] > 0 else { return .skip(length) }
      return .token(.cell(PixelSize(width: numbers[2], height: numbers[1])), length)
    }
    return report.event(final: letter).map { .token(.event($0), length) } ?? .skip(length)
  }

  /// `ESC O x`: keys of the application mode, with a modifier before the letter in some terminals.
  func singleShift() -> Parsed {
    var index = start + 2
    while index < bytes.count, index < start + 4, (0x30...0x39).contains(bytes[index]) { index += 1 }
    guard index < bytes.count else { return .more(.sequence) }
    let length = index + 1 - start
    if let chord = known(length) { return .token(.event(.key(chord)), length) }
    let number = bytes[start + 2..<index].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    let modifiers = KeyReport.modifiers(max(1, number))
    let letter = Character(Unicode.Scalar(bytes[index]))
    if let found = KeyReport.lettered[letter] { return key(found, modifiers, length) }
    if "abcd".contains(letter), let found = KeyReport.lettered[Character(letter.uppercased())] {
      return key(found, .control, length)
    }
    switch letter {
    case "M": return key(.enter, modifiers, length)
    case "I": return key(.tab, modifiers, length)
    default: break
    }
    if let number = Self.offset(bytes[index], from: "j", count: 16) {
      let keypad: [Character] = Array("*+,-./0123456789")
      return key(.character(keypad[number]), modifiers, length)
    }
    return alt
  }

  private static func offset(_ byte: UInt8, from first: Unicode.Scalar, count: Int) -> Int? {
    let offset = Int(byte) - Int(first.value)
    return (0..<count).contains(offset) ? offset : nil
  }
}
