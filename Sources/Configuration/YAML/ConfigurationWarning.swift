/// Something in a file of the reader's that was passed over, with its place; nothing here stops the program.
package struct ConfigurationWarning: Hashable, Sendable {
  /// What was wrong.
  package enum Problem: Hashable, Sendable {
    /// The file cannot be read; the system's reason.
    case unreadable(reason: String)
    /// Larger than a file of this kind may be.
    case tooLarge(limitBytes: Int)
    /// Not YAML; the parser's reason.
    case notYAML(reason: String)
    /// The top is not a mapping of names to values.
    case notAMapping
    /// No such name here; the nearest one that exists.
    case unknownName(String, nearest: String?)
    /// The value is not one of those a name takes.
    case badValue(name: String, expected: String)
    /// A name that must be there is not.
    case missing(name: String)
  }

  /// The file's path.
  package let file: String
  /// Counted from 1; `nil` for the file as a whole.
  package let line: Int?
  /// What was passed over, and why.
  package let problem: Problem

  package init(file: String, line: Int? = nil, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }
}
