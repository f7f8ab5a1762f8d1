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

    /// The files of a folder that are chosen by their names, in order, each with its stamp; without one where it is gone
    /// meanwhile. By their names alone: paths cost more than all else here, and a start asks for hundreds.
    static func all(
      in folder: String, limit: Int, where isWanted: (String) -> Bool
    ) -> [(file: String, stamp: Stamp?)] {
      guard let entries = opendir(folder) else { return [] }
      defer { closedir(entries) }
      var files: [String] = []
      while let entry = readdir(entries) {
        let file = withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) {
            String(cString: $0)
          }
        }
        if isWanted(file) { files.append(file) }
      }
      let descriptor = dirfd(entries)
      return files.sorted().prefix(limit).map { ($0, Stamp(of: $0, in: descriptor)) }
    }

    private init?(of file: String, in folder: Int32) {
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
  }
}
