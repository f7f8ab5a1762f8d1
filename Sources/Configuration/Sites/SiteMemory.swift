import Foundation
import Glibc
import NewsModel

/// What the site files said when they were read the last time, so that hundreds of them are not parsed at each start.
///
/// A file counts as known while its stamp is the same; one with anything to complain of is never remembered. Thrown
/// away, the memory costs a slower start.
struct SiteMemory {
  /// Tells a file from what it was before: when it was changed, how long it is, and which file it is.
  struct Stamp: Hashable {
    let seconds: Int
    let nanoseconds: Int
    let bytes: Int
    let number: Int

    /// Of a file in an open folder; `nil` for one that is not there.
    init?(of file: String, in folder: Int32) {
      var found = stat()
      guard fstatat(folder, file, &found, 0) == 0 else { return nil }
      seconds = found.st_mtim.tv_sec
      nanoseconds = found.st_mtim.tv_nsec
      bytes = Int(found.st_size)
      number = Int(truncatingIfNeeded: found.st_ino)
    }

    init(seconds: Int, nanoseconds: Int, bytes: Int, number: Int) {
      self.seconds = seconds
      self.nanoseconds = nanoseconds
      self.bytes = bytes
      self.number = number
    }
  }

  /// A site as its file of that stamp says.
  struct Known {
    let stamp: Stamp
    let site: Site
  }

  /// By file name.
  var sites: [String: Known] = [:]

  /// Nothing remembered.
  init() {}

  /// Reads the memory; a missing, broken or older one is empty.
  init(from file: URL?) {
    guard let file, let bytes = try? Data(contentsOf: file),
      let memory = SiteMemory(bytes: Array(bytes))
    else { return }
    self = memory
  }

  /// Writes it, whole or not at all; where that cannot be, the next start is as slow as the first.
  func write(to file: URL?) {
    guard let file else { return }
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(bytes).write(to: file, options: .atomic)
    // Addresses of feeds may hold passwords.
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  }
}
