/// What bytes say against a set that was declared.
struct CharsetContradiction {
  let bytes: UnsafeRawBufferPointer
  let report: UTF8Report

  /// Whether the bytes cannot be, or hardly are, in a declared set.
  func speaks(against encoding: CharacterEncoding) -> Bool {
    if report.isASCII {
      if !encoding.extendsASCII { return !bytes.prefix(4096).contains(0) }
      return CharsetDetector.escapes(in: bytes).map { $0 != encoding } ?? false
    }
    switch encoding.reading {
    case .utf8: return !report.looksRight
    case .utf16, .utf32: return !bytes.prefix(4096).contains(0) && looksLikeMarkup
    case .stream(let name):
      if isSurelyUTF8 { return true }
      return isGarbage(IconvConverter(from: name))
    case .written, .table, .userDefined:
      return isSurelyUTF8 || otherLettersFit(better: encoding)
    }
  }

  /// Several sequences and no error: chance makes no such bytes in another set.
  private var isSurelyUTF8: Bool {
    report.looksRight && (report.longSequences > 0 || report.sequences >= 3)
  }

  private var looksLikeMarkup: Bool {
    bytes.prefix(1024).first { !$0.isHTMLSpace } == UInt8(ascii: "<")
  }

  private func isGarbage(_ converter: IconvConverter?) -> Bool {
    guard let converter else { return true }
    let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(65_536))
    let high = sample.count { $0 >= 0x80 }
    return converter.convert(sample, errorLimit: max(2, high / 10)) == nil
  }

  /// Sets that differ by a few letters only: Kazakh, Tatar and Ukrainian in their own varieties.
  private static let neighbours: [Set<CharacterEncoding>] = [
    [.windows1251, .kz1048, .ptcp154, .macCyrillic], [.ibm866, .cp1125],
  ]

  private func otherLettersFit(better encoding: CharacterEncoding) -> Bool {
    let ranking = CyrillicGuess.ranking(of: bytes)
    guard let best = ranking.first, best.pairs >= 12, best.score >= 1.5 else { return false }
    if best.encoding.isAlike(encoding) { return false }
    if let declared = ranking.first(where: { $0.encoding.isAlike(encoding) }) {
      let isNeighbour = Self.neighbours.contains { set in
        set.contains(best.encoding) && set.contains(declared.encoding)
      }
      return best.likelihood - declared.likelihood >= (isNeighbour ? 0.2 : 1.2)
        && (!isNeighbour || best.pairs >= 60)
    }
    return best.score >= 1.6
  }
}

extension CharacterEncoding {
  /// Sets that differ in a few letters only: the model cannot tell them apart.
  func isAlike(_ other: CharacterEncoding) -> Bool {
    func family(_ encoding: CharacterEncoding) -> String {
      switch encoding {
      case .koi8R, .koi8U: "koi8"
      default: encoding.name == "KOI8-T" ? "koi8" : encoding.name
      }
    }
    return family(self) == family(other)
  }
}
