import Canvas

extension InputDecoder {
  /// `ESC [ … final` (ECMA-48 §5.4).
  mutating func controlSequence(isQuiet: Bool) -> Parsed {
    var index = start + 2
    // The Linux console's first five function keys: `ESC [ [ A`.
    if index < bytes.count, bytes[index] == UInt8(ascii: "[") {
      guard index + 1 < bytes.count else { return isQuiet ? .skip(3) : .more }
      guard let number = Self.offset(bytes[index + 1], from: "A", count: 5) else { return .skip(4) }
      return key(.function(number + 1), [], 4)
    }
    // Old mouse reports: three bytes after the final one.
    if index < bytes.count, bytes[index] == UInt8(ascii: "M") {
      guard index + 3 < bytes.count else { return isQuiet ? .skip(bytes.count - start) : .more }
      let report = bytes[(index + 1)...(index + 3)].map { Int($0) - 32 }
      let event = MouseReport(code: report[0], column: report[1], row: report[2], isRelease: false).event
      return event.map { .token(.event(.mouse($0)), 6) } ?? .skip(6)
    }
    while index < bytes.count, (0x20...0x3F).contains(bytes[index]) {
      index += 1
      guard index - start <= Self.maximumSequence else { return .skip(index - start) }
    }
    guard index < bytes.count else {
      guard isQuiet else { return .more }
      return index == start + 2 ? alt(true) : .skip(index - start)
    }
    let length = index + 1 - start
    guard (0x40...0x7E).contains(bytes[index]) else { return .skip(length - 1) }
    if let chord = known(length) { return .token(.event(.key(chord)), length) }
    return meaning(of: bytes[start + 2..<index], final: bytes[index], length: length)
  }

  private mutating func meaning(of body: ArraySlice<UInt8>, final: UInt8, length: Int) -> Parsed {
    let letter = Character(Unicode.Scalar(final))
    if body.first == UInt8(ascii: "<"), letter == "M" || letter == "m" {
      let numbers = Self.numbers(body.dropFirst())
      guard numbers.count == 3 else { return .skip(length) }
      let report = MouseReport(
        code: numbers[0], column: numbers[1], row: numbers[2], isRelease: letter == "m")
      return report.event.map { .token(.event(.mouse($0)), length) } ?? .skip(length)
    }
    if body.first == UInt8(ascii: "?") {
      return letter == "c" ? .token(.attributes(Self.numbers(body.dropFirst())), length) : .skip(length)
    }
    let numbers = Self.numbers(body)
    let modifiers = Self.modifiers(numbers.count > 1 ? numbers[1] : 1)
    switch letter {
    case "~":
      switch numbers.first ?? 0 {
      case 200:
        paste = []
        return .skip(length)
      case 27 where numbers.count > 2: return Self.chord(numbers[2], modifiers, length)
      case let number:
        guard let found = Self.numberedKeys[number] else { return .skip(length) }
        return key(found, modifiers, length)
      }
    case "t":
      guard numbers.count == 3, numbers[0] == 6, numbers[1] > 0, numbers[2] > 0 else { return .skip(length) }
      return .token(.cell(PixelSize(width: numbers[2], height: numbers[1])), length)
    case "u": return Self.chord(numbers.first ?? 0, modifiers, length)
    case "Z": return key(.backTab, modifiers.subtracting(.shift), length)
    case "^", "@":
      // rxvt: Control and Shift-Control.
      guard let found = Self.numberedKeys[numbers.first ?? 0] else { return .skip(length) }
      return key(found, letter == "^" ? .control : [.control, .shift], length)
    case "a", "b", "c", "d":
      guard let found = Self.letteredKeys[Character(letter.uppercased())] else { return .skip(length) }
      return key(found, .shift, length)
    default:
      guard let found = Self.letteredKeys[letter] else { return .skip(length) }
      return key(found, modifiers, length)
    }
  }

  /// `ESC O x`: keys of the application mode.
  func singleShift(isQuiet: Bool) -> Parsed {
    guard start + 2 < bytes.count else { return alt(isQuiet) }
    if let chord = known(3) { return .token(.event(.key(chord)), 3) }
    let letter = Character(Unicode.Scalar(bytes[start + 2]))
    if let found = Self.letteredKeys[letter] { return key(found, [], 3) }
    if "abcd".contains(letter), let found = Self.letteredKeys[Character(letter.uppercased())] {
      return key(found, .control, 3)
    }
    switch letter {
    case "M": return key(.enter, [], 3)
    case "I": return key(.tab, [], 3)
    default: break
    }
    if let number = Self.offset(bytes[start + 2], from: "j", count: 16) {
      let keypad: [Character] = Array("*+,-./0123456789")
      return key(.character(keypad[number]), [], 3)
    }
    return alt(true)
  }

