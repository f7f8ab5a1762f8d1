extension FetchFailure {
  /// A failure's word: how it is kept, and the key of what is said about it.
  package enum Code: String, CaseIterable, Hashable, Sendable {
    case unknownHost, refused, timedOut, stalled, tooLarge, status, browserCheck, certificate, encryption
    case tooManyRedirects, forbiddenRedirect, badScheme, malformedAddress, proxy, offline, cancelled, empty
    case unreadableFile, interrupted, garbled, other
  }

  /// What follows from a failure for whoever asks.
  package struct Traits: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It speaks of the whole host: its other sources wait too.
    package static let concernsHost = Traits(rawValue: 1)
    /// A closed door, which is one for all; silence and refusals may be one page's own.
    package static let closesHost = Traits(rawValue: 2)
    /// A network, and not the site, may be missing.
    package static let isWantOfNetwork = Traits(rawValue: 4)
    /// Another scheme may still find the host.
    package static let isWantOfHost = Traits(rawValue: 8)
    /// The page, and not the network or we ourselves, is to blame.
    package static let isPagesOwn = Traits(rawValue: 16)
    /// The server was there and said something.
    package static let isAnswer = Traits(rawValue: 32)
  }

  /// How long to wait after the first failure of its kind.
  package enum FirstWait: Hashable, Sendable {
    /// It is none of the source's making.
    case none
    /// It may pass by itself.
    case short
    /// It takes somebody to mend it.
    case long
  }

  /// All that is known of a kind of failure: one row each.
  package var row: (code: Code, traits: Traits, wait: FirstWait) {
    switch self {
    case .unknownHost: (.unknownHost, [.concernsHost, .closesHost, .isWantOfNetwork], .short)
    case .refused: (.refused, [.concernsHost, .closesHost, .isWantOfNetwork, .isWantOfHost], .short)
    case .timedOut: (.timedOut, [.concernsHost, .isWantOfNetwork, .isWantOfHost, .isPagesOwn], .short)
    case .stalled: (.stalled, [.isPagesOwn, .isAnswer], .short)
    case .tooLarge: (.tooLarge, [.isPagesOwn, .isAnswer], .long)
    case .status(429, _): (.status, [.concernsHost, .isPagesOwn, .isAnswer], .short)
    case .status(let status, _):
      (.status, [.isPagesOwn, .isAnswer], status >= 500 || status == 408 ? .short : .long)
    case .browserCheck: (.browserCheck, [.concernsHost, .isPagesOwn], .long)
    case .certificate: (.certificate, [.concernsHost, .closesHost], .long)
    case .encryption: (.encryption, [.concernsHost, .closesHost, .isWantOfHost], .short)
    case .tooManyRedirects: (.tooManyRedirects, [.isPagesOwn, .isAnswer], .long)
    case .forbiddenRedirect: (.forbiddenRedirect, [.isPagesOwn, .isAnswer], .long)
    case .badScheme: (.badScheme, [], .none)
    case .malformedAddress: (.malformedAddress, [.isPagesOwn], .none)
    case .proxy: (.proxy, [], .none)
    case .offline: (.offline, [.isWantOfNetwork], .none)
    case .cancelled: (.cancelled, [], .none)
    case .empty: (.empty, [.isPagesOwn, .isAnswer], .short)
    case .unreadableFile: (.unreadableFile, [], .none)
    case .interrupted: (.interrupted, [.isPagesOwn, .isAnswer], .short)
    case .garbled: (.garbled, [.isPagesOwn], .short)
    case .other: (.other, [], .short)
    }
  }

  /// Whether a failure has a trait.
  package func has(_ trait: Traits) -> Bool { row.traits.contains(trait) }
}
