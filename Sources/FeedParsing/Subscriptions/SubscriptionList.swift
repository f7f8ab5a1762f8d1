import Foundation
import Language
import Markup
import NewsModel

/// A list of feeds in one of the forms that programs hand over: OPML, or lines of addresses (newsboat's `urls`).
package enum SubscriptionList {
  /// What a list that its reader hands over names, files among it, in its order; `nil` for bytes that are no list, as lines are of which most are no addresses,
  /// or name nothing at all.
  ///
  /// - Parameter address: the list's own place: what relative addresses in OPML are relative to.
  package static func parse(_ bytes: Data, address: WebAddress? = nil) -> ParsedOutlines? {
    guard bytes.count <= FeedParser.maximumBytes, !Signatures.isBinary(bytes) else { return nil }
    let text = CharacterSets.decode(bytes, contentType: nil, kind: .automatic).text
    guard !Signatures.looksBinary(text) else { return nil }
    let isMarkup = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" } == "<"
    let list =
      isMarkup ? OPML.parse(text, address: address, isHandedOver: true) : SubscriptionLines.parse(text)
    return list.outlines.isEmpty ? nil : list
  }
}
