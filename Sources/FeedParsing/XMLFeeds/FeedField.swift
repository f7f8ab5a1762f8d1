import Markup

/// An element of a feed with all that was inside it.
struct FeedField {
  let element: FeedElement
  let attributes: [XMLAttribute]
  /// What references in it are relative to.
  let base: String?
  /// Whether it is Atom's, in whatever feed it stands.
  var isAtom = false
  var text = FeedText(value: "", isHTML: false)
  /// Its child elements' texts by local name, for the elements that have such children.
  var parts: [(name: String, text: String)] = []

  /// All words in it, its children's among them, in their order; for the elements that have such children.
  var words = ""

  /// Its text as one plain line.
  var line: String { text.line }

  /// Its text as it stands, without white space around it: identities, addresses, dates.
  var bare: String { text.value.trimmed }

  /// The text of the first child with one of some names.
  func part(_ names: String...) -> String? {
    parts.first { part in names.contains(part.name) && !part.text.trimmed.isEmpty }?.text.trimmed
  }
}
