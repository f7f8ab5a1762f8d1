import Configuration
import Phrases

extension Problem {
  init(_ warning: ConfigurationWarning) {
    let reason =
      switch warning.problem {
      case .unreadable(let reason), .notYAML(let reason): reason
      case .tooLarge(let limit): "> \(limit)"
      case .notAMapping: "name: value"
      case .unknownName(let name, let nearest?): "\(name) → \(nearest)?"
      case .unknownName(let name, nil): name
      case .badValue(let name, let expected): "\(name): \(expected)"
      case .missing(let name): "\(name): …"
      }
    self = .faultyConfiguration(file: warning.file, line: warning.line, reason: reason)
  }
}
