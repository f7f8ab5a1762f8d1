import Foundation
import Glibc
import Logging
import NewsModel
import Synchronization

/// The log as a file: a line an event; when it has grown large it begins anew and the old one stands beside it.
struct LogFile: LogHandler {
  /// The size at which a new file begins.
  private static let limitBytes: off_t = 1 << 20

  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info
  private let descriptor: Descriptor

  /// - Returns: `nil` where nothing can be written: then there is no log, and nothing else changes.
  init?(_ file: URL) {
    let folder = file.deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var facts = stat()
    if stat(file.path, &facts) == 0, facts.st_size > Self.limitBytes {
      rename(file.path, file.path + ".1")
    }
    let number = open(file.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard number >= 0 else { return nil }
    descriptor = Descriptor(number)
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let facts = self.metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
      .map { " \($0.key)=\($0.value)" }.joined()
    let text = "\(TrustedClock.machine().formatted(.iso8601)) \(event.level) \(event.message)\(facts)\n"
    // One write a line: lines of several processes do not mix.
    _ = Array(text.withoutCredentials.utf8).withUnsafeBytes {
      write(descriptor.number, $0.baseAddress, $0.count)
    }
  }

  /// Closed with the last logger that uses it.
  private final class Descriptor: Sendable {
    let number: Int32

    init(_ number: Int32) { self.number = number }

    deinit { close(number) }
  }
}
