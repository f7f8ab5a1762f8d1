extension FetchFailure.CertificateFault {
  private static let words: [(fault: Self, word: String)] = [
    (.expired, "expired"), (.notYetValid, "notYetValid"), (.selfSigned, "selfSigned"),
    (.unknownRoot(issuer: nil), "unknownRoot"), (.wrongHost, "wrongHost"), (.revoked, "revoked"),
    (.other, "other"),
  ]

  private static let issuerPrefix = "unknownRoot: "

  /// Reads what `rawValue` wrote.
  package init?(rawValue: String) {
    if rawValue.hasPrefix(Self.issuerPrefix) {
      self = .unknownRoot(issuer: String(rawValue.dropFirst(Self.issuerPrefix.count)))
      return
    }
    guard let fault = Self.words.first(where: { $0.word == rawValue })?.fault else { return nil }
    self = fault
  }

  /// As kept by a cache: one word, and the issuer's name after it. Not `RawRepresentable`: equality compares cases.
  package var rawValue: String {
    if case .unknownRoot(let issuer?) = self { return Self.issuerPrefix + issuer }
    return Self.words.first { $0.fault == self }?.word ?? "other"
  }
}
