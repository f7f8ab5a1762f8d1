/// Which language a text is in, by letters that only some have and by its small words.
package enum LanguageIdentifier {
  /// How many bytes of a text are looked at.
  private static let sampleBytes = 3000

  /// - Returns: a BCP 47 tag (`ru`, `kk`, `tt`, `uk`, `be`, `bg`, `en`…), `nil` when the text is too short or
  ///   unlike any language that is known here.
  package static func identify(_ text: some StringProtocol) -> String? {
    var source = String(text)
    let profile = source.withUTF8 { LetterProfile($0, limit: sampleBytes) }
    return profile.language { FunctionWordScores(source, limit: sampleBytes) }
  }
}
