/// How the character set of a text was found, in the order of trust.
package enum CharsetEvidence: String, Hashable, Sendable, CaseIterable {
  /// A byte-order mark.
  case bom
  /// The charset parameter of the HTTP content type.
  case http
  /// The encoding of the XML declaration.
  case xml
  /// A `<meta>` of the page.
  case meta
  /// The bytes are right UTF-8 and no other set makes such bytes by chance.
  case utf8
  /// The letters that the bytes would be.
  case detected
  /// Nothing told and nothing could be seen: the format's own default.
  case fallback
}

/// Something about the character set that is worth telling.
package enum CharsetWarning: Hashable, Sendable {
  /// What was declared, and what the bytes are instead.
  case contradicted(declared: String, by: CharsetEvidence)
  /// A label that stands for no known set.
  case unknownLabel(String)
  /// How many bytes meant nothing in the set and are U+FFFD now.
  case badBytes(Int)
  /// The text had been decoded twice and was repaired.
  case repairedTwiceDecoded
}

/// A text with what is known of the bytes it came from.
package struct DecodedText: Hashable, Sendable {
  /// Without a byte-order mark; bytes that meant nothing are U+FFFD. It may hold NULs and controls.
  package var text: String
  /// The WHATWG name of the set (`windows-1251`).
  package var encoding: String
  /// What the set was known by.
  package var evidence: CharsetEvidence
  /// What was odd about it; empty for most texts.
  package var warnings: [CharsetWarning]

  package init(text: String, encoding: String, evidence: CharsetEvidence, warnings: [CharsetWarning] = []) {
    self.text = text
    self.encoding = encoding
    self.evidence = evidence
    self.warnings = warnings
  }
}

/// What kind of text bytes are expected to be: where a declaration may stand and what holds without one.
package enum TextKind: Hashable, Sendable {
  case xml
  case html
  case plain
  case json
  /// The first bytes tell.
  case automatic
}
