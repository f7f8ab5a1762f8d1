import Foundation
import NewsModel

/// Pictures that were fetched, as files named after their address: what can be thrown away, and is there without a
/// network.
package struct PictureStore: Sendable {
  /// A larger file is no picture of an article.
  static let limitBytes = 4 * 1024 * 1024

  private let folder: URL?

  /// - Parameter folder: need not exist; `nil`: nothing is kept.
  package init(folder: URL?) { self.folder = folder }

  /// The bytes of a picture that was kept.
  func bytes(of address: WebAddress) -> Data? {
    guard let file = file(of: address), let handle = try? FileHandle(forReadingFrom: file) else { return nil }
    defer { try? handle.close() }
    return try? handle.read(upToCount: Self.limitBytes)
  }

  /// Whether pictures are kept at all.
  var isKeeping: Bool { folder != nil }

  /// Whether a picture was kept.
  func holds(_ address: WebAddress) -> Bool {
    file(of: address).map { FileManager.default.fileExists(atPath: $0.path) } ?? false
  }

  /// Keeps a picture, whole or not at all; a full disk only costs the picture.
  func keep(_ bytes: Data, of address: WebAddress) {
    guard let folder, let file = file(of: address) else { return }
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? bytes.write(to: file, options: .atomic)
  }

  /// Two fingerprints, from either end, make a name that no two addresses of a person's reading share.
  private func file(of address: WebAddress) -> URL? {
    func name(_ bytes: some Sequence<UInt8>) -> String { String(Fingerprint(bytes).value, radix: 16) }
    let name = name(address.text.utf8) + "-" + name(address.text.utf8.reversed())
    return folder?.appendingPathComponent(name)
  }
}
