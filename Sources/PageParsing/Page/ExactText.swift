/// A text as a key: equal to another where its bytes are, whatever letters they make, which is found out much sooner.
///
/// What is looked up among texts with accents is composed first, as `Folding.label` does it.
struct ExactText: Hashable, ExpressibleByStringLiteral {
  let text: String

  init(_ text: some StringProtocol) { self.text = String(text) }

  init(stringLiteral text: String) { self.text = text }

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.count == right.text.utf8.count && left.text.beginsExactly(with: right.text)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
