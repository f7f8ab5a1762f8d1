/// A page as a bounded tree: nodes in document order in one array, texts and attribute values in two buffers.
///
/// A node's descendants stand directly behind it, and its text is one slice of the buffer; so walking, counting and
/// selecting are loops over arrays, and no depth of nesting costs stack. Contents of scripts are kept,
/// for the data in them; comments and style sheets are dropped.
package final class HTMLDocument: Sendable {
  /// Longer texts are refused: the document is empty then.
  package static let maximumBytes = 8 << 20
  /// Elements nested deeper stand as empty siblings, their contents behind them.
  package static let maximumDepth = 256
  /// Nodes beyond are dropped.
  package static let maximumNodes = 1 << 20

  /// One element, text run or script's contents.
  struct Node {
    var name: HTMLName
    /// Index into `otherNames` where `name` is `other`.
    var otherName: UInt16 = 0
    var attributeCount: UInt16 = 0
    var parent: Int32
    /// The node behind the last descendant.
    var end: Int32
    var textStart: Int32
    var textEnd: Int32
    var firstAttribute: Int32
  }

  /// One attribute: its value is a slice of `values`.
  struct Attribute {
    var name: HTMLName
    var otherName: UInt16
    var valueStart: Int32
    var valueEnd: Int32
  }

  let nodes: [Node]
  let attributes: [Attribute]
  let otherNames: [String]
  /// The text of all runs in a row, UTF-8.
  package let textBytes: [UInt8]
  /// Attribute values and scripts, UTF-8.
  let values: [UInt8]

  /// Parses decoded text; whatever it is, a document comes back, perhaps an empty one.
  ///
  /// - Parameter isFragment: whether it is a piece of a page: its contents then stand in `body` all the same.
  package init(_ text: String, isFragment: Bool = false) {
    var builder = HTMLTreeBuilder()
    if text.utf8.count <= Self.maximumBytes { HTMLReading.parse(text, into: &builder) }
    builder.finish()
    nodes = builder.nodes
    attributes = builder.attributes
    otherNames = builder.otherNames
    textBytes = builder.text
    values = builder.values
  }

  /// The node that holds all others.
  package var root: HTMLElement { HTMLElement(document: self, index: 0) }

  /// The first `body`, else the root.
  package var body: HTMLElement { first(.body) ?? root }

  /// How many nodes there are, the root and text runs included.
  package var count: Int { nodes.count }

  /// The first element of a name.
  package func first(_ name: HTMLName) -> HTMLElement? {
    nodes.firstIndex { $0.name == name }.map { HTMLElement(document: self, index: $0) }
  }
}

// MARK: - Access by index: what the extractors' loops use

extension HTMLDocument {
  /// The name of a node; text runs are `textRun`.
  package func name(_ index: Int) -> HTMLName { nodes[index].name }

  /// The parent of a node; the root's is -1.
  package func parent(_ index: Int) -> Int { Int(nodes[index].parent) }

  /// The index behind a node's last descendant.
  package func end(_ index: Int) -> Int { Int(nodes[index].end) }

  /// Whether a node is a run of text.
  package func isText(_ index: Int) -> Bool { nodes[index].name == .textRun }

  /// Whether a node is an element.
  package func isElement(_ index: Int) -> Bool {
    nodes[index].name != .textRun && nodes[index].name != .rawData
  }

  /// The slice of `textBytes` that a node and its descendants hold.
  package func textRange(_ index: Int) -> Range<Int> {
    Int(nodes[index].textStart)..<Int(nodes[index].textEnd)
  }

  /// The text of a node and its descendants as written, white space included.
  package func text(_ index: Int) -> String { String(decoding: textBytes[textRange(index)], as: UTF8.self) }

  /// The children of a node, in order.
  package func children(_ index: Int) -> HTMLChildren { HTMLChildren(document: self, of: index) }

  /// The value of an attribute with a known name.
  package func attribute(_ name: HTMLName, of index: Int) -> String? {
    guard let range = valueRange(name, of: index) else { return nil }
    return String(decoding: values[range], as: UTF8.self)
  }

  /// Whether an element has an attribute.
  package func hasAttribute(_ name: HTMLName, of index: Int) -> Bool { valueRange(name, of: index) != nil }

  /// The value of an attribute by its spelling in lower case.
  package func attribute(spelled spelling: String, of index: Int) -> String? {
    let known = HTMLName(spelling: spelling)
    if known != .other { return attribute(known, of: index) }
    for attribute in attributeSlice(index) where attribute.name == .other {
      guard otherNames[Int(attribute.otherName)] == spelling else { continue }
      return String(decoding: values[Int(attribute.valueStart)..<Int(attribute.valueEnd)], as: UTF8.self)
    }
    return nil
  }

  /// The name of an element as spelled.
  package func spelling(_ index: Int) -> String {
    nodes[index].name == .other ? otherNames[Int(nodes[index].otherName)] : nodes[index].name.spelling
  }

  /// What a script element holds, as written: UTF-8.
  package func rawData(_ index: Int) -> ArraySlice<UInt8> {
    guard index + 1 < end(index), nodes[index + 1].name == .rawData else { return [] }
    let data = nodes[index + 1]
    return values[Int(data.textStart)..<Int(data.textEnd)]
  }

  private func attributeSlice(_ index: Int) -> ArraySlice<Attribute> {
    let first = Int(nodes[index].firstAttribute)
    return attributes[first..<first + Int(nodes[index].attributeCount)]
  }

  private func valueRange(_ name: HTMLName, of index: Int) -> Range<Int>? {
    let first = Int(nodes[index].firstAttribute)
    for position in first..<first + Int(nodes[index].attributeCount) where attributes[position].name == name {
      return Int(attributes[position].valueStart)..<Int(attributes[position].valueEnd)
    }
    return nil
  }
}

/// The children of one node, from the first to the last.
package struct HTMLChildren: Sequence, IteratorProtocol {
  private let document: HTMLDocument
  private var following: Int
  private let end: Int

  init(document: HTMLDocument, of index: Int) {
    self.document = document
    following = index + 1
    end = document.end(index)
  }

  package mutating func next() -> Int? {
    guard following < end else { return nil }
    defer { following = document.end(following) }
    return following
  }
}
