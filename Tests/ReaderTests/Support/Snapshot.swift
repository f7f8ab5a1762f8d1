import Canvas
import Foundation
import TestSupport
import Testing

/// Texts that stand beside the tests, compared line by line.
enum Snapshot {
  /// Compares a text with `Fixtures/Screens/<name>.txt`. Under `VESTNIK_RECORD=1` the file is written where it
  /// differs and the test fails, so that a recording is looked at before it counts.
  static func expect(
    _ shown: String, _ name: String, file: String = #filePath, location: SourceLocation = #_sourceLocation
  ) {
    let url = Fixture.folder(file: file).appendingPathComponent("Screens/\(name).txt")
    let expected = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    guard let difference = difference(expected, shown) else { return }
    guard ProcessInfo.processInfo.environment["VESTNIK_RECORD"] == "1" else {
      Issue.record("\(name): \(difference)", sourceLocation: location)
      return
    }
    try? FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? shown.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name): look at it, then run the test again", sourceLocation: location)
  }

  /// The first line that differs, under the head of its part.
  private static func difference(_ expected: String, _ shown: String) -> String? {
    let (left, right) = (
      expected.split(separator: "\n", omittingEmptySubsequences: false),
      shown.split(separator: "\n", omittingEmptySubsequences: false)
    )
    if left == right { return nil }
    let row = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    let was = left.indices.contains(row) ? left[row] : "(nothing)"
    let now = right.indices.contains(row) ? right[row] : "(nothing)"
    let head = right.prefix(row).last { $0.hasPrefix(ScreenSheet.headMark) } ?? ""
    return "\(head) line \(row + 1) is\n  \(now)\nnot\n  \(was)"
  }
}
