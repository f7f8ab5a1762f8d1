import Canvas
import Foundation
import TestSupport
import Testing

/// Whole screens as text files beside the tests.
enum Snapshot {
  /// Compares a frame with `Fixtures/Screens/<name>.txt`. Under `VESTNIK_RECORD=1` the file is written and the test
  /// fails, so that a recording is looked at before it counts.
  static func expect(
    _ frame: Frame, _ name: String, file: String = #filePath, location: SourceLocation = #_sourceLocation
  ) {
    let url = Fixture.folder(file: file).appendingPathComponent("Screens/\(name).txt")
    let shown = frame.plainText
    if ProcessInfo.processInfo.environment["VESTNIK_RECORD"] == "1" {
      try? FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? shown.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): look at it, then run the test again", sourceLocation: location)
      return
    }
    let expected = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    let difference = difference(expected, shown)
    #expect(difference == nil, "\(name): \(difference ?? "")", sourceLocation: location)
  }

  private static func difference(_ expected: String, _ shown: String) -> String? {
    let (left, right) = (
      expected.split(separator: "\n", omittingEmptySubsequences: false),
      shown.split(separator: "\n", omittingEmptySubsequences: false)
    )
    if left == right { return nil }
    let row = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    let was = left.indices.contains(row) ? left[row] : "(nothing)"
    let now = right.indices.contains(row) ? right[row] : "(nothing)"
    return "row \(row) is\n  \(now)\nnot\n  \(was)"
  }
}
