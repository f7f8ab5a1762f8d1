import Foundation
import Glibc
import Threads

/// Where the loop learns that what is kept may have changed, the archive or what is followed: the file system tells of
/// other processes, the newsroom of this one. Both are descriptors to poll; nothing is ever asked at intervals.
final class ArchiveWatch: Sendable {
  /// How long after the first sign of a change it is told, so that what belongs together is shown together.
  static let pause = Duration.milliseconds(200)
  /// While changes go on, they are told this often.
  static let interval = Duration.seconds(1)

  private let files: Int32
  private let own = WakePipe()
  private let name: String?
  /// The number that the system gave the folder of sites; −1: it is not watched.
  private let sites: Int32

  /// - Parameters:
  ///   - file: the archive's file, whose folder is watched; `nil` for one that is only in memory: then nothing is.
  ///   - sites: the folder that says what is followed.
  init(file: String?, sites: String?) {
    let url = file.map { URL(fileURLWithPath: $0) }
    name = url?.lastPathComponent
    let files = url == nil ? -1 : inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    self.files = files
    if let url, files >= 0 {
      let signs = UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO)
      _ = inotify_add_watch(files, url.deletingLastPathComponent().path, signs)
    }
    let changes = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
    self.sites = sites.map { inotify_add_watch(files, $0, changes) } ?? -1
  }

  deinit { if files >= 0 { close(files) } }

  /// Become readable when something has happened.
  var descriptors: [Int32] { (files >= 0 ? [files] : []) + [own.readEnd] }

  /// Says that this process has changed the archive; from any thread.
  func notice() { own.wake() }

  /// What has happened since this was asked the last time: a change for certain, or a sign that there may be one.
  func take() -> (change: Bool, sign: Bool) {
    let isOwn = own.drain()
    let files = readFiles()
    return (isOwn || files.sites, files.archive)
  }

  /// Whether the archive's file, its log among them, was written to, and whether a site's file is not what it was;
  /// neighbours in the folders do not count.
  private func readFiles() -> (archive: Bool, sites: Bool) {
    var touched = (archive: false, sites: false)
    guard files >= 0, let name else { return touched }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(files, &buffer, buffer.count)
      guard count > 0 else { return touched }
      buffer.withUnsafeBytes { bytes in
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= count {
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          offset += MemoryLayout<inotify_event>.size
          let field = bytes[offset..<min(offset + Int(event.len), count)].prefix { $0 != 0 }
          offset += Int(event.len)
          let file = String(decoding: field, as: UTF8.self)
          if event.wd == sites {
            touched.sites = touched.sites || file.hasSuffix(".yaml")
          } else {
            touched.archive = touched.archive || file.hasPrefix(name)
          }
        }
      }
    }
  }
}
