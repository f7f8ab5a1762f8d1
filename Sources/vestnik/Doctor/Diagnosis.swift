import Phrases

/// One thing the doctor looked at.
struct Diagnosis {
  enum State: String, Encodable {
    case good
    /// Works, but could be better.
    case note
    case wrong

    var mark: String {
      switch self {
      case .good: "✓"
      case .note: "·"
      case .wrong: "✗"
      }
    }
  }

  /// What was looked at.
  let part: Phrase
  let state: State
  /// What was found, and where it is not good, what to do.
  let text: String

  /// The part's name for programs: `terminal`, `locale`, …
  var name: String {
    let name = part.rawValue.replacing("doctor", with: "")
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  static func good(_ part: Phrase, _ text: String) -> Diagnosis {
    Diagnosis(part: part, state: .good, text: text)
  }
  static func note(_ part: Phrase, _ text: String) -> Diagnosis {
    Diagnosis(part: part, state: .note, text: text)
  }
  static func wrong(_ part: Phrase, _ text: String) -> Diagnosis {
    Diagnosis(part: part, state: .wrong, text: text)
  }
}
