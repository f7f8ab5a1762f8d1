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
    // `<picture>`: its sources stand beside the image.
    let parent = document.parent(index)
    guard parent > 0, document.name(parent) == .picture else { return nil }
    for source in document.children(parent) where document.name(source) == .source {
      for name in [HTMLName.srcset, .dataSrcset] {
        if let set = document.attribute(name, of: source), let address = largest(of: set, links: links) {
          return address
        }
      }
    }
    return nil
  }

  private static func isPlaceholder(_ address: WebAddress) -> Bool {
    let path = address.path.lowercased()
    return [
      "/blank.", "/spacer.", "/pixel.", "/1x1.", "placeholder.", "/transparent.", "lazyload.", "/loader.",
    ]
    .contains { path.contains($0) }
  }

  /// The last candidate of a `srcset`: sites list them by size.
  private static func largest(of set: String, links: LinkResolver) -> WebAddress? {
    var best: (width: Double, address: WebAddress)?
    for candidate in set.prefix(20_000).components(separatedBy: ", ").prefix(30) {
      let words = candidate.split(whereSeparator: \.isWhitespace)
      guard let first = words.first, !first.hasPrefix("data:"), let address = links.resolve(String(first))
      else {
        continue
      }
      let width = words.dropFirst().first.flatMap { Double($0.dropLast()) } ?? 1
      if width > best?.width ?? 0 { best = (width, address) }
    }
    return best?.address
  }
}
