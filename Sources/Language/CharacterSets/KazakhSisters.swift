/// Windows-1251 and its Kazakh sisters, which differ in a few bytes: told by the words those stand in, since the pairs
/// of either language are too rare in the other's model.
enum KazakhSisters {
  /// What the words say counts more than what speaks for any neighbouring set.
  private static let certainty = 0.5

  /// The score of a text in a language of the model: Tatar is not one, and yet what stands in its words leaves no doubt.
  private static let convincing = 1.6

  private static let family: Set<CharacterEncoding> = [.windows1251, .kz1048, .ptcp154]

  /// The ranks with the one of these sets first that the words speak for.
  static func settled(_ ranks: [CyrillicGuess.Rank], _ bytes: UnsafeRawBufferPointer) -> [CyrillicGuess.Rank]
  {
    guard let best = ranks.first else { return ranks }
    let sample = bytes.prefix(CyrillicGuess.sampleBytes)
    if family.contains(best.encoding), best.score > 0.5, hasSignsInWords(sample) {
      return promoted(.ptcp154, in: ranks, score: convincing)
    }
    guard let signs = signs[best.encoding] else { return ranks }
    let votes = votes(in: sample, signs)
    return votes.ukrainian > votes.kazakh ? promoted(.windows1251, in: ranks) : ranks
  }

  private static func promoted(
    _ encoding: CharacterEncoding, in ranks: [CyrillicGuess.Rank], score: Double = 0
  ) -> [CyrillicGuess.Rank] {
    guard let best = ranks.first, let place = ranks.firstIndex(where: { $0.encoding == encoding }) else {
      return ranks
    }
    var result = ranks
    let chosen = result.remove(at: place)
    let first = CyrillicGuess.Rank(
      encoding: encoding, score: max(score, chosen.score, best.score),
      likelihood: best.likelihood + certainty,
      pairs: chosen.pairs)
    result.insert(first, at: 0)
    return result
  }

  /// Whether what both other sets have for ‡, ‰, ¤, ± and µ stands between small letters time and again: Үүө and ұ of
  /// PT154.
  private static func hasSignsInWords(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    var before: UInt8 = 0
    var sign: UInt8 = 0
    var count = 0
    for byte in bytes {
      if sign != 0, byte >= 0xE0, before >= 0xE0 { count += 1 }
      if [0x89, 0xA4, 0xB1, 0xB5].contains(byte) {
        sign = byte
      } else {
        sign = 0
        before = byte
      }
    }
    return count >= 3
  }

  private enum Sign {
    static let shared: UInt8 = 1
    static let kazakh: UInt8 = 2
    static let ukrainian: UInt8 = 4
    static let back: UInt8 = 8
    static let letter: UInt8 = 16
  }

  /// How many words can only be of one of the two languages.
  private static func votes(
    in bytes: Slice<UnsafeRawBufferPointer>, _ signs: [UInt8]
  ) -> (ukrainian: Int, kazakh: Int) {
    var ukrainian = 0
    var kazakh = 0
    var word: UInt8 = 0
    func close() {
      if word & Sign.kazakh != 0 || word & (Sign.shared | Sign.back) == Sign.shared | Sign.back {
        kazakh += 1
      } else if word & (Sign.shared | Sign.ukrainian) == Sign.shared | Sign.ukrainian {
        ukrainian += 1
      }
      word = 0
    }
    for byte in bytes {
      let sign = signs[Int(byte)]
      if sign == 0 { if word != 0 { close() } } else { word |= sign }
    }
    close()
    return (ukrainian, kazakh)
  }

  /// What each byte says of its word, for each Kazakh set.
  private static let signs: [CharacterEncoding: [UInt8]] = [
    // ҚқҺһӘәҢң: Macedonian and Serbian letters otherwise.
    .kz1048: signs(kazakh: [0x8D, 0x8E, 0x9D, 0x9E, 0xA3, 0xBC, 0xBD, 0xBE]),
    // ҖҒҮүҢҚҺҸҗғңқһұө, and ҡ of Bashkir.
    .ptcp154: signs(kazakh: [
      0x80, 0x81, 0x83, 0x87, 0x89, 0x8C, 0x8D, 0x8E, 0x90, 0x9A, 0x9C, 0x9D, 0x9E, 0xB1, 0xB5,
    ]),
  ]

  private static func signs(kazakh: [Int]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: 256)
    for byte in 0xC0...0xFF { result[byte] = Sign.letter }
    // Ёё and Іі, letters of either.
    for byte in [0xA8, 0xB8, 0xB2, 0xB3] { result[byte] = Sign.letter }
    // ЄєЇїҐґ or ҒғҮүӨө.
    for byte in [0xA5, 0xAA, 0xAF, 0xB4, 0xBA, 0xBF] { result[byte] = Sign.shared }
    for byte in kazakh { result[byte] = Sign.kazakh }
    // ЪъЫыЭэ, which Ukrainian has not.
    for byte in [0xDA, 0xDB, 0xDD, 0xFA, 0xFB, 0xFD] { result[byte] = Sign.back }
    // вийфхцчщьюя in either case, which Kazakh has in words from abroad alone.
    for byte in [0xC2, 0xC8, 0xC9, 0xD4, 0xD5, 0xD6, 0xD7, 0xD9, 0xDC, 0xDE, 0xDF] {
      result[byte] = Sign.ukrainian
      result[byte + 0x20] = Sign.ukrainian
    }
    return result
  }
}
