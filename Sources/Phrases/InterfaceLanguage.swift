/// A language the program itself speaks.
package enum InterfaceLanguage: String, CaseIterable, Hashable, Sendable {
  case ru
  case kk
  case en

  /// The language for a locale's name (`kk_KZ.UTF-8`); for `C`, `POSIX`, none or another language the site's
  /// language, else Russian.
  ///
  /// - Parameters:
  ///   - localeName: the first that is set of `LC_ALL`, `LC_MESSAGES`, `LANG`.
  ///   - siteLanguage: BCP 47.
  package static func automatic(localeName: String?, siteLanguage: String? = nil) -> InterfaceLanguage {
    if let language = primary(localeName) {
      if let known = InterfaceLanguage(rawValue: language) { return known }
      // Speakers of these languages read Russian; others are likelier to read English.
      if language != "c", language != "posix" {
        return ["be", "uk", "tt", "ba", "ky", "uz", "tg"].contains(language) ? .ru : .en
      }
    }
    return primary(siteLanguage).flatMap(InterfaceLanguage.init) ?? .ru
  }

  /// The primary subtag of a locale or a language tag, in lower case.
  private static func primary(_ name: String?) -> String? {
    guard let subtag = name?.prefix(while: { !"_-.@".contains($0) }).lowercased(), !subtag.isEmpty else {
      return nil
    }
    return subtag
  }
}
