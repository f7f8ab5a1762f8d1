import Canvas

/// Turns the bytes that a terminal sends into keys, mouse, paste and answers; pure, so that it is tested by bytes.
///
/// Follows ECMA-48 for the shape of sequences and xterm's control sequences for their meaning. Nothing that is not
/// understood becomes a key: an unknown sequence is skipped whole.
package struct InputDecoder {
  /// What the decoder found.
  package enum Token: Hashable, Sendable {
    case event(ScreenEvent)
    /// The answer to the question for the background's colour (OSC 11).
    case background(RGB)
    /// The answer to a question in kitty's graphics protocol: whether it was understood.
    case graphics(Bool)
    /// The answer to the question for a cell's size in pixels (`CSI 16 t`).
    case cell(PixelSize)
    /// The answer to the question what the terminal is (DA1): every terminal gives one.
    case attributes([Int])
  }

  /// Longer sequences are skipped; a longer paste ends.
  static let maximumSequence = 1_024
  static let maximumPaste = 1 << 20

  private let charset: InputCharset
  private let keys: TerminalKeys
  var bytes: [UInt8] = []
  var start = 0
  var paste: [UInt8]?

  /// - Parameter keys: sequences of this terminal that mean something else than usual.
  package init(charset: InputCharset = .unicode, keys: TerminalKeys = TerminalKeys()) {
    self.charset = charset
    self.keys = keys
  }

  /// Whether bytes wait for more: when none come for a while, `next(isQuiet: true)` takes them as they are.
  package var isWaiting: Bool { start < bytes.count || paste != nil }

  /// Adds what was read.
  package mutating func feed(_ more: some Sequence<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The next token, `nil` when there is none or more bytes are needed.
  ///
  /// - Parameter isQuiet: nothing more will come soon: an Escape is the key.
  package mutating func next(isQuiet: Bool = false) -> Token? {
    while start < bytes.count || (isQuiet && paste != nil) {
      if paste != nil {
        guard let token = nextOfPaste(isQuiet: isQuiet) else { return nil }
        return token
      }
      switch parse(isQuiet: isQuiet) {
      case .more: return nil
      case .skip(let count): start += max(1, count)
      case .token(let token, let count):
        start += max(1, count)
        return token
      }
    }
    return nil
  }

  enum Parsed {
    /// The bytes may be the beginning of something longer.
    case more
    case skip(Int)
    case token(Token, Int)
  }

  var rest: ArraySlice<UInt8> { bytes[start...] }

  private mutating func parse(isQuiet: Bool) -> Parsed {
    let rest = rest
    guard let first = rest.first else { return .more }
    guard first == 0x1B else { return character(rest, modifiers: [], isQuiet: isQuiet) }
    guard rest.count > 1 else { return isQuiet ? key(.escape, [], 1) : .more }
    switch rest[start + 1] {
    case UInt8(ascii: "["):
      return controlSequence(isQuiet: isQuiet)
    case UInt8(ascii: "O"):
      return singleShift(isQuiet: isQuiet)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      return controlString(isQuiet: isQuiet)
    case 0x1B:
      return key(.escape, [], 1)
    default:
      switch character(rest.dropFirst(), modifiers: .alt, isQuiet: isQuiet) {
      case .more: return .more
      case .skip(let count): return .skip(count + 1)
      case .token(let token, let count): return .token(token, count + 1)
      }
    }
  }

  func key(_ key: KeyChord.Key, _ modifiers: KeyChord.Modifiers, _ count: Int) -> Parsed {
    .token(.event(.key(KeyChord(key, modifiers))), count)
  }

  /// Escape was Alt: the character after it belongs to it.
  func alt(_ isQuiet: Bool) -> Parsed {
    guard isQuiet else { return .more }
    return key(.character(Character(Unicode.Scalar(bytes[start + 1]))), .alt, 2)
  }

  func known(_ count: Int) -> KeyChord? { keys.chord(for: bytes[start..<start + count]) }

  /// A control character or a character of the terminal's set.
  private func character(
    _ rest: ArraySlice<UInt8>, modifiers: KeyChord.Modifiers, isQuiet: Bool
  ) -> Parsed {
    guard let first = rest.first else { return .more }
    switch first {
    case 0x0D, 0x0A: return key(.enter, modifiers, 1)
    case 0x09: return key(.tab, modifiers, 1)
    case 0x08, 0x7F: return key(.backspace, modifiers, 1)
    case 0x1B: return key(.escape, modifiers, 1)
    case 0x00: return key(.character(" "), modifiers.union(.control), 1)
    case 0x01...0x1A:
      return key(.character(Character(Unicode.Scalar(first + 0x60))), modifiers.union(.control), 1)
    case 0x1C...0x1F:
      return key(.character(Character(Unicode.Scalar(first + 0x40))), modifiers.union(.control), 1)
    case 0x20...0x7E:
      return key(.character(Character(Unicode.Scalar(first))), modifiers, 1)
    default: break
    }
    switch charset {
    case .singleByte(let upper):
      guard let scalar = upper[Int(first) - 128], Self.isTyped(scalar) else { return .skip(1) }
      return key(.character(Character(scalar)), modifiers, 1)
    case .unicode:
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard (0xC2...0xF4).contains(first) else { return .skip(1) }
      let follow = rest.dropFirst().prefix(length - 1)
      guard follow.allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .skip(1) }
      guard follow.count == length - 1 else { return isQuiet ? .skip(1) : .more }
      let scalar = String(decoding: rest.prefix(length), as: UTF8.self).unicodeScalars.first
      guard let scalar, scalar != "\u{FFFD}", Self.isTyped(scalar) else { return .skip(length) }
      return key(.character(Character(scalar)), modifiers, length)
    }
  }

  /// No C1 control.
  private static func isTyped(_ scalar: Unicode.Scalar) -> Bool { !(0x7F...0x9F).contains(scalar.value) }

  /// A paste's bytes as text: in the terminal's set, without controls but line feeds and tabs.
  func pastedText(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    let decoded: String.UnicodeScalarView =
      switch charset {
      case .unicode: String(decoding: bytes, as: UTF8.self).unicodeScalars
      case .singleByte(let upper):
        String.UnicodeScalarView(bytes.compactMap { $0 < 128 ? Unicode.Scalar($0) : upper[Int($0) - 128] })
      }
    var previous: Unicode.Scalar?
    for scalar in decoded {
      switch scalar {
      case "\r": scalars.append("\n")
      case "\n": if previous != "\r" { scalars.append(scalar) }
      case "\t": scalars.append(scalar)
      default: if scalar.value >= 0x20, Self.isTyped(scalar) { scalars.append(scalar) }
      }
      previous = scalar
    }
    return String(scalars)
  }
}
