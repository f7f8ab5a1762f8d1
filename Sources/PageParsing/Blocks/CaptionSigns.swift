import Markup

/// What classes say of pictures and the words under them, where a page has no `<figure>` and `<figcaption>`.
struct CaptionSigns {
  let document: HTMLDocument
  let hints: [ClassHints]

  /// Whether an element is the words under a picture.
  func isCaption(_ index: Int) -> Bool {
    guard hints[index].contains(.caption), !hints[index].contains(.body) else { return false }
    switch document.name(index) {
    case .p, .div, .span, .dd, .small, .figcaption, .section, .em, .i, .td: break
    default: return false
    }
    guard document.textRange(index).count < 1500 else { return false }
    return !inner(index).contains { document.name($0) == .img || document.name($0) == .figure }
  }

  /// Whether an element is named as a picture's box and holds just one, with a line or two about it.
  func isPictureBox(_ index: Int) -> Bool {
    guard hints[index].contains(.picture), document.textRange(index).count < 1000 else { return false }
    switch document.name(index) {
    case .div, .section, .span, .td: break
    default: return false
    }
    return inner(index).count(where: { document.name($0) == .img }) == 1
      && !inner(index).contains { document.name($0) == .figure || hints[$0].contains(.caption) }
  }

  private func inner(_ index: Int) -> Range<Int> { index + 1..<max(index + 1, document.end(index)) }
}