  /// `ESC ] … ST`: answers of the terminal.
  mutating func controlString(isQuiet: Bool) -> Parsed {
    var index = start + 2
    while index < bytes.count {
      if bytes[index] == 0x07 { return answer(end: index, length: index + 1 - start) }
      if bytes[index] == 0x1B {
        guard index + 1 < bytes.count else { break }
        guard bytes[index + 1] == UInt8(ascii: "\\") else { return alt(true) }
        return answer(end: index, length: index + 2 - start)
      }
      if bytes[index] < 0x20 || index - start > Self.maximumSequence { return alt(true) }
      index += 1
    }
    // A person types one key after Escape, a terminal the whole answer at once.
    if isQuiet, bytes.count - start > 3 { return .skip(bytes.count - start) }
    return alt(isQuiet)
  }

  private func answer(end: Int, length: Int) -> Parsed {
    let body = String(decoding: bytes[start + 2..<end], as: UTF8.self)
    if bytes[start + 1] == UInt8(ascii: "_"), body.hasPrefix("G") {
      return .token(.graphics(body.hasSuffix(";OK")), length)
    }
    guard bytes[start + 1] == UInt8(ascii: "]"), body.hasPrefix("11;rgb:") else { return .skip(length) }
    let channels = body.dropFirst(7).split(separator: "/").map { Self.channel($0) }
    guard channels.count == 3, let red = channels[0], let green = channels[1], let blue = channels[2] else {
      return .skip(length)
    }
    return .token(.background(RGB(red: red, green: green, blue: blue)), length)
  }

  /// One to four hexadecimal digits, as X11 writes a share of full brightness.
  private static func channel(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.utf8.count), let value = UInt32(digits, radix: 16) else { return nil }
    let full = (UInt32(1) << (4 * UInt32(digits.utf8.count))) - 1
    return UInt8(value * 255 / full)
  }

  /// Up to the bracket that ends a paste.
  mutating func nextOfPaste(isQuiet: Bool) -> Token? {
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    var collected = paste ?? []
    var index = start
    defer { start = index }
    while index < bytes.count {
      if bytes[index] == 0x1B {
        let ahead = bytes[index..<min(bytes.count, index + end.count)]
        if ahead.elementsEqual(end) {
          index += end.count
          paste = nil
          return .event(.paste(pastedText(collected)))
        }
        if ahead.count < end.count, ahead.elementsEqual(end.prefix(ahead.count)), !isQuiet { break }
      }
      if collected.count < Self.maximumPaste { collected.append(bytes[index]) }
      index += 1
    }
    paste = collected
    guard isQuiet else { return nil }
    paste = nil
    return .event(.paste(pastedText(collected)))
  }

  /// Parameters, an absent one as 0; what is no number counts as absent, sub-parameters are dropped.
  static func numbers(_ body: ArraySlice<UInt8>) -> [Int] {
    body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).prefix(16).map { field in
      let digits = field.prefix { (0x30...0x39).contains($0) }
      return digits.count > 8 ? 0 : digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
  }

  /// xterm's modifier parameter: one more than the sum of Shift 1, Alt 2, Control 4 (Meta 8 counts as Alt).
  static func modifiers(_ parameter: Int) -> KeyChord.Modifiers {
    let bits = max(0, parameter - 1)
    var result: KeyChord.Modifiers = []
    if bits & 1 != 0 { result.insert(.shift) }
    if bits & 10 != 0 { result.insert(.alt) }
    if bits & 4 != 0 { result.insert(.control) }
    return result
  }

  private static func offset(_ byte: UInt8, from first: Unicode.Scalar, count: Int) -> Int? {
    let offset = Int(byte) - Int(first.value)
    return (0..<count).contains(offset) ? offset : nil
  }

  /// A code point with modifiers (`CSI u`, modifyOtherKeys).
  private static func chord(_ code: Int, _ modifiers: KeyChord.Modifiers, _ length: Int) -> Parsed {
    let found: KeyChord.Key
    switch code {
    case 9: found = modifiers.contains(.shift) ? .backTab : .tab
    case 13: found = .enter
    case 27: found = .escape
    case 8, 127: found = .backspace
    default:
      guard code >= 32, let scalar = Unicode.Scalar(UInt32(code)), !(0x7F...0x9F).contains(code) else {
        return .skip(length)
      }
      var character = Character(scalar)
      if modifiers.contains(.shift), let upper = character.uppercased().first { character = upper }
      return .token(
        .event(.key(KeyChord(.character(character), modifiers.subtracting(.shift)))), length)
    }
    let rest = found == .backTab ? modifiers.subtracting(.shift) : modifiers
    return .token(.event(.key(KeyChord(found, rest))), length)
  }

  private static let letteredKeys: [Character: KeyChord.Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "P": .function(1),
    "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let numberedKeys: [Int: KeyChord.Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
    29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
  ]
}
