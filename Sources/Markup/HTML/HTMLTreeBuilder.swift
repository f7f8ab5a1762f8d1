import Glibc

/// Collects a parser's events into the arrays of an `HTMLDocument`.
struct HTMLTreeBuilder {
  var nodes: [HTMLDocument.Node] = []
  var attributes: [HTMLDocument.Attribute] = []
  var otherNames: [String] = []
  var text: [UInt8] = []
  var values: [UInt8] = []

  private var open: [Int32] = []
  private var otherNameIndex: [String: UInt16] = [:]
  /// The parser interns its names: one pointer, one name. Each stands where its address says, the last one met there.
  private var interned = [InternedName?](repeating: nil, count: 256)

  private struct InternedName {
    let spelling: UnsafePointer<UInt8>
    let name: HTMLName
    let other: UInt16
  }

  init() {
    nodes.append(
      HTMLDocument.Node(name: .document, parent: -1, end: 1, textStart: 0, textEnd: 0, firstAttribute: 0))
    open.append(0)
  }

  /// How deep the open elements are nested.
  var depth: Int { open.count }

  /// An element begins.
  ///
  /// - Parameter isOpen: whether what follows stands in it; `false` beyond the depth limit.
  mutating func start(
    _ spelling: UnsafePointer<UInt8>, attributes list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    isOpen: Bool
  ) {
    guard nodes.count < HTMLDocument.maximumNodes else { return }
    let (name, other) = intern(spelling)
    leaveHead(before: name)
    guard let parent = open.last else { return }
    var node = HTMLDocument.Node(
      name: name, otherName: other, parent: parent, end: 0, textStart: Int32(text.count),
      textEnd: Int32(text.count), firstAttribute: Int32(attributes.count))
    if var pair = list {
      while let attributeName = pair[0], node.attributeCount < 256 {
        append(attributeName, value: pair[1])
        node.attributeCount += 1
        pair += 2
      }
    }
    let index = Int32(nodes.count)
    node.end = index + 1
    nodes.append(node)
    if isOpen { open.append(index) }
  }

  /// HTML §13.2.6.4.4: what does not belong in the head ends it, and begins the body; libxml2 knows no element younger
  /// than HTML 4, and leaves them in it.
  private mutating func leaveHead(before name: HTMLName) {
    guard let last = open.last, nodes[Int(last)].name == .head, !Self.isOfHead(name) else { return }
    closeLast()
    guard name != .body, let parent = open.last else { return }
    let index = Int32(nodes.count)
    nodes.append(
      HTMLDocument.Node(
        name: .body, parent: parent, end: index + 1, textStart: Int32(text.count), textEnd: Int32(text.count),
        firstAttribute: Int32(attributes.count)))
    open.append(index)
  }

  private static func isOfHead(_ name: HTMLName) -> Bool {
    switch name {
    case .title, .meta, .link, .base, .script, .style, .noscript, .template, .other, .object, .head: true
    default: false
    }
  }

  /// An element ends; ends that no open element asked for are passed over.
  mutating func end(_ spelling: UnsafePointer<UInt8>) {
    let (name, other) = intern(spelling)
    guard
      let position = open.lastIndex(where: { index in
        nodes[Int(index)].name == name && nodes[Int(index)].otherName == other
      }), position > 0
    else { return }
    while open.count > position { closeLast() }
  }

  /// Characters of the running text.
  mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let parent = open.last, nodes.count < HTMLDocument.maximumNodes else { return }
    let start = Int32(text.count)
    text.append(contentsOf: bytes)
    let end = Int32(text.count)
    let last = nodes.count - 1
    if nodes[last].name == .textRun, nodes[last].parent == parent {
      nodes[last].textEnd = end
      return
    }
    nodes.append(
      HTMLDocument.Node(
        name: .textRun, parent: parent, end: Int32(nodes.count) + 1, textStart: start, textEnd: end,
        firstAttribute: 0))
  }

  /// The contents of a script or style sheet; those of scripts are kept.
  mutating func data(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let parent = open.last, nodes[Int(parent)].name == .script else { return }
    let start = Int32(values.count)
    values.append(contentsOf: bytes)
    let last = nodes.count - 1
    if nodes[last].name == .rawData, nodes[last].parent == parent {
      nodes[last].textEnd = Int32(values.count)
      return
    }
    nodes.append(
      HTMLDocument.Node(
        name: .rawData, parent: parent, end: Int32(nodes.count) + 1, textStart: start,
        textEnd: Int32(values.count), firstAttribute: 0))
  }

  /// Closes what is still open.
  mutating func finish() {
    while !open.isEmpty { closeLast() }
  }

  private mutating func closeLast() {
    let index = Int(open.removeLast())
    nodes[index].end = Int32(nodes.count)
    nodes[index].textEnd = Int32(text.count)
  }

  private mutating func append(_ spelling: UnsafePointer<UInt8>, value: UnsafePointer<UInt8>?) {
    let (name, other) = intern(spelling)
    let start = Int32(values.count)
    if let value { values.append(contentsOf: UnsafeBufferPointer(start: value, count: strlen(value))) }
    attributes.append(
      HTMLDocument.Attribute(name: name, otherName: other, valueStart: start, valueEnd: Int32(values.count)))
  }

  private mutating func intern(_ spelling: UnsafePointer<UInt8>) -> (HTMLName, UInt16) {
    let address = UInt(bitPattern: spelling)
    let place = Int((address ^ address >> 8) & 0xFF)
    if let known = interned[place], known.spelling == spelling { return (known.name, known.other) }
    let text = String(cString: spelling).lowercased()
    let name = HTMLName(spelling: text)
    let made = InternedName(
      spelling: spelling, name: name, other: name == .other ? otherIndex(text) : 0)
    interned[place] = made
    return (made.name, made.other)
  }

  private mutating func otherIndex(_ text: String) -> UInt16 {
    if let index = otherNameIndex[text] { return index }
    guard otherNames.count < Int(UInt16.max) else { return 0 }
    let index = UInt16(otherNames.count)
    otherNames.append(text)
    otherNameIndex[text] = index
    return index
  }
}
