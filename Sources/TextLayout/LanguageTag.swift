/// BCP 47 tags, as far as layout needs them.
enum LanguageTag {
  /// The primary subtag in lower case.
  static func primary(_ tag: String?) -> String? {
    guard let tag, let subtag = tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first else {
      return nil
    }
    return subtag.lowercased()
  }
}
