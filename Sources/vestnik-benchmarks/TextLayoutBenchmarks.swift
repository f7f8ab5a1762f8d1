import Foundation
import TextLayout

/// How fast text is set: megabytes a second on Russian prose, words a second in the hyphenator.
enum TextLayoutBenchmarks {
  static var tasks: [Benchmark] {
    let prose = Prose.russian(bytes: 10_000_000)
    let mixed = Prose.complex(bytes: 2_000_000)
    let plain = LayoutOptions(measure: 60, language: "ru", fit: .first, hyphenation: .none, rules: .none)
    var ruled = plain
    ruled.rules = .full
    var hyphenated = ruled
    hyphenated.hyphenation = .automatic
    var optimal = hyphenated
    optimal.fit = .optimal
    var unhyphenated = ruled
    unhyphenated.fit = .optimal
    var justified = optimal
    justified.isJustified = true
    var tasks = [
      layout("layout/greedy", prose, plain),
      layout("layout/greedy+rules", prose, ruled),
      layout("layout/greedy+rules+hyphens", prose, hyphenated),
      layout("layout/optimal+rules", prose, unhyphenated),
      layout("layout/optimal+rules+hyphens", prose, optimal),
      layout("layout/justified", prose, justified),
      layout("layout/complex", mixed, optimal),
      layout("layout/complex-greedy", mixed, plain),
      layout("layout/article-10kB", Array(prose.prefix(10_000)), optimal),
      hyphenator(prose),
    ]
    for size in [1_000, 10_000, 100_000, 1_000_000, 10_000_000] {
      tasks.append(layout("layout/linear-\(size / 1_000)kB", Array(prose.prefix(size)), optimal))
      let one = prose.prefix(size).map { $0 == 0x0A ? UInt8(0x20) : $0 }
      tasks.append(layout("layout/linear-one-paragraph-\(size / 1_000)kB", one, optimal))
    }
    return tasks
  }

  private static func layout(_ name: String, _ text: [UInt8], _ options: LayoutOptions) -> Benchmark {
    Benchmark(name: name, size: text.count, unit: "B") {
      text.withUnsafeBufferPointer { ParagraphLayout(options).lines(of: $0).count }
    }
  }

  /// Every word of the prose, longer than three letters, one after the other.
  private static func hyphenator(_ text: [UInt8]) -> Benchmark {
    var words: [Range<Int>] = []
    var start = 0
    for index in text.indices where text[index] < 0x80 {
      if index - start >= 8 { words.append(start..<index) }
      start = index + 1
    }
    let hyphenator = Hyphenator(language: "ru")
    return Benchmark(name: "layout/hyphenator", size: words.count, unit: "words") {
      text.withUnsafeBufferPointer { bytes in
        var sum = 0
        for word in words {
          sum &+= hyphenator.points(in: UnsafeBufferPointer(rebasing: bytes[word])).nonzeroBitCount
        }
        return sum
      }
    }
  }
}
