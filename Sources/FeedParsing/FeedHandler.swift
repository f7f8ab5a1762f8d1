import Markup
import NewsModel

/// Hears a feed's XML, of whatever format, and gathers what it says: one mechanism for RSS, RDF and Atom, since
/// feeds mix their elements freely.
final class FeedHandler: XMLEventHandler {
  private enum Scope {
    case document
    case feed
    case item
    /// Elements whose inside says nothing of the feed or the item.
    case foreign
  }

  private struct Frame {
    let scope: Scope
    /// Whether this is the item itself and not something inside it.
    var isItem = false
    /// `xml:base`, absolute; `nil` where nothing but the document's own place is known.
    let base: String?
    let language: String?
  }

  /// What a name of the document means here.
  private struct Known {
    let element: FeedElement?
    let isAtom: Bool

    init(_ name: XMLName) {
      element = FeedNamespace.canonicalName(of: name).flatMap(FeedElement.init)
      isAtom = name.namespace.lowercased().contains("atom")
    }
  }

  private(set) var feed = FeedDraft()
  private(set) var items: [ItemDraft] = []
  private(set) var itemsLeftOut = 0
  private(set) var emptyItems = 0

  /// Items beyond this are counted and left out: a sitemap's own limit.
  static let maximumItems = 50_000

  private var item: ItemDraft?
  private var frames: [Frame]
  private var capture: FeedCapture?
  private var elements = XMLNameTable<Known>()

  private let address: String?

  /// - Parameter address: where the feed was fetched from.
  init(address: WebAddress?) {
    self.address = address?.text
    frames = [Frame(scope: .document, base: nil, language: nil)]
  }

  func startElement(_ name: XMLName, attributes: [XMLAttribute]) {
    if capture != nil {
      capture?.startInline(name, attributes)
      return
    }
    let outer = frames[frames.count - 1]
    let base =
      attributes.xml("base").flatMap { Reference.resolve($0, against: outer.base ?? address) } ?? outer.base
    let language = attributes.xml("lang") ?? outer.language
    let known = elements.value(of: name, Known.init)
    switch known.element {
    case .rss, .rdf, .feed, .channel:
      feed.begin(name, attributes, language: language)
      frames.append(Frame(scope: outer.scope == .item ? .foreign : .feed, base: base, language: language))
    case .item where outer.scope != .item, .entry where outer.scope != .item:
      item = ItemDraft(attributes, base: base, language: language)
      frames.append(Frame(scope: .item, isItem: true, base: base, language: language))
    case .mediaGroup, .mediaContent:
      frames.append(Frame(scope: outer.scope, base: base, language: language))
      guard known.element == .mediaContent, outer.scope == .item else { return }
      item?.take(FeedField(element: .mediaContent, attributes: attributes, base: base))
    case .item, .entry, .source, .textInput, .none:
      frames.append(Frame(scope: .foreign, base: base, language: language))
    case .some(let element):
      frames.append(Frame(scope: outer.scope, base: base, language: language))
      guard outer.scope == .feed || outer.scope == .item else { return }
      let isAtom = feed.format == .atom || known.isAtom
      capture = FeedCapture(
        field: FeedField(element: element, attributes: attributes, base: base, isAtom: isAtom))
    }
  }

  private func keep(_ item: ItemDraft) {
    if item.isEmpty, item.about == nil {
      emptyItems += 1
    } else if items.count < Self.maximumItems {
      items.append(item)
    } else {
      itemsLeftOut += 1
    }
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>) { capture?.append(bytes) }

  func endElement(_ name: XMLName) {
    if capture?.isInline == true {
      capture?.endInline(name)
      return
    }
    guard frames.count > 1, let frame = frames.popLast() else { return }
    if let ended = capture.take() {
      let field = ended.finished()
      if frame.scope == .item { item?.take(field) } else { feed.take(field) }
    } else if frame.isItem, let ended = item.take() {
      keep(ended)
    }
  }
}
