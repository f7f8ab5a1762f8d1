/// How a paragraph is to be set.
package struct LayoutOptions: Hashable, Sendable {
  /// How line ends are chosen.
  package enum Fit: Hashable, Sendable {
    /// The paragraph as a whole looks best: an optimal fit over all line ends.
    case optimal
    /// Each line takes what it can: for previews and streams.
    case first
    /// Lines of like length: for headings.
    case balanced
    /// Lines end where the text says (verse, preformatted text); only a line wider than the measure is cut.
    case asWritten
  }

  /// Whether words may be divided.
  package enum Hyphenation: Hashable, Sendable {
    /// By the language's norms, where it makes better lines.
    case automatic
    /// Only where a soft hyphen says so.
    case none
  }

  /// Which of the language rules hold.
  package enum RuleStrength: Hashable, Sendable {
    /// All but those for headings.
    case full
    /// All, and no line ends in a preposition or conjunction of whatever length.
    case heading
    /// None: line ends where UAX #14 allows them.
    case none
  }

  /// The width of a line in columns, indents included; at least 1 is used.
  package var measure: Int
  /// Columns before the first line.
  package var firstIndent: Int
  /// Columns before every other line.
  package var hangingIndent: Int
  /// BCP 47; nil when it is not known.
  package var language: String?
  /// How line ends are chosen.
  package var fit: Fit
  /// Whether words may be divided.
  package var hyphenation: Hyphenation
  /// Which of the language rules hold.
  package var rules: RuleStrength
  /// Whether spaces are widened so that lines end at the measure.
  package var isJustified: Bool
  /// How many lines are wanted at most: the first ones of the whole.
  package var lineLimit: Int?

  package init(
    measure: Int, firstIndent: Int = 0, hangingIndent: Int = 0, language: String? = nil, fit: Fit = .optimal,
    hyphenation: Hyphenation = .automatic, rules: RuleStrength = .full, isJustified: Bool = false,
    lineLimit: Int? = nil
  ) {
    self.measure = measure
    self.firstIndent = firstIndent
    self.hangingIndent = hangingIndent
    self.language = language
    self.fit = fit
    self.hyphenation = hyphenation
    self.rules = rules
    self.isJustified = isJustified
    self.lineLimit = lineLimit
  }

  /// A heading: balanced, never hyphenated, no line ends in a preposition or conjunction.
  package static func heading(measure: Int, language: String?) -> LayoutOptions {
    LayoutOptions(measure: measure, language: language, fit: .balanced, hyphenation: .none, rules: .heading)
  }
}
