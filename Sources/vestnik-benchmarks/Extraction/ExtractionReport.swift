import Foundation
import PageParsing

/// `vestnik-benchmarks extraction FOLDER [PAGES]`: how well the texts of some pages are read, what each rule and each
/// threshold contributes (by leaving it out, by a fifth less and a quarter more), and the worst pages with their lines.
struct ExtractionReport {
  private let cases: [ExtractionCase]
  private let wanted: [[Substring: Int]]
  private let read: [(text: String, removed: [RemovedPart], lines: PageLines)]
  private let scores: [BagScore]

  init(folder: String) throws {
    cases = try ExtractionCase.all(below: folder)
    wanted = cases.map { BagScore.bag($0.wanted) }
    var reading = BodyReading()
    reading.isRecording = true
    read = cases.map { $0.read(reading) }
    scores = zip(wanted, read).map { BagScore(wanted: $0, got: $1.text) }
  }

  static func run(on folder: String, worst: Int) throws {
    let report = try ExtractionReport(folder: folder)
    guard !report.cases.isEmpty else {
      return print("No cases below \(folder): NAME.html with NAME.txt beside it is one.")
    }
    report.printScores()
    report.printWorst(worst)
    report.printRules()
    report.printWeights()
  }

  private func printScores() {
    let collections = Dictionary(grouping: cases.indices) { cases[$0].collection }
    for (name, members) in collections.sorted(by: { $0.key < $1.key }) { printMeans(name, members) }
    printMeans("all", Array(cases.indices))
  }

  private func printMeans(_ name: String, _ members: [Int]) {
    let count = Double(members.count)
    let mean = { (value: (BagScore) -> Double) in members.reduce(0) { $0 + value(scores[$1]) } / count }
    let figures = String(
      format: "F1 %.4f  P %.4f  R %.4f  below .9: %d", mean(\.f1), mean(\.precision), mean(\.recall),
      members.count { scores[$0].f1 < 0.9 })
    print("\(name.padding(toLength: 24, withPad: " ", startingAt: 0)) \(members.count) pages  \(figures)")
  }

  // MARK: - Contributions

  private func printRules() {
    print(
      "\nRules: the mean gain by each, pages that it serves and that it harms (of those where it took anything out)"
    )
    for rule in BodyReading.ruleNames {
      let asked = cases.indices.filter { read[$0].removed.contains { $0.rule == rule } }
      var reading = BodyReading()
      reading.without = [rule]
      printGain(rule, of: asked, with: reading, sign: -1)
    }
  }

  private func printWeights() {
    print("\nThresholds: the mean gain by a fifth less and by a quarter more")
    for (name, path) in BodyWeights.all {
      for factor in [0.8, 1.25] {
        var reading = BodyReading()
        reading.weights[keyPath: path] *= factor
        printGain("\(name) × \(factor)", of: Array(cases.indices), with: reading, sign: 1)
      }
    }
  }

  /// - Parameter sign: -1 where the reading leaves out what is measured.
  private func printGain(_ name: String, of asked: [Int], with reading: BodyReading, sign: Double) {
    let gains = asked.map { index in
      sign * (BagScore(wanted: wanted[index], got: cases[index].read(reading).text).f1 - scores[index].f1)
    }
    let figures = String(
      format: "%+.5f  serves %d  harms %d  of %d", gains.reduce(0, +) / Double(cases.count),
      gains.count { $0 > 0.0005 }, gains.count { $0 < -0.0005 }, asked.count)
    print("\(name.padding(toLength: 34, withPad: " ", startingAt: 0)) \(figures)")
  }

  // MARK: - Pages

  private func printWorst(_ most: Int) {
    let worst = cases.indices.sorted { scores[$0].f1 < scores[$1].f1 }.prefix(most)
    for index in worst {
      let score = scores[index]
      print(
        "\n\(cases[index].name): "
          + String(format: "F1 %.3f  P %.3f  R %.3f", score.f1, score.precision, score.recall))
      for line in Self.lines(of: read[index].text, unknownTo: cases[index].wanted) {
        print("  + \(line)" + rule(of: line, isKept: true, in: read[index].lines))
      }
      for line in Self.lines(of: cases[index].wanted, unknownTo: read[index].text) {
        print("  - \(line)" + rule(of: line, isKept: false, in: read[index].lines))
      }
    }
  }

  /// What kept a line or took it out, in brackets.
  private func rule(of line: String, isKept: Bool, in lines: PageLines) -> String {
    let told = lines.told.first {
      $0.isKept == isKept && !$0.text.isEmpty && line.hasPrefix($0.text.prefix(30))
    }
    return told.map { "   [\($0.rule)]" } ?? ""
  }

  /// The beginnings of lines most of whose words in threes do not stand in another text; at most a dozen.
  private static func lines(of text: String, unknownTo other: String) -> [String] {
    let known = Set(threes(BagScore.words(other)))
    return text.split(whereSeparator: \.isNewline).filter { line in
      let words = BagScore.words(String(line))
      let own = threes(words)
      guard !own.isEmpty else { return false }
      return own.count { !known.contains($0) } * 2 > own.count
    }.prefix(12).map { String($0.prefix(110)) }
  }

  private static func threes(_ words: [Substring]) -> [String] {
    guard words.count > 2 else { return words.isEmpty ? [] : [words.joined(separator: " ")] }
    return (0...words.count - 3).map { words[$0..<$0 + 3].joined(separator: " ") }
  }
}
