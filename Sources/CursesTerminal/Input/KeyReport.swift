import Canvas

/// A key as a control sequence reports it: xterm's forms (`CSI 1 ; 5 A`, `CSI 6 ; 5 ~`, `CSI 27 ; 5 ; 13 ~`), rxvt's, and
/// those of kitty's keyboard protocol (`CSI code : shifted : base ; modifiers : event ; text u`).
struct KeyReport {
  /// Parameters, each with its sub-parameters; what is no number is 0.
  private let fields: [[Int]]

  init(_ body: ArraySlice<UInt8>) {
    fields = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).prefix(16).map {
      field in
      field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).prefix(16).map { part in
        let digits = part.prefix { (0x30...0x39).contains($0) }
        return digits.count > 8 ? 0 : digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
      }
    }
  }

  /// The parameters without their sub-parameters.
  var numbers: [Int] { fields.map { $0.first ?? 0 } }

  private func field(_ number: Int, _ part: Int = 0) -> Int {
    fields.indices.contains(number) && fields[number].indices.contains(part) ? fields[number][part] : 0
  }

  /// The bits of what was held, one less than the parameter.
  private var held: Int { max(0, field(1) - 1) }
  /// A key that was let go does nothing.
  private var isRelease: Bool { field(1, 1) == 3 }

  /// What was typed, by the sequence's last letter; `nil` for what is no key.
  func event(final letter: Character) -> ScreenEvent? {
    guard !isRelease else { return nil }
    let modifiers = Self.modifiers(held + 1)
    switch letter {
    case "u": return typed(held: held)
    case "~":
      let number = field(0)
      if number == 27, fields.count > 2 { return chord(field(2), modifiers).map { .key($0) } }
      return Self.numbered[number].map { .key(KeyChord($0, modifiers)) }
    case "Z": return .key(KeyChord(.backTab, modifiers.subtracting(.shift)))
    // rxvt: Control, Shift and both.
    case "^", "@", "$":
      let marked: [Character: KeyChord.Modifiers] = ["^": .control, "@": [.control, .shift], "$": .shift]
      return Self.numbered[field(0)].map { .key(KeyChord($0, marked[letter] ?? [])) }
    case "a", "b", "c", "d":
      return Self.lettered[Character(letter.uppercased())].map { .key(KeyChord($0, .shift)) }
    // With other numbers it is the cursor's place.
    case "R" where field(0) > 1: return nil
    default: return Self.lettered[letter].map { .key(KeyChord($0, modifiers)) }
    }
  }

  /// kitty's form: a code point or the number of a key, what is held, and the text it makes.
  private func typed(held: Int) -> ScreenEvent? {
    // Super and Hyper are the desktop's; Caps Lock and Num Lock are told, but are not held.
    guard held & 24 == 0 else { return nil }
    var modifiers = Self.modifiers((held & 7) + 1)
    if held & 32 != 0 { modifiers.insert(.alt) }
    let isHeld = !modifiers.isDisjoint(with: [.control, .alt])
    let text = String(
      String.UnicodeScalarView(
        (fields.count > 2 ? fields[2] : []).compactMap { Unicode.Scalar(UInt32($0)) }.filter {
          $0.properties.generalCategory != .control
        }))
    if !isHeld, let first = text.first {
      return text.count == 1 ? .key(.character(first)) : .paste(text)
    }
    // With Control or Alt a key is meant, not a letter: the one at its place of a Latin keyboard, where that is told.
    let base = field(0, 2)
    if isHeld, base > 0, field(0) > 127 { return chord(base, modifiers).map { .key($0) } }
    if !isHeld, modifiers.contains(.shift), field(0, 1) > 0 { return chord(field(0, 1), []).map { .key($0) } }
    return chord(field(0), modifiers).map { .key($0) }
  }

  /// A code point or the number of a key, with modifiers.
  private func chord(_ code: Int, _ modifiers: KeyChord.Modifiers) -> KeyChord? {
    let isShifted = modifiers.contains(.shift)
    switch code {
    case 9: return isShifted ? KeyChord(.backTab, modifiers.subtracting(.shift)) : KeyChord(.tab, modifiers)
    case 13: return KeyChord(.enter, modifiers)
    case 27: return KeyChord(.escape, modifiers)
    case 8, 127: return KeyChord(.backspace, modifiers)
    case 57_344...63_743: return Self.functional[code].map { KeyChord($0, modifiers) }
    default: break
    }
    guard code >= 32, let scalar = Unicode.Scalar(UInt32(code)), InputDecoder.isTyped(scalar) else {
      return nil
    }
    let character = Character(scalar)
    if modifiers.contains(.control) { return KeyChord(.character(character), modifiers) }
    let shown = isShifted ? character.uppercased().first ?? character : character
    return KeyChord(.character(shown), modifiers.subtracting(.shift))
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
}

extension KeyReport {
  /// Keys by the letter that ends their sequence.
  static let lettered: [Character: KeyChord.Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "P": .function(1),
    "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  /// Keys by the number before `~`.
  private static let numbered: [Int: KeyChord.Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
    29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
  ]

  /// kitty's numbers for keys without a code point: F13 to F35 and the keypad; modifiers alone and media keys are none.
  private static let functional: [Int: KeyChord.Key] = {
    var keys: [Int: KeyChord.Key] = [
      57_414: .enter, 57_417: .left, 57_418: .right, 57_419: .up, 57_420: .down, 57_421: .pageUp,
      57_422: .pageDown, 57_423: .home, 57_424: .end, 57_425: .insert, 57_426: .delete,
    ]
    for number in 13...35 { keys[57_376 + number - 13] = .function(number) }
    for (offset, sign) in "0123456789./*-+".enumerated() { keys[57_399 + offset] = .character(sign) }
    keys[57_415] = .character("=")
    keys[57_416] = .character(",")
    return keys
  }()
}
