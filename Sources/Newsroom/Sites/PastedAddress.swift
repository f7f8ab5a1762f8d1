import Foundation
import NewsModel

/// What a person pastes where an address is asked for: with or without a scheme, a file's path, `feed:` links.
package enum PastedAddress {
  /// The addresses it may mean, the likeliest first; empty: it is no address at all.
  ///
  /// - Parameter folder: what a relative path is relative to.
  package static func candidates(
    for text: String, folder: String = FileManager.default.currentDirectoryPath
  ) -> [WebAddress] {
    var pasted = text.trimmingCharacters(in: .whitespacesAndNewlines)
    for prefix in ["feed://", "feed:"] where pasted.lowercased().hasPrefix(prefix) {
      pasted = String(pasted.dropFirst(prefix.count))
    }
    guard !pasted.isEmpty, pasted.utf8.count <= WebAddress.maximumBytes else { return [] }
    let scheme = pasted.prefix { $0.isLetter || $0.isNumber }.lowercased()
    if ["http", "https", "file"].contains(scheme), pasted.dropFirst(scheme.count).hasPrefix(":") {
      return [WebAddress(escaped(pasted))].compactMap(\.self)
    }
    if let file = file(pasted, folder: folder) { return [file] }
    guard WebAddress.beginsWithHost(pasted) else { return [] }
    return ["https://", "http://"].compactMap { WebAddress($0 + escaped(pasted)) }
  }

  /// The address of a file that exists, or whose path begins as paths do.
  private static func file(_ path: String, folder: String) -> WebAddress? {
    let expanded = (path as NSString).expandingTildeInPath
    let absolute = expanded.hasPrefix("/") ? expanded : "\(folder)/\(expanded)"
    let beginsAsPath = ["/", "./", "../", "~"].contains { path.hasPrefix($0) }
    guard beginsAsPath || FileManager.default.fileExists(atPath: absolute) else { return nil }
    return WebAddress(URL(fileURLWithPath: absolute).standardizedFileURL.absoluteString)
  }

  /// Spaces inside an address are what people paste, never what servers mean.
  private static func escaped(_ text: String) -> String { text.replacingOccurrences(of: " ", with: "%20") }
}
