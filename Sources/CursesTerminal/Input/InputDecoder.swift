import Canvas

/// Turns the bytes that a terminal sends into keys, mouse, paste and answers; pure, so that it is tested by bytes and
/// moments.
///
/// Follows ECMA-48 for the shape of sequences, xterm's control sequences and kitty's keyboard protocol for their meaning. A
/// sequence ends by its final byte, never by a pause: what has begun waits for its end for seconds and is then swallowed;
/// only an Escape with nothing after it is soon the key. Nothing that is not understood becomes a key.
package struct InputDecoder {
  /// A moment of the clock that no setting moves.
  package typealias Instant = ContinuousClock.Instant

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

  /// How long the rest of something is waited for, each from the last byte.
  package struct Patience: Sendable {
    /// After an Escape: longer than the bytes of one key lie apart, shorter than people notice.
    package var escape = Duration.milliseconds(100)
    /// Within a sequence, a string of the terminal, a letter of several bytes.
    package var sequence = Duration.seconds(2)
    /// Within a bracketed paste.
    package var paste = Duration.seconds(5)

    package init() {}

    /// Between the first bytes of a key whose Escape was taken for the key already.
    static let tail = Duration.milliseconds(50)
    /// What has begun is given up after so many times its patience, however often more of it comes.
    static let longest = 3
  }

  /// What bytes at the end of the input may become with more of them.
  enum Waiting {
    case escape
    case sequence
    /// `[` after an Escape that was given as the key.
    case tail
    /// A string that an Escape has ended or is about to end at an index.
    case stringEnd(Int)
  }

  enum Parsed {
    case more(Waiting)
    case skip(Int)
    case token(Token, Int)
  }

  /// Longer sequences are shortened; a longer paste is cut.
  static let maximumSequence = 1_024
  static let maximumPaste = 1 << 20

  let charset: InputCharset
  private let keys: TerminalKeys
  private let patience: Patience
  var bytes: [UInt8] = []
  var start = 0
  var paste: [UInt8]?
  /// When the last bytes came.
  var latest = Instant.now
  /// When what waits now began to.
  private var begun: Instant?
  private var waiting: Waiting?
  /// When an Escape was given as the key because nothing followed it.
  var lone: Instant?
  /// When a string of the terminal ended: its second ending is no key.
  var stringEnded: Instant?

  /// - Parameter keys: sequences of this terminal that mean something else than usual.
  package init(
    charset: InputCharset = .unicode, keys: TerminalKeys = TerminalKeys(), patience: Patience = Patience()
  ) {
    self.charset = charset
    self.keys = keys
    self.patience = patience
  }

  /// When `next` must be asked again although nothing comes; `nil`: not before there is more.
  package var deadline: Instant? {
    if paste != nil { return latest + patience.paste }
    guard let waiting else { return nil }
    switch waiting {
    case .escape, .stringEnd: return latest + patience.escape
    case .tail: return latest + Patience.tail
    case .sequence:
      return min(latest + patience.sequence, (begun ?? latest) + patience.sequence * Patience.longest)
    }
  }

  /// Adds what was read at a moment.
  package mutating func feed(_ more: some Sequence<UInt8>, at now: Instant) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: more)
    latest = now
  }

  /// The next token at a moment; `nil` when there is none or more bytes are needed.
  package mutating func next(at now: Instant) -> Token? {
    while start < bytes.count || paste != nil {
      if paste != nil { return nextOfPaste(isOver: now >= latest + patience.paste) }
      switch parse(at: now) {
      case .more(let what):
        waiting = what
        begun = begun ?? latest
        guard let deadline, now >= deadline else { return nil }
        if let token = giveUp(what, at: now) { return token }
      case .skip(let count): advance(count)
      case .token(let token, let count):
        advance(count)
        lone = nil
        return token
      }
    }
    waiting = nil
    return nil
  }

  private mutating func advance(_ count: Int) {
    start = min(bytes.count, start + max(1, count))
    waiting = nil
    begun = nil
  }

  /// Takes what waited for more and did not get it.
  private mutating func giveUp(_ what: Waiting, at now: Instant) -> Token? {
    switch what {
    case .escape:
      advance(1)
      lone = now
      return .event(.key(KeyChord(.escape)))
    case .sequence: advance(bytes.count - start)
    case .tail: lone = nil
    case .stringEnd(let end):
      let parsed = string(endingAt: end, length: end + 1 - start, at: now)
      advance(end + 1 - start)
      if case .token(let token, _) = parsed { return token }
    }
    return nil
  }

  private mutating func parse(at now: Instant) -> Parsed {
    let first = bytes[start]
    guard first == 0x1B else {
      if let parsed = leftover(first, at: now) { return parsed }
      return character(from: start, modifiers: [])
    }
    guard start + 1 < bytes.count else {
      // Right behind an answer it is its second ending or the next answer, not a key.
      let isOfAnswer = stringEnded.map { latest < $0 + Patience.tail } ?? false
      return .more(isOfAnswer ? .sequence : .escape)
    }
    switch bytes[start + 1] {
    case UInt8(ascii: "["): return controlSequence()
    case UInt8(ascii: "O"): return singleShift()
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      return controlString(at: now)
    // The end of a string that nobody has begun, or that was ended before.
    case UInt8(ascii: "\\"): return .skip(2)
    case 0x1B: return key(.escape, [], 1)
    default:
      if let chord = known(2) { return .token(.event(.key(chord)), 2) }
      return character(from: start + 1, modifiers: .alt)
    }
  }

  /// What is left of something whose Escape is gone: a key that was cut behind it, the second ending of a string.
  private mutating func leftover(_ first: UInt8, at now: Instant) -> Parsed? {
    if let ended = stringEnded {
      stringEnded = nil
      let isEnding = first == UInt8(ascii: "\\") || first == 0x07
      if isEnding, now < ended + patience.sequence { return .skip(1) }
    }
    guard let lone, now < lone + .seconds(1), Self.introducers.contains(first) else { return nil }
    guard start + 1 < bytes.count else { return .more(.tail) }
    self.lone = nil
    guard isBelievable(bytes[start + 1], after: first) else { return nil }
    bytes.insert(0x1B, at: start)
    return parse(at: now)
  }

  private static let introducers: Set<UInt8> = [
    UInt8(ascii: "["), UInt8(ascii: "O"), UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"),
  ]

  func key(_ key: KeyChord.Key, _ modifiers: KeyChord.Modifiers, _ count: Int) -> Parsed {
    .token(.event(.key(KeyChord(key, modifiers))), count)
  }

  /// Escape was Alt: the character after it belongs to it.
  var alt: Parsed { key(.character(Character(Unicode.Scalar(bytes[start + 1]))), .alt, 2) }

  /// What the terminal's description says of the first bytes.
  func known(_ count: Int) -> KeyChord? { keys.chord(for: bytes[start..<start + count]) }
}
