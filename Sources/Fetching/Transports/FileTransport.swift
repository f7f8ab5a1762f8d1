import Foundation
import Glibc
import NewsModel

/// Reads `file:` addresses: regular files only, within the request's limit, away from the cooperative pool.
///
/// A file's validator is made of its inode, size and time of change: an unchanged file is not read again.
package struct FileTransport: Transport {
  private static let queue = DispatchQueue(label: "vestnik.files", attributes: .concurrent)

  package init() {}

  package func fetch(_ request: FetchRequest) async -> FetchOutcome {
    guard request.address.scheme == "file", request.method == .get else { return .failed(.badScheme) }
    if Task.isCancelled { return .failed(.cancelled) }
    return await withCheckedContinuation { continuation in
      Self.queue.async { continuation.resume(returning: Self.read(request)) }
    }
  }

  private static func read(_ request: FetchRequest) -> FetchOutcome {
    let start = ContinuousClock.now
    guard let path = localPath(of: request.address) else { return .failed(.unreadableFile(.remote)) }
    // Without O_NONBLOCK, opening a pipe would wait for its writer.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failed(.unreadableFile(fault(of: errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failed(.unreadableFile(.other)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return .failed(.unreadableFile(.directory))
    default: return .failed(.unreadableFile(.notRegular))
    }
    let changed = status.st_mtim
    let validators = Validators(
      etag: "\"\(status.st_ino)-\(status.st_size)-\(changed.tv_sec).\(changed.tv_nsec)\"")
    if request.validators.etag == validators.etag {
      return .notModified(
        UnchangedBody(
          address: request.address, validators: validators, elapsed: start.duration(to: .now)))
    }
    switch contents(of: descriptor, limit: request.limitBytes, expected: Int(status.st_size)) {
    case .failure(let failure): return .failed(failure)
    case .success(let bytes):
      return .fetched(
        FetchedBody(
          address: request.address, bytes: bytes, validators: validators, elapsed: start.duration(to: .now),
          wireBytes: bytes.count))
    }
  }

  /// The path on this machine; `nil` for a file of another one.
  private static func localPath(of address: WebAddress) -> String? {
    let afterScheme = address.withoutFragment.text.dropFirst("file:".utf8.count)
    guard afterScheme.hasPrefix("//") else { return address.path.removingPercentEncoding ?? address.path }
    let host = afterScheme.dropFirst(2).prefix { $0 != "/" }
    guard host.isEmpty || host.lowercased() == "localhost" else { return nil }
    return address.path.removingPercentEncoding ?? address.path
  }

  private static func fault(of code: Int32) -> FetchFailure.FileFault {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .missing
    case EACCES, EPERM, ELOOP: .forbidden
    case ENXIO, ENODEV: .notRegular
    default: .other
    }
  }

  /// A growing file is read up to the limit, whatever size it had at first.
  private static func contents(of descriptor: Int32, limit: Int, expected: Int) -> Result<Data, FetchFailure>
  {
    guard expected <= limit else { return .failure(.tooLarge(limit: limit)) }
    var bytes = Data(capacity: expected)
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .failure(.unreadableFile(.other)) }
      if count == 0 { break }
      guard bytes.count + count <= limit else { return .failure(.tooLarge(limit: limit)) }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes.isEmpty ? .failure(.empty) : .success(bytes)
  }
}
