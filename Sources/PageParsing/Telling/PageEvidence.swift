/// Which rule gave which field: what `inspect` shows beside what was understood.
package struct PageEvidence: Hashable, Sendable {
  /// The field: `title`, `date`, `body`, `menu`…
  package var field: String
  /// The rule: `json-ld`, `og:title`, `h1`, a selector.
  package var rule: String

  package init(field: String, rule: String) {
    self.field = field
    self.rule = rule
  }
}
