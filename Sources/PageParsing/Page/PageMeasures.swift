import Markup

/// What is counted once for every node of a page: text, linked text, sentences' marks, and the words of its class.
///
/// Lengths are in letters, those of Chinese, Japanese and Korean counted twice, runs of white space once.
struct PageMeasures {
  let document: HTMLDocument
  /// The hints of each element's class and id.
  private(set) var hints: [ClassHints]
  /// Whether a node is never text: scripts, forms' controls, hidden parts, and what stands in them.
  private(set) var isVoid: [Bool]
  /// The text in a node, voids excepted.
  private(set) var length: [Int32]
  /// The part of `length` that stands in links.
  private(set) var linkLength: [Int32]
  /// Commas, stops and their like in text outside links.
  private(set) var marks: [Int32]
  /// Links in a node.
  private(set) var links: [Int32]

  init(_ document: HTMLDocument) {
    self.document = document
    let count = document.count
    hints = [ClassHints](repeating: [], count: count)
    isVoid = [Bool](repeating: false, count: count)
    length = [Int32](repeating: 0, count: count)
    linkLength = length
    marks = length
    links = length
    readHints()
    measure()
  }

  /// The share of a node's text that is links.
  func linkDensity(_ index: Int) -> Double {
    length[index] == 0 ? 0 : Double(linkLength[index]) / Double(length[index])
  }

  private mutating func readHints() {
    struct Key: Hashable {
      var classes: String
      var id: String
    }
    var known: [Key: ClassHints] = [:]
    for index in 1..<max(1, document.count) {
      let parent = document.parent(index)
      if isVoid[parent] {
        isVoid[index] = true
        continue
      }
      let name = document.name(index)
      guard document.isElement(index) else {
        isVoid[index] = name == .rawData
        continue
      }
      if Self.isVoidName(name) || isHidden(index, name) {
        isVoid[index] = true
        continue
      }
      guard name != .html, name != .body else { continue }
      let classes = document.attribute(.class, of: index) ?? ""
      let id = document.attribute(.id, of: index) ?? ""
      guard !classes.isEmpty || !id.isEmpty else { continue }
      let key = Key(classes: classes, id: id)
      if let found = known[key] {
        hints[index] = found
      } else {
        let found = ClassHints(classes: classes, id: id)
        known[key] = found
        hints[index] = found
      }
    }
  }

  private static func isVoidName(_ name: HTMLName) -> Bool {
    switch name {
    case .script, .style, .template, .noscript, .head, .select, .textarea, .button, .input, .iframe, .object,
      .embed,
      .svg, .canvas, .math, .audio, .video, .link, .meta, .option, .optgroup, .dialog:
      true
    default: false
    }
  }

  private func isHidden(_ index: Int, _ name: HTMLName) -> Bool {
    if document.hasAttribute(.hidden, of: index) { return true }
    if let style = document.attribute(.style, of: index), style.utf8.count < 2000 {
      let tight = style.lowercased().filter { $0 != " " }
      if tight.contains("display:none") || tight.contains("visibility:hidden") { return true }
    }
    return false
  }

  private mutating func measure() {
    let bytes = document.textBytes
    // A text run belongs to a link when any element around it does; nodes stand in document order.
    var linkEnd = 0
    for index in 1..<max(1, document.count) where !isVoid[index] {
      let name = document.name(index)
      if name == .a, index >= linkEnd, let target = document.attribute(.href, of: index),
        !target.hasPrefix("#")
      {
        linkEnd = document.end(index)
        links[index] += 1
      }
      guard name == .textRun else { continue }
      var letters: Int32 = 0
      var signs: Int32 = 0
      var wasSpace = true
      for position in document.textRange(index) {
        let byte = bytes[position]
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D:
          if !wasSpace { letters += 1 }
          wasSpace = true
        case 0x80...0xBF: break
        case 0x2C, 0x2E, 0x3B, 0x21, 0x3F:
          letters += 1
          signs += 1
          wasSpace = false
        case 0xE3:
          letters += 2
          // 、 and 。
          if position + 2 < bytes.count, bytes[position + 1] == 0x80, bytes[position + 2] <= 0x82 {
            signs += 1
          }
          wasSpace = false
        case 0xE4...0xED:
          letters += 2
          wasSpace = false
        case 0xEF:
          letters += 2
          // ， ．
          if position + 1 < bytes.count, bytes[position + 1] == 0xBC { signs += 1 }
          wasSpace = false
        default:
          letters += 1
          wasSpace = false
        }
      }
      length[index] = letters
      if index < linkEnd { linkLength[index] = letters } else { marks[index] = signs }
    }
    for index in stride(from: document.count - 1, through: 1, by: -1) where !isVoid[index] {
      let parent = document.parent(index)
      length[parent] += length[index]
      linkLength[parent] += linkLength[index]
      marks[parent] += marks[index]
      links[parent] += links[index]
    }
  }
}
