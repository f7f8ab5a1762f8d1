import Markup
import NewsModel

/// Hears a feed's XML, of whatever format. What it has heard is a value, so that each event looks once whether anybody
/// else is at it.
final class FeedHandler: XMLEventHandler {
  private(set) var heard: HeardFeed

  /// - Parameter address: where the feed was fetched from.
  init(address: WebAddress?) { heard = HeardFeed(address: address) }

  func startElement(_ name: XMLName, attributes: [XMLAttribute]) {
    heard.startElement(name, attributes: attributes)
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>) { heard.characters(bytes) }

  func endElement(_ name: XMLName) { heard.endElement(name) }
}
