import CResources
import Synchronization

extension StemTable {
  /// Read when a language's first word comes.
  private static let known = Mutex<[String: StemTable]>([:])

  /// Languages whose words end nearly as another's.
  private static let neighbours = ["ky": "kk", "ba": "tt"]

  /// The table of a language, by its code; `nil` where there is none.
  static func of(_ code: String) -> StemTable? {
    let code = neighbours[code] ?? code
    return known.withLock { known in
      if let table = known[code] { return table }
      guard let table = file(of: code).map(StemTable.init) else { return nil }
      known[code] = table
      return table
    }
  }

  private static func file(of code: String) -> String? {
    for index in 0..<resource_count() {
      let resource = resource_at(index)
      guard String(cString: resource.name) == "language/\(code).stems" else { continue }
      return String(
        decoding: UnsafeBufferPointer(start: resource.bytes, count: resource.count), as: UTF8.self)
    }
    return nil
  }

  /// Reads a file: a key a line and what it says of it, `#` begins a comment.
  ///
  /// `slot` begins a slot, whose `endings` follow. An ending may name the letters one of which has to stand before it
  /// (`[рл]га`; `V` for a vowel, `C` for a consonant) and what takes its place (`це>т`).
  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ")
      guard let key = parts.first else { continue }
      add(parts.dropFirst(), to: key)
    }
    for index in slots.indices {
      slots[index].byLastLetter = slots[index].byLastLetter.mapValues { endings in
        endings.enumerated().sorted {
          ($1.element.letters.count, $0.element.order, $0.offset)
            < ($0.element.letters.count, $1.element.order, $1.offset)
        }.map(\.element)
      }
    }
  }

  private mutating func add(_ values: ArraySlice<Substring>, to key: Substring) {
    switch key {
    case "vowels": vowels = Set(values.flatMap(\.utf16))
    case "least": least = values.first.flatMap { Int($0) } ?? least
    case "trim": trimmed = values.flatMap(\.utf16)
    case "slot": slots.append(Slot())
    case "keep": kept.formUnion(values.map { Array($0.utf16) })
    case "tails": tails.formUnion(values.map { Array($0.utf16) })
    case "finals": finals += values.compactMap(Ending.init)
    case "first":
      let letters = values.flatMap(\.utf16)
      if letters.count == 3 { first = (letters[0], letters[2]) }
    case "words":
      for pair in values.map({ $0.split(separator: ">") }) where pair.count == 2 {
        others[Array(pair[0].utf16)] = Array(pair[1].utf16)
      }
    default:
      guard !slots.isEmpty else { return }
      for ending in values.compactMap(Ending.init) {
        guard let last = ending.letters.last else { continue }
        slots[slots.count - 1].byLastLetter[last, default: []].append(ending)
      }
    }
  }
}

extension StemTable.Ending {
  fileprivate init?(_ text: Substring) {
    var text = text
    before = .any
    if text.first == "[", let end = text.firstIndex(of: "]") {
      let letters = text[text.index(after: text.startIndex)..<end]
      before = letters == "V" ? .vowel : letters == "C" ? .consonant : .oneOf(Array(letters.utf16))
      text = text[text.index(after: end)...]
    }
    let parts = text.split(separator: ">", omittingEmptySubsequences: false)
    guard let ending = parts.first, !ending.isEmpty else { return nil }
    letters = Array(ending.utf16)
    replacement = parts.count > 1 ? Array(parts[1].utf16) : []
  }

  /// Those that ask for a letter come first.
  fileprivate var order: Int {
    switch before {
    case .any: 1
    case .vowel, .consonant, .oneOf: 0
    }
  }
}
