import Foundation
import Language
import Markup
import NewsModel

/// A page as it came: its tree, where it came from, and in which character set it was.
package struct PageText: Sendable {
  /// The tree.
  package let document: HTMLDocument
  /// Where it came from, after redirects.
  package let address: WebAddress?
  /// What relative references stand against: `<base href>`, else the address.
  package var base: String? { links.base }
  /// What turns its references into addresses.
  let links: LinkResolver
  /// The character set the bytes were read in (WHATWG name); empty for text that was decoded before.
  package let charset: String

  /// Decodes and parses a page's bytes.
  ///
  /// - Parameter contentType: the header of that name, where there was one.
  package init(_ bytes: Data, contentType: String?, address: WebAddress?) {
    guard bytes.count <= HTMLDocument.maximumBytes else {
      self.init(text: "", address: address)
      return
    }
    let decoded = CharacterSets.decode(bytes, contentType: contentType, kind: .html)
    self.init(text: decoded.text, address: address, charset: decoded.encoding)
  }

  /// Parses a page that is text already.
  package init(text: String, address: WebAddress?, charset: String = "") {
    let document = HTMLDocument(text)
    self.document = document
    self.address = address
    self.charset = charset
    let declared = (0..<document.count).first {
      document.name($0) == .base && document.hasAttribute(.href, of: $0)
    }
    if let declared, let href = document.attribute(.href, of: declared),
      let resolved = Reference.resolve(href, against: address?.text), WebAddress(resolved) != nil
    {
      links = LinkResolver(base: resolved)
    } else {
      links = LinkResolver(base: address?.text)
    }
  }

  /// The address that a reference on this page means: absolute, http or https (or `file` when the page itself is a
  /// file); `nil` for scripts, mail, telephone numbers and everything else.
  package func resolve(_ reference: String?) -> WebAddress? {
    guard let reference else { return nil }
    return links.resolve(reference)
  }
}

/// Turns references of a page into addresses, the same way for links, pictures and feeds.
package struct LinkResolver: Sendable {
  private let origin: ReferenceBase?
  /// What relative references stand against.
  package var base: String? { origin?.text }

  package init(base: String?) { origin = base.map(ReferenceBase.init) }

  /// - Returns: `nil` when the reference leads nowhere that Vestnik would go.
  package func resolve(_ reference: String) -> WebAddress? {
    // Printable ASCII, as nearly all references are, has nothing to clean.
    let isPlain = reference.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    let trimmed = isPlain ? reference : CleanText.line(reference, limit: WebAddress.maximumBytes)
    guard !trimmed.isEmpty, trimmed.utf8.count <= WebAddress.maximumBytes else { return nil }
    let escaped =
      !isPlain && trimmed.utf8.contains(0x20)
      ? trimmed.replacingOccurrences(of: " ", with: "%20") : trimmed
    let text = Reference.resolve(escaped, from: origin) ?? escaped
    guard let address = WebAddress(text) else { return nil }
    if address.scheme == "file", base?.hasPrefix("file:") != true { return nil }
    return address
  }
}
