import Foundation
import Glibc

/// Where the loop learns that the archive may have changed: the file system tells of other processes, the newsroom of
/// this one. Both are descriptors to poll; nothing is ever asked at intervals.
final class ArchiveWatch: Sendable {
  /// How long after the first sign of a change it is told, so that what belongs together is shown together.
  static let pause: TimeInterval = 0.2
  /// While changes go on, they are told this often.
  static let interval: TimeInterval = 1

  private let files: Int32
  private let own = WakePipe()
  private let name: String?

  /// - Parameter file: the archive's file, whose folder is watched; `nil` for one that is only in memory.
  init(file: String?) {
    let url = file.map { URL(fileURLWithPath: $0) }
    name = url?.lastPathComponent
    files = url == nil ? -1 : inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    if let url, files >= 0 {
      let signs = UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO)
      _ = inotify_add_watch(files, url.deletingLastPathComponent().path, signs)
    }
  }

  deinit { if files >= 0 { close(files) } }

  /// Become readable when something has happened.
  var descriptors: [Int32] { (files >= 0 ? [files] : []) + [own.readEnd] }

  /// Says that this process has changed the archive; from any thread.
  func notice() { own.wake() }

  /// What has happened since this was asked the last time.
  func take() -> (here: Bool, elsewhere: Bool) { (own.drain(), readFiles()) }

  /// Whether the archive's file, its log among them, was written to; neighbours in the folder do not count.
  private func readFiles() -> Bool {
    guard files >= 0, let name else { return false }
    var isTouched = false
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(files, &buffer, buffer.count)
      guard count > 0 else { return isTouched }
      buffer.withUnsafeBytes { bytes in
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= count {
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          offset += MemoryLayout<inotify_event>.size
          let field = bytes[offset..<min(offset + Int(event.len), count)].prefix { $0 != 0 }
          offset += Int(event.len)
          isTouched = isTouched || String(decoding: field, as: UTF8.self).hasPrefix(name)
        }
      }
    }
  }
}
