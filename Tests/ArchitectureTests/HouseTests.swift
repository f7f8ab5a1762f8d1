import Testing

@Suite("The house")
struct HouseTests {
  @Test("no source file is longer than 500 lines")
  func filesAreSmall() throws {
    for path in SourceTree.files(below: "Sources", endings: [".swift"]) {
      let lines = try SourceTree.text(path).split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 501, "\(path) has \(lines) lines")
    }
  }

  @Test("nothing under Sources can trap on purpose or race unseen")
  func nothingTraps() throws {
    let refused = ["try!", "as!", "fatalError(", "nonisolated(unsafe)", "preconditionFailure("]
    for path in SourceTree.files(below: "Sources", endings: [".swift"]) {
      let text = try SourceTree.text(path)
      for word in refused {
        #expect(!text.contains(word), "\(path) says \(word)")
      }
    }
  }

  @Test("the wall clock is asked in one place")
  func oneClock() throws {
    let home = "Sources/NewsModel/TrustedClock.swift"
    for path in SourceTree.files(below: "Sources", endings: [".swift"])
    where path != home && !path.hasPrefix("Sources/vestnik-benchmarks/") {
      let text = try SourceTree.text(path)
      let asked = text.firstMatch(of: /\bDate\(\)|\bDate\.now\b|timeIntervalSinceNow/)
      #expect(asked == nil, "\(path) asks the wall clock: TrustedClock knows the time")
    }
    #expect(try SourceTree.text(home).contains("Date()"))
  }
}
