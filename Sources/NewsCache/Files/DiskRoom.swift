import Foundation
import Glibc

/// Whether a folder takes what is written there: the database library names the wrong cause where its own small files
/// beside the database find no room.
enum DiskRoom {
  /// A log's index takes as much at once.
  private static let bytes = 32_768
  /// `O_TMPFILE` (open(2)): a file without a name, gone when it is closed. Swift does not see the macro.
  private static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY

  /// Why nothing can be written beside a cache's file; `nil` where it can. Nothing is left behind.
  static func obstacle(at path: String) -> CacheError? {
    let file = open(ArticleCache.folder(of: path), nameless | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else { return isFull(errno) ? .diskFull(path: path) : nil }
    defer { close(file) }
    let block = [UInt8](repeating: 0, count: bytes)
    guard write(file, block, block.count) < block.count else { return nil }
    return .diskFull(path: path)
  }

  private static func isFull(_ code: Int32) -> Bool { code == ENOSPC || code == EDQUOT }
}
