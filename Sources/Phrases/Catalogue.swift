import CResources
import Foundation

/// One language's sentences by key: `Data/<language>.phrases`, a line each, `key = text`; `#` begins a comment.
struct Catalogue: Sendable {
  let texts: [String: String]

  /// The catalogue of a language, read once.
  static func of(_ language: InterfaceLanguage) -> Catalogue {
    switch language {
    case .ru: russian
    case .kk: kazakh
    case .en: english
    }
  }

  private static let russian = Catalogue(resource: "phrases/ru.phrases")
  private static let kazakh = Catalogue(resource: "phrases/kk.phrases")
  private static let english = Catalogue(resource: "phrases/en.phrases")

  /// From an embedded file; empty when there is none of that name.
  init(resource name: String) {
    let text = (0..<resource_count()).lazy.map { resource_at($0) }
      .first { String(cString: $0.name) == name }
      .map { String(decoding: UnsafeBufferPointer(start: $0.bytes, count: $0.count), as: UTF8.self) }
    self.init(text: text ?? "")
  }

  /// From a file's text; of two lines with one key the later one counts.
  init(text: String) {
    let separator = " = ".utf8
    var texts: [String: String] = [:]
    texts.reserveCapacity(1024)
    // By bytes: every start reads the whole of it.
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      guard let equals = line.firstIndex(of: UInt8(ascii: "=")), equals > line.startIndex else { continue }
      let start = line.index(before: equals)
      guard line[start...].starts(with: separator) else { continue }
      texts[String(Substring(line[..<start]))] = String(Substring(line[start...].dropFirst(separator.count)))
    }
    self.texts = texts
  }
}
