import Foundation

/// Text to measure with, made of the demo site's articles: the same bytes on every machine.
enum Prose {
  /// Russian paragraphs of three to eight sentences, a blank line between them.
  static func russian(bytes: Int) -> [UInt8] {
    paragraphs(bytes: bytes, of: sentences(language: "ru"))
  }

  /// The same with what the fast path does not know: stress marks, soft hyphens, ideographs, emoji, Hebrew.
  static func complex(bytes: Int) -> [UInt8] {
    let guests = [
      "За\u{301}мок стои\u{301}т на горе\u{301}.", "Пере\u{AD}клю\u{AD}че\u{AD}ние сети.", "東京都と京都府の人口。",
      "👩‍👩‍👧 и 👍🏽!", "שלום עולם.", "naïve café déjà vu.",
    ]
    let mixed = sentences(language: "ru").flatMap { [$0, guests[$0.utf8.count % guests.count]] }
    return paragraphs(bytes: bytes, of: mixed)
  }

  private static func paragraphs(bytes: Int, of sentences: [String]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes + 4_096)
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    while text.count < bytes {
      for index in 0..<(3 + next(6)) {
        if index > 0 { text.append(0x20) }
        text += Array(sentences[next(sentences.count)].utf8)
      }
      text += [0x0A, 0x0A]
    }
    // Not in the middle of a scalar.
    var end = bytes
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(text[..<end])
  }

  /// The sentences of the articles in a language, without their tags.
  private static func sentences(language: String) -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("DemoEdition/Site/articles")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var sentences: [String] = []
    for file in files.sorted() {
      guard let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8),
        let blank = text.range(of: "\n\n"), text[..<blank.lowerBound].contains("language: \(language)\n")
      else { continue }
      let plain = text[blank.upperBound...].replacing(#/<[^>]*>/#, with: "")
        .replacing("&nbsp;", with: "\u{A0}")
      for line in plain.split(separator: "\n") {
        sentences += line.components(separatedBy: ". ").filter { $0.utf8.count > 40 }.map {
          $0.hasSuffix(".") ? $0 : $0 + "."
        }
      }
    }
    return sentences.isEmpty ? ["Статей демонстрационного издания рядом нет."] : sentences
  }
}
