/// Which single-byte Cyrillic set makes the most sensible words of some bytes.
///
/// The pairs of neighbouring bytes are counted once; every set is then judged by what its letters would be
/// (`CyrillicModel`), by capitals within words and by box drawings where letters should be.
struct CyrillicGuess {
  let encoding: CharacterEncoding
  /// The mean weight of a pair: about 2 in any of the languages, near 1 at most where the bytes are something
  /// else.
  let score: Double
  /// How many pairs with a letter were judged.
  let pairs: Int

  /// How many bytes are looked at.
  static let sampleBytes = 131_072

  /// Every set with what speaks for it beforehand, in the weight of pairs: sets that share most of their
  /// letters are told apart by few bytes, and the usual one is meant unless those speak clearly.
  static let candidates: [(encoding: CharacterEncoding, prior: Int)] = [
    (.windows1251, 12), (.koi8U, 6), (.iso88595, 4), (.ibm866, 2), (.macCyrillic, 0), (.kz1048, 0),
    (.ptcp154, 0), (.cp1125, 0), (.ibm855, 0),
  ]

  /// One set's chances.
  struct Rank {
    let encoding: CharacterEncoding
    /// The mean weight of a pair.
    let score: Double
    /// The same with what speaks for the set beforehand: what the order goes by.
    let likelihood: Double
    let pairs: Int
  }

  /// Every set, the likeliest first; empty when no byte is above 0x7F.
  static func ranking(of bytes: UnsafeRawBufferPointer) -> [Rank] {
    let counts = pairCounts(of: bytes)
    guard !counts.isEmpty else { return [] }
    let ranks = candidates.map { encoding, prior in
      let (sum, pairs) = CyrillicView.of(encoding).sum(counts)
      let divisor = Double(max(1, pairs))
      return Rank(
        encoding: encoding, score: pairs == 0 ? -5 : Double(sum) / divisor,
        likelihood: pairs == 0 ? -5 : Double(sum + prior) / divisor, pairs: pairs)
    }.sorted { $0.likelihood > $1.likelihood }
    return KazakhSisters.settled(ranks, bytes)
  }

  /// - Returns: `nil` when the bytes are ASCII.
  static func best(of bytes: UnsafeRawBufferPointer) -> CyrillicGuess? {
    guard let first = ranking(of: bytes).first else { return nil }
    return CyrillicGuess(encoding: settled(first.encoding, bytes), score: first.score, pairs: first.pairs)
  }

  /// Whether the letters settle it: a few pairs may look right in a set that hardly anyone used.
  var isConvincing: Bool {
    let isUsual = encoding == .windows1251 || encoding.name.hasPrefix("KOI8")
    return score >= 1.5 && pairs >= (isUsual ? 4 : 16)
  }

  /// KOI8-R unless a Ukrainian or Belarusian letter is there.
  private static func settled(_ encoding: CharacterEncoding, _ bytes: UnsafeRawBufferPointer)
    -> CharacterEncoding
  {
    guard encoding == .koi8U else { return encoding }
    let own: Set<UInt8> = [0xA4, 0xA6, 0xA7, 0xAD, 0xAE, 0xB4, 0xB6, 0xB7, 0xBD, 0xBE]
    let high = bytes.prefix(sampleBytes).count { $0 >= 0x80 }
    let special = bytes.prefix(sampleBytes).count { own.contains($0) }
    return special * 200 > high ? .koi8U : .koi8R
  }

  /// How often each pair with a byte above 0x7F occurs.
  private static func pairCounts(of bytes: UnsafeRawBufferPointer) -> [(
    first: UInt8, second: UInt8, count: Int
  )] {
    var table = [Int32](repeating: 0, count: 65_536)
    var used: [Int] = []
    var seen = 0
    var previous: UInt8 = 0x20
    var place = 0
    while place < bytes.count {
      // Eight ASCII bytes at a time: they make no pair.
      if previous < 0x80, bytes.count - place >= 8,
        bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        place += 8
        previous = bytes[place - 1]
        continue
      }
      let byte = bytes[place]
      place += 1
      if byte | previous >= 0x80 {
        let index = Int(previous) << 8 | Int(byte)
        if table[index] == 0 { used.append(index) }
        table[index] += 1
        seen += 1
        if seen >= sampleBytes { break }
      }
      previous = byte
    }
    return used.map { (UInt8($0 >> 8), UInt8($0 & 0xFF), Int(table[$0])) }
  }
}

/// A set as the model sees it: for each byte its letter and its case.
struct CyrillicView: Sendable {
  private enum Look: UInt8 {
    case neutral
    case latin
    case lower
    case upper
    /// Box drawings, controls and letters of no language of the model.
    case odd
  }

  private let classes: [UInt8]
  private let looks: [Look]

  private init(_ encoding: CharacterEncoding) {
    var classes = [UInt8](repeating: 0, count: 256)
    var looks = [Look](repeating: .neutral, count: 256)
    for byte in 0..<128 where UInt8(byte).isASCIILetter { looks[byte] = .latin }
    let scalars = SingleByteDecoder.shared(for: encoding)?.scalars ?? []
    for (index, scalar) in scalars.enumerated() {
      let byte = index + 128
      if let letter = CyrillicModel.classes[scalar] {
        classes[byte] = letter
        looks[byte] = scalar.properties.isUppercase ? .upper : .lower
      } else {
        looks[byte] =
          "«»„“”‘’‚‹›–—…•·№§©®°\u{A0}\u{AD}−±×™".unicodeScalars.contains(scalar) ? .neutral : .odd
      }
    }
    self.classes = classes
    self.looks = looks
  }

  /// The weight of all pairs and their number.
  func sum(_ counts: [(first: UInt8, second: UInt8, count: Int)]) -> (Int, Int) {
    var sum = 0
    var pairs = 0
    for (first, second, count) in counts {
      let left = looks[Int(first)]
      let right = looks[Int(second)]
      if left == .odd || right == .odd {
        sum -= 5 * count
        pairs += count
        continue
      }
      guard left == .lower || left == .upper || right == .lower || right == .upper else { continue }
      var weight = CyrillicModel.weight(classes[Int(first)], classes[Int(second)])
      if left == .latin || right == .latin { weight = -4 }
      if left == .lower, right == .upper { weight -= 4 }
      sum += weight * count
      pairs += count
    }
    return (sum, pairs)
  }

  /// The view of one of the candidates, made once.
  static func of(_ encoding: CharacterEncoding) -> CyrillicView {
    views[encoding.name] ?? CyrillicView(encoding)
  }

  private static let views: [String: CyrillicView] = {
    Dictionary(
      uniqueKeysWithValues: CyrillicGuess.candidates.map { ($0.encoding.name, CyrillicView($0.encoding)) })
  }()
}
