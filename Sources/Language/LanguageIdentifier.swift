/// Which language a text is in, by letters that only some have and by its small words.
package enum LanguageIdentifier {
  /// How many bytes of a text are looked at.
  private static let sampleBytes = 3000

  /// - Returns: a BCP 47 tag (`ru`, `kk`, `tt`, `uk`, `be`, `bg`, `en`…), `nil` when the text is too short or
  ///   unlike any language that is known here.
  package static func identify(_ text: some StringProtocol) -> String? {
    var source = String(text)
    let profile = source.withUTF8 { LetterProfile($0, limit: sampleBytes) }
    let guess = profile.language { FunctionWordScores(source, limit: sampleBytes) }
    return guess?.tag
  }

  /// The language of a text that somebody says to be in one: a headline of two words may be in any.
  ///
  /// - Parameter declared: what a feed or a page says, a BCP 47 tag; it holds where letters and small words of the text
  ///   are no proof of another language.
  package static func identify(_ text: some StringProtocol, declared: String?) -> String? {
    guard let declared else { return identify(text) }
    var source = String(text)
    let profile = source.withUTF8 { LetterProfile($0, limit: sampleBytes) }
    let code = String(declared.prefix { $0 != "-" && $0 != "_" }).lowercased()
    guard let guess = profile.language(words: { FunctionWordScores(source, limit: sampleBytes) }) else {
      return declared
    }
    if guess.tag.prefix(while: { $0 != "-" }) == code { return declared }
    return guess.isSure || !profile.canBe(code) ? guess.tag : declared
  }
}
