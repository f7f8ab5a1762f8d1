import Foundation
import Glibc
import Phrases

/// Bytes that become a file, whole or not at all.
package enum WholeFile {
  /// Written beside the file first: what stood there is replaced by a whole file or stays, and half a file never
  /// bears the name.
  ///
  /// A link is followed: the file that it leads to is written. A device or a pipe is written to as it is, and so is
  /// what the process has open already (`/dev/stdout`), be it a file.
  package static func write(_ bytes: Data, to file: String, replaces: Bool) -> Problem? {
    if ["/dev/std", "/dev/fd/"].contains(where: file.hasPrefix) { return pour(bytes, into: file) }
    let file = target(of: file)
    let url = URL(fileURLWithPath: file)
    switch kind(of: file) {
    case S_IFDIR: return .isFolder(file)
    case S_IFREG, nil: break
    default: return replaces ? pour(bytes, into: file) : .fileExists(file)
    }
    let folder = url.deletingLastPathComponent()
    let draft = folder.appendingPathComponent(".vestnik-\(UUID().uuidString)").path
    defer { unlink(draft) }
    do { try bytes.write(to: URL(fileURLWithPath: draft)) } catch {
      return refusal(of: file, reason: (error as? CocoaError)?.underlying as? POSIXError)
    }
    // A second name fails where there is a file; file systems without such names claim theirs first.
    let isInPlace =
      replaces
      ? rename(draft, file) == 0
      : link(draft, file) == 0 || errno != EEXIST && claim(file) && rename(draft, file) == 0
    if isInPlace { return nil }
    return refusal(of: file, reason: POSIXErrorCode(rawValue: errno).map { POSIXError($0) })
  }

  /// Where links at a path's end lead, even to nothing; more of them in a row than Linux follows are not followed.
  private static func target(of file: String) -> String {
    var url = URL(fileURLWithPath: file)
    for _ in 0..<40 {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: url.path) else { break }
      url = URL(fileURLWithPath: next, relativeTo: url.deletingLastPathComponent()).absoluteURL
    }
    return url.path
  }

  /// What stands at a path (`stat(2)`); `nil`: nothing.
  private static func kind(of file: String) -> mode_t? {
    var found = stat()
    return stat(file, &found) == 0 ? found.st_mode & S_IFMT : nil
  }

  private static func pour(_ bytes: Data, into file: String) -> Problem? {
    let descriptor = open(file, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else {
      return refusal(of: file, reason: POSIXErrorCode(rawValue: errno).map { POSIXError($0) })
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do { try handle.write(contentsOf: bytes) } catch {
      return refusal(of: file, reason: (error as? CocoaError)?.underlying as? POSIXError)
    }
    return nil
  }

  /// Why a file cannot be there.
  private static func refusal(of file: String, reason: POSIXError?) -> Problem {
    switch reason?.code {
    case .EEXIST: return .fileExists(file)
    case .EISDIR: return .isFolder(file)
    case .ENOSPC, .EDQUOT: return .diskFull(file)
    case .ENAMETOOLONG: return .nameTooLong(file)
    default:
      let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
      var isFolder = ObjCBool(false)
      let exists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
      return exists && isFolder.boolValue ? .closedFolder(folder) : .noSuchFolder(folder)
    }
  }

  /// Makes an empty file where there is none.
  private static func claim(_ file: String) -> Bool {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    return descriptor >= 0 && close(descriptor) == 0
  }
}
