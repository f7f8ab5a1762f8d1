import Foundation

/// What the program remembers between two runs by itself: thrown away, it costs nothing but comfort.
package struct Remembered: Codable, Sendable {
  /// The theme that was chosen in the reader, and unless the settings were changed since.
  package var theme: String?
  /// What the settings said when it was chosen.
  package var themeSetting: String?
  /// When the reader was closed the last time.
  package var lastVisit: Date?

  /// Reads the file; a missing or broken one is an empty memory.
  package init(from file: URL?) {
    guard let file, let bytes = try? Data(contentsOf: file),
      let value = try? JSONDecoder().decode(Remembered.self, from: bytes)
    else { return }
    self = value
  }

  /// Writes the file, whole or not at all; where that cannot be, nothing is remembered.
  package func write(to file: URL?) {
    guard let file, let bytes = try? JSONEncoder().encode(self) else { return }
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? bytes.write(to: file, options: .atomic)
  }
}
