import Markup
import NewsModel

/// What was heard of a feed: one mechanism for RSS, RDF and Atom, since feeds mix their elements freely.
struct HeardFeed {
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
    /// Whether this is a `media:group`.
    var isMediaGroup = false
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

  private var isItemOpen = false
  /// What the open item says, once it says anything: a flood of empty items costs no drafts.
  private var item: ItemDraft?
  private var frames: [Frame]
  private var capture: FeedCapture?
  private var elements = XMLNameTable<Known>()

  private let address: String?

  /// - Parameter address: where the feed was fetched from.
  init(address: WebAddress?) {
    // What lies in a file is relative to nothing that is known.
    self.address = address?.scheme == "file" ? nil : address?.shown
    frames = [Frame(scope: .document, base: nil, language: nil)]
  }

  mutating func startElement(_ name: XMLName, attributes: [XMLAttribute]) {
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
      if feed.format == nil { feed.begin(name, attributes, language: language) }
      isItemOpen = true
      item = attributes.isEmpty ? nil : ItemDraft(attributes, base: base, language: language)
      frames.append(Frame(scope: .item, isItem: true, base: base, language: language))
    case .mediaGroup, .mediaContent:
      let isGroup = known.element == .mediaGroup
      frames.append(
        Frame(scope: outer.scope, isMediaGroup: isGroup, base: base, language: language))
      guard outer.scope == .item else { return }
      if isGroup {
        openItem()?.beginMediaGroup()
      } else {
        let field = FeedField(element: .mediaContent, attributes: attributes, base: base)
        openItem()?.takeMedia(field, inGroup: outer.isMediaGroup)
      }
    case .itunesCategory where attributes["text"] != nil && outer.scope != .foreign:
      // Its children are categories too.
      frames.append(Frame(scope: outer.scope, base: base, language: language))
      let field = FeedField(element: .itunesCategory, attributes: attributes, base: base)
      if outer.scope == .item { openItem()?.take(field) } else { feed.take(field) }
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

  private mutating func openItem() -> ItemDraft? {
    guard isItemOpen, item == nil else { return item }
    let frame = frames.last { $0.isItem }
    let made = ItemDraft([], base: frame?.base, language: frame?.language)
    item = made
    return made
  }

  private mutating func keep(_ item: ItemDraft?) {
    guard let item, !item.isEmpty || item.about != nil else {
      emptyItems += 1
      return
    }
    if items.count < Self.maximumItems {
      items.append(item)
    } else {
      itemsLeftOut += 1
    }
  }

  mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) { capture?.append(bytes) }

  mutating func endElement(_ name: XMLName) {
    if capture?.isInline == true {
      capture?.endInline(name)
      return
    }
    guard frames.count > 1, let frame = frames.popLast() else { return }
    if let ended = capture.take() {
      let field = ended.finished()
      if frame.scope == .item { openItem()?.take(field) } else { feed.take(field) }
    } else if frame.isItem, isItemOpen {
      isItemOpen = false
      keep(item.take())
    }
  }
}
