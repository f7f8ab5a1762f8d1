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
    readHints(isScripted: true)
    measure()
    // A page that a script draws: what stands in `<noscript>` is meant for those who run none.
    if length[0] - linkLength[0] < Self.leastText, holdsText(in: .noscript) {
      reset()
      readHints(isScripted: false)
      measure()
    }
  }

  /// The share of a node's text that is links.
  func linkDensity(_ index: Int) -> Double {
    length[index] == 0 ? 0 : Double(linkLength[index]) / Double(length[index])
  }

  /// A page with fewer letters outside links has no text of its own.
  private static let leastText: Int32 = 160

  private mutating func reset() {
    let none = [Int32](repeating: 0, count: document.count)
    (length, linkLength, marks, links) = (none, none, none, none)
    isVoid = [Bool](repeating: false, count: document.count)
  }

  private func holdsText(in name: HTMLName) -> Bool {
    (1..<max(1, document.count)).contains {
      document.name($0) == name && document.textRange($0).count > Int(Self.leastText)
    }
  }

  /// - Parameter isScripted: whether `<noscript>` is passed over.
  private mutating func readHints(isScripted: Bool) {
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
      if Self.isVoidName(name) && !isShown(index, name, isScripted: isScripted) || isHidden(index, name) {
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
      .svg, .canvas, .audio, .video, .link, .meta, .option, .optgroup, .dialog, .rt, .rp, .rtc, .annotation,
      .annotationXml:
      true
    default: false
    }
  }

  /// Whether an element that holds nothing to be seen does so here: a shadow tree that the page declares (HTML
  /// §4.12.3), and what is written for readers without scripts.
  private func isShown(_ index: Int, _ name: HTMLName, isScripted: Bool) -> Bool {
    switch name {
    case .template: document.hasAttribute(.shadowrootmode, of: index)
    case .noscript: !isScripted || isPictureAlone(index)
    default: false
    }
  }

  /// Whether a `<noscript>` is a picture and nothing else, and no script puts that picture in its place.
  private func isPictureAlone(_ index: Int) -> Bool {
    let inner = index + 1..<max(index + 1, document.end(index))
    guard inner.count < 12, document.textRange(index).allSatisfy({ document.textBytes[$0] <= 0x20 }),
      let image = inner.first(where: { document.name($0) == .img }),
      !isOutOfSight(image), !inner.contains(where: isOutOfSight)
    else { return false }
    let siblings = document.children(document.parent(index)).filter { document.isElement($0) }
    guard let before = siblings.last(where: { $0 < index }),
      document.name(before) == .img || document.name(before) == .picture
    else { return true }
    let end = document.textRange(before).upperBound
    return (end..<max(end, document.textRange(index).lowerBound)).contains { document.textBytes[$0] > 0x20 }
  }

  /// Counters' pictures are of one point, or moved away.
  private func isOutOfSight(_ index: Int) -> Bool {
    if let style = document.attribute(.style, of: index)?.lowercased() {
      let tight = style.filter { $0 != " " }
      if ["display:none", "visibility:hidden", "left:-", "top:-", "opacity:0"].contains(where: tight.contains)
      {
        return true
      }
    }
    return [HTMLName.width, .height].contains { name in
      document.attribute(name, of: index).flatMap { Int($0.prefix(while: \.isNumber)) }.map { $0 < 40 }
        ?? false
    }
  }

  private func isHidden(_ index: Int, _ name: HTMLName) -> Bool {
    if document.hasAttribute(.hidden, of: index) { return !isStreamed(index) }
    if let style = document.attribute(.style, of: index), style.utf8.count < 2000 {
      let tight = style.lowercased().filter { $0 != " " }
      if tight.contains("display:none") || tight.contains("visibility:hidden") { return true }
    }
    return false
  }

  /// Whether an element is a segment of a page that its server streams, `<div hidden id="S:1">`: a script shows it in
  /// the place of `<template id="B:1">`.
  private func isStreamed(_ index: Int) -> Bool {
    guard let id = document.attribute(.id, of: index), id.hasPrefix("S:") || id.hasPrefix("P:") else {
      return false
    }
    return id.utf8.count > 2 && id.utf8.count < 12 && id.dropFirst(2).allSatisfy(\.isHexDigit)
  }

  /// Whether a link is a box around a whole text: several paragraphs.
  private func isBox(_ link: Int) -> Bool {
    guard document.textRange(link).count > 300 else { return false }
    var paragraphs = 0
    var holdsTitle = false
    for node in link + 1..<max(link + 1, document.end(link)) {
      switch document.name(node) {
      case .h1: holdsTitle = true
      case .p: paragraphs += document.textRange(node).count > 60 ? 1 : 0
      default: break
      }
    }
    return paragraphs > (holdsTitle ? 1 : 2)
  }

  private mutating func measure() {
    let bytes = document.textBytes
    // A text run belongs to a link when any element around it does; nodes stand in document order.
    var linkEnd = 0
    for index in 1..<max(1, document.count) where !isVoid[index] {
      let name = document.name(index)
      if name == .a, index >= linkEnd, let target = document.attribute(.href, of: index),
        !target.hasPrefix("#"), !isBox(index)
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
