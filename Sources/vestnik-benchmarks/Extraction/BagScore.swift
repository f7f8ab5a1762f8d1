/// How like two texts are, as bags of words: precision, recall and their harmonic mean.
struct BagScore {
  var precision = 0.0
  var recall = 0.0
  var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  init(wanted: [Substring: Int], got: String) {
    let got = Self.bag(got)
    let common = got.reduce(0) { $0 + min($1.value, wanted[$1.key] ?? 0) }
    let (all, wantedCount) = (got.values.reduce(0, +), wanted.values.reduce(0, +))
    precision = all == 0 ? 0 : Double(common) / Double(all)
    recall = wantedCount == 0 ? 0 : Double(common) / Double(wantedCount)
  }

  /// The words of a text, each sign of a script without spaces for itself.
  static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.flatMap { word -> [Substring] in
      guard let first = word.unicodeScalars.first, isUnspaced(first) else { return [word] }
      return word.indices.map { word[$0...$0] }
    }
  }

  static func bag(_ text: String) -> [Substring: Int] {
    words(text).reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xE00...0xE7F, 0x1000...0x109F, 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF: true
    default: false
    }
  }
}
