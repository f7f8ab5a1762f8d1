import Foundation

/// Files that stand in the `Fixtures` folder beside the test that names them.
package enum Fixture {
  /// The folder of a test file's fixtures.
  package static func folder(file: String = #filePath) -> URL {
    URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Fixtures")
  }

  /// The bytes of `Fixtures/<name>`.
  package static func bytes(_ name: String, file: String = #filePath) throws -> Data {
    try Data(contentsOf: folder(file: file).appendingPathComponent(name))
  }

  /// The text of `Fixtures/<name>`, which is UTF-8.
  package static func text(_ name: String, file: String = #filePath) throws -> String {
    try String(contentsOf: folder(file: file).appendingPathComponent(name), encoding: .utf8)
  }
}
