/// The forms of a counted noun (CLDR plural rules for cardinal whole numbers).
enum PluralForm: String, CaseIterable {
  case one
  case few
  case many
  case other

  /// The form that a language uses with a number.
  static func form(for count: Int, in language: InterfaceLanguage) -> PluralForm {
    let magnitude = count.magnitude
    switch language {
    case .en, .kk: return magnitude == 1 ? .one : .other
    case .ru:
      let (tens, ones) = (magnitude % 100, magnitude % 10)
      if ones == 1, tens != 11 { return .one }
      if (2...4).contains(ones), !(12...14).contains(tens) { return .few }
      return .many
    }
  }

  /// The forms a language has.
  static func forms(of language: InterfaceLanguage) -> [PluralForm] {
    language == .ru ? [.one, .few, .many] : [.one, .other]
  }
}
