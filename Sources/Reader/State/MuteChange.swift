import NewsModel

/// A change of what is shown.
enum MuteChange: Equatable, Sendable {
  case hide(MuteRule)
  case show(MuteRule)

  var isHiding: Bool {
    if case .hide = self { true } else { false }
  }

  /// What takes it back.
  var inverse: MuteChange {
    switch self {
    case .hide(let rule): .show(rule)
    case .show(let rule): .hide(rule)
    }
  }
}
