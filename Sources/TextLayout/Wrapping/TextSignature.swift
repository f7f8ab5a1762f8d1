/// What tells paragraphs of different languages apart at a glance: which alphabets and which special letters they use.
struct TextSignature: Hashable {
  private let isCyrillic: Bool
  /// A bit for each letter that few of the Cyrillic alphabets have.
  private let letters: UInt16

  /// The bytes that are looked at.
  private static let glance = 512

  /// Eight bytes at a time: it is asked of every paragraph.
  init(_ text: [UInt8]) {
    var cyrillic: UInt64 = 0
    var latin: UInt64 = 0
    var found: UInt16 = 0
    text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let bytes = UTF8Bytes(base: base, count: buffer.count)
      let end = min(buffer.count, Self.glance)
      var offset = 0
      while offset < end {
        // One byte behind the eight is looked at.
        let isWhole = offset &+ 9 <= buffer.count
        let word =
          isWhole ? SimpleText.word(bytes, at: offset) : SimpleText.lastWord(bytes, at: offset, end: end)
        let next =
          isWhole
          ? SimpleText.word(bytes, at: offset &+ 1)
          : SimpleText.lastWord(bytes, at: offset &+ 1, end: end)
        cyrillic &+= SimpleText.counts(SimpleText.matches(word & Self.leadBits, Self.lead)) >> 56
        latin &+= SimpleText.counts(SimpleText.latinLetters(word)) >> 56
        var leads = Self.candidates(word, next)
        while leads != 0 {
          let place = UInt64(leads.trailingZeroBitCount &- 7)
          leads &= leads &- 1
          let letter = (word >> place & 3) &<< 6 | next >> place & 0x3F
          found |= Self.bits[Int(letter)]
        }
        offset &+= 8
      }
    }
    isCyrillic = cyrillic > latin
    letters = isCyrillic ? found : 0
  }

  private static let leadBits: UInt64 = 0xFCFC_FCFC_FCFC_FCFC
  private static let lead: UInt64 = 0xD0D0_D0D0_D0D0_D0D0

  /// Marks the leads of letters that may be special: D2 and D3, and D1 before all but р…щ and ь, ю, я.
  @inline(__always)
  private static func candidates(_ word: UInt64, _ next: UInt64) -> UInt64 {
    let rare = SimpleText.matches(word & 0xFEFE_FEFE_FEFE_FEFE, 0xD2D2_D2D2_D2D2_D2D2)
    let common = SimpleText.matches(word, 0xD1D1_D1D1_D1D1_D1D1)
    // A trail from 8A up reaches the high bit.
    let isBeyond = (next & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676
    let isUsual =
      SimpleText.matches(next, 0x8C8C_8C8C_8C8C_8C8C)
      | SimpleText.matches(next & 0xFEFE_FEFE_FEFE_FEFE, 0x8E8E_8E8E_8E8E_8E8E)
    return rare | common & isBeyond & ~isUsual
  }

  /// For each letter from U+0400 to U+04FF its bit, if few of the alphabets have it.
  private static let bits: [UInt16] = {
    var bits = [UInt16](repeating: 0, count: 256)
    for (bit, letter) in "ыэъіїєўґғқңүұһәө".unicodeScalars.enumerated() {
      bits[Int(letter.value) - 0x400] = 1 << UInt16(bit)
    }
    return bits
  }()
}
