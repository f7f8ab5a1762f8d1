import NewsModel

/// Who told one field of an article, and how exactly.
struct FieldMark: Hashable {
  /// Zero: nobody told it. Greater ones know better.
  var rank = 0
  /// The number of the source that told it; zero for an article's own page, and for one that is no more.
  var source: Int64 = 0

  /// What an earlier version kept without a word on who told it: anybody knows better.
  private static let unknown = 1

  /// Of a text, a name, a picture.
  static func rank(_ teller: Teller, isGuess: Bool = false) -> Int {
    isGuess ? unknown : teller.rawValue + 2
  }

  /// Of a date: a moment goes before the time of a change, which is no earlier than the moment, and that before a day.
  static func rank(ofDate teller: Teller, isDayOnly: Bool, isOfChange: Bool) -> Int {
    if isDayOnly { return teller.rawValue + 2 }
    return isOfChange ? ofChange : teller.rawValue + 6
  }

  /// The time of a change that stands for the moment of publication: the earliest that was told counts.
  static let ofChange = 5

  /// As `rank(_:)` and `rank(ofDate:)` where it is not known who told.
  static func unknown(isMoment: Bool) -> Int { isMoment ? ofChange : unknown }
}

/// The fields of an article that each have a teller, as the column `tellers` keeps them: `rank:source`, parted by
/// spaces, in this order.
struct FieldMarks: Hashable {
  var title = FieldMark()
  var summary = FieldMark()
  var authors = FieldMark()
  var tags = FieldMark()
  var published = FieldMark()
  var language = FieldMark()
  var picture = FieldMark()
  var address = FieldMark()

  private static let order: [any WritableKeyPath<FieldMarks, FieldMark> & Sendable] = [
    \.title, \.summary, \.authors, \.tags, \.published, \.language, \.picture, \.address,
  ]

  init() {}

  /// - Returns: `nil` for what an earlier version left empty.
  init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    for (field, word) in zip(Self.order, text.split(separator: " ")) {
      if let mark = FieldMark(word) { self[keyPath: field] = mark }
    }
  }

  /// The title's alone, without reading the others.
  static func first(of text: String) -> FieldMark? { FieldMark(text.prefix { $0 != " " }) }

  var text: String {
    Self.order.map { "\(self[keyPath: $0].rank):\(self[keyPath: $0].source)" }.joined(separator: " ")
  }
}

extension FieldMark {
  fileprivate init?(_ text: Substring) {
    let numbers = text.split(separator: ":")
    guard numbers.count == 2, let rank = Int(numbers[0]), let source = Int64(numbers[1]) else { return nil }
    self.init(rank: rank, source: source)
  }
}
