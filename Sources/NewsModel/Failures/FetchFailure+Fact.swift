extension FetchFailure {
  /// The fact that belongs to a failure, as a cache keeps it beside `Code`; empty where there is none.
  package var fact: String {
    switch self {
    case .unknownHost(let host): host
    case .tooLarge(let limit): String(limit)
    case .status(let status, let retryAfter):
      retryAfter.map { "\(status) \($0.components.seconds)" } ?? String(status)
    case .browserCheck(let status): String(status)
    case .certificate(let fault): fault.rawValue
    case .encryption(let words), .proxy(let words), .garbled(let words), .other(let words): words
    case .forbiddenRedirect(let address): address
    case .unreadableFile(let fault): fault.rawValue
    case .refused, .timedOut, .stalled, .tooManyRedirects, .badScheme, .malformedAddress, .offline,
      .cancelled,
      .empty, .interrupted:
      ""
    }
  }

  /// What was kept: whatever `fact` wrote, the same failure.
  package init(_ code: Code, fact: String) {
    self =
      switch code {
      case .unknownHost: .unknownHost(fact)
      case .refused: .refused
      case .timedOut: .timedOut
      case .stalled: .stalled
      case .tooLarge: .tooLarge(limit: Int(fact) ?? 0)
      case .status: Self.status(fact)
      case .browserCheck: .browserCheck(Int(fact) ?? 0)
      case .certificate: .certificate(CertificateFault(rawValue: fact) ?? .other)
      case .encryption: .encryption(fact)
      case .tooManyRedirects: .tooManyRedirects
      case .forbiddenRedirect: .forbiddenRedirect(fact)
      case .badScheme: .badScheme
      case .malformedAddress: .malformedAddress
      case .proxy: .proxy(fact)
      case .offline: .offline
      case .cancelled: .cancelled
      case .empty: .empty
      case .unreadableFile: .unreadableFile(FileFault(rawValue: fact) ?? .other)
      case .interrupted: .interrupted
      case .garbled: .garbled(fact)
      case .other: .other(fact)
      }
  }

  /// A status, and after it the seconds that the server wants to be left alone.
  private static func status(_ text: String) -> FetchFailure {
    let words = text.split(separator: " ").map { Int($0) ?? 0 }
    return .status(words.first ?? 0, retryAfter: words.count > 1 ? .seconds(words[1]) : nil)
  }
}
