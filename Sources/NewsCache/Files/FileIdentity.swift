import Glibc

/// Tells a file from another one that bears its name later (`stat(2)`).
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt
  private let number: UInt

  /// `nil` where there is no file.
  package init?(of path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    device = UInt(found.st_dev)
    number = UInt(found.st_ino)
  }
}
