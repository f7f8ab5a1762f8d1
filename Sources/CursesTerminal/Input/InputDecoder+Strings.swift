import Canvas

/// Strings of the terminal (OSC, DCS, APC, PM of ECMA-48 §5.6): the answers to what it was asked.
extension InputDecoder {
  /// `ESC ] … ST`. A string ends by ST or BEL; rxvt-unicode ends it by the Escape of ST alone.
  mutating func controlString(at now: Instant) -> Parsed {
    let kind = bytes[start + 1]
    guard start + 2 < bytes.count else { return .more(.sequence) }
    guard isBelievable(bytes[start + 2], after: kind) else { return alt }
    var index = start + 2
    while index < bytes.count {
      switch bytes[index] {
      case 0x07: return string(endingAt: index, length: index + 1 - start, at: now)
      case 0x1B:
        guard index + 1 < bytes.count else { return .more(.stringEnd(index)) }
        switch bytes[index + 1] {
        case UInt8(ascii: "\\"): return string(endingAt: index, length: index + 2 - start, at: now)
        // Something new, which ends the string too.
        case UInt8(ascii: "["), UInt8(ascii: "O"), UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"),
          UInt8(ascii: "^"):
          return string(endingAt: index, length: index - start, at: now)
        default: return string(endingAt: index, length: index + 1 - start, at: now)
        }
      case 0x18, 0x1A: return .skip(index + 1 - start)
      case 0..<0x20: return .skip(index - start)
      default: index += 1
      }
      index = shortened(to: index)
    }
    return .more(.sequence)
  }

  /// Whether a byte may be the first after an introducer: a person who types Alt and `]` types something else next.
  func isBelievable(_ byte: UInt8, after introducer: UInt8) -> Bool {
    switch introducer {
    case UInt8(ascii: "]"): (0x30...0x39).contains(byte)
    case UInt8(ascii: "P"): (0x21...0x3F).contains(byte) || byte == UInt8(ascii: "|")
    case UInt8(ascii: "_"): byte == UInt8(ascii: "G")
    default: byte >= 0x20
    }
  }

  /// Keeps a sequence that does not end from growing: the middle of it is forgotten.
  ///
  /// - Returns: where reading goes on.
  mutating func shortened(to index: Int) -> Int {
    guard index - start > Self.maximumSequence else { return index }
    bytes.removeSubrange(start + 16..<index)
    return start + 16
  }

  /// What a whole string says.
  mutating func string(endingAt end: Int, length: Int, at now: Instant) -> Parsed {
    stringEnded = now
    let body = String(decoding: bytes[start + 2..<end], as: UTF8.self)
    switch bytes[start + 1] {
    case UInt8(ascii: "_"):
      guard body.hasPrefix("G") else { return .skip(length) }
      return .token(.graphics(body.hasSuffix(";OK")), length)
    case UInt8(ascii: "]"):
      guard body.hasPrefix("11;"), let color = RGB(reported: body.dropFirst(3)) else { return .skip(length) }
      return .token(.background(color), length)
    default: return .skip(length)
    }
  }
}

extension RGB {
  /// A colour as terminals report it, in the words of X11: `rgb:ffff/ffff/ffff` with one to four digits a channel,
  /// `rgba:` with the opacity last, `#ffffff` with one to four digits a channel.
  init?(reported text: Substring) {
    let channels: [Substring]
    if text.hasPrefix("#") {
      let digits = text.dropFirst()
      let count = digits.count / 3
      guard (1...4).contains(count), digits.count == count * 3 else { return nil }
      channels = (0..<3).map { digits.dropFirst($0 * count).prefix(count) }
    } else {
      guard let colon = text.firstIndex(of: ":"), ["rgb", "rgba"].contains(text[..<colon]) else { return nil }
      channels = text[text.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
      guard channels.count == (text[..<colon] == "rgb" ? 3 : 4) else { return nil }
    }
    let values = channels.prefix(3).compactMap(Self.channel)
    guard values.count == 3 else { return nil }
    self.init(red: values[0], green: values[1], blue: values[2])
  }

  /// One to four hexadecimal digits: a share of full brightness.
  private static func channel(_ digits: Substring) -> UInt8? {
    let count = UInt32(digits.utf8.count)
    guard (1...4).contains(count), digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
    else {
      return nil
    }
    return UInt8(value * 255 / ((UInt32(1) << (4 * count)) - 1))
  }
}
