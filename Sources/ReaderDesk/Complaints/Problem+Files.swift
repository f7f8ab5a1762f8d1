import Configuration
import Phrases

// What is wrong in the reader's own files becomes what people are told.

extension Problem {
  package init(_ warning: ConfigurationWarning) {
    let fault: FileFault =
      switch warning.problem {
      case .unreadable(let reason), .notYAML(let reason): .other(reason)
      case .tooLarge(let limit): .tooLarge(limitBytes: limit)
      case .notAMapping: .notAMapping
      case .unknownName(let name, let nearest): .unknownName(name, nearest: nearest)
      case .badValue(let name, let expected): .badValue(name: name, expected: expected)
      case .missing(let name): .missing(name)
      }
    self = .faultyConfiguration(file: warning.file, line: warning.line, fault)
  }

  /// Why something could not be muted, or shown again.
  init(muting error: any Error, file: String) {
    self =
      switch error as? MuteFile.Refusal {
      case .faulty(let warning): Problem(warning)
      case .unwritable, nil: .unwritableFolder(file)
      }
  }
}
