import Foundation
import Markup
import NewsModel

/// Where a picture is: lazily loaded ones carry their address in other attributes.
enum PictureAddress {
  /// The address of an `<img>`.
  static func of(_ index: Int, in document: HTMLDocument, links: LinkResolver) -> WebAddress? {
    for name in [HTMLName.dataSrc, .dataOriginal, .dataLazySrc, .src] {
      guard let text = document.attribute(name, of: index), !text.hasPrefix("data:"),
        let address = links.resolve(text), !isPlaceholder(address)
      else { continue }
      return address
    }
    for name in [HTMLName.dataSrcset, .srcset] {
      if let set = document.attribute(name, of: index), let address = largest(of: set, links: links) {
        return address
      }
    }
    guard let picture = picture(around: index, in: document) else { return nil }
    for source in picture + 1..<max(picture + 1, document.end(picture)) where document.name(source) == .source
    {
      for name in [HTMLName.srcset, .dataSrcset] {
        if let set = document.attribute(name, of: source), let address = largest(of: set, links: links) {
          return address
        }
      }
    }
    return nil
  }

  /// The `<picture>` whose sources stand beside the image; a parser that takes no end for granted puts it into them.
  private static func picture(around image: Int, in document: HTMLDocument) -> Int? {
    var node = document.parent(image)
    for _ in 0..<8 where node > 0 {
      if document.name(node) == .picture { return node }
      guard document.name(node) == .source else { return nil }
      node = document.parent(node)
    }
    return nil
  }

  private static func isPlaceholder(_ address: WebAddress) -> Bool {
    address.withPath { path in
      let path = path.prefix(2000).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      return placeholders.contains { word in
        path.indices.contains { path[$0] == word[0] && path[$0...].starts(with: word) }
      }
    }
  }

  private static let placeholders = [
    "/blank.", "/spacer.", "/pixel.", "/1x1.", "placeholder.", "/transparent.", "lazyload.", "/loader.",
  ].map { Array($0.utf8) }

  /// The widest candidate of a `srcset`; of those for denser screens the plainest.
  private static func largest(of set: String, links: LinkResolver) -> WebAddress? {
    var best: (width: Double, address: WebAddress)?
    for candidate in set.prefix(20_000).components(separatedBy: ", ").prefix(30) {
      let words = candidate.split(whereSeparator: \.isWhitespace)
      guard let first = words.first, !first.hasPrefix("data:"), let address = links.resolve(String(first))
      else {
        continue
      }
      let size = words.dropFirst().first
      let number = size.flatMap { Double($0.dropLast()) } ?? 1
      let width = size?.last == "x" ? 1 / max(number, 0.1) : number
      if width > best?.width ?? 0 { best = (width, address) }
    }
    return best?.address
  }
}
