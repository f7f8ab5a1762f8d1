import NewsModel

/// What is told of an article, each field with who told it: the value by which tellings are brought together.
///
/// The same tellings end in the same fields, in whatever order they arrive: the better teller wins; of two equal
/// sources the one whose address comes first; of one source the later telling. A teller that is silent on a field takes
/// nothing away.
struct ArticleFields: Hashable {
  var address: WebAddress?
  var title = ""
  var summary = ""
  var authors: [String] = []
  var tags: [String] = []
  var told = ToldTime(published: nil, isDayOnly: false)
  var modified: Int64?
  var language: String?
  var picture: WebAddress?
  var marks = FieldMarks()

  /// A change this soon after publication is the publication's own.
  private static let soon: Int64 = 60
  private static let day: Int64 = 86_400
  /// From where a day begins somewhere to where it has ended everywhere.
  private static let longestDay: Int64 = day + 14 * 3600

  /// Takes from another telling what it knows better.
  /// - Parameter precedes: whether the first source goes before the second where both know as much.
  mutating func take(_ other: ArticleFields, precedes: (Int64, Int64) -> Bool) {
    let before = marks
    func wins(_ field: KeyPath<FieldMarks, FieldMark>) -> Bool {
      let (new, old) = (other.marks[keyPath: field], before[keyPath: field])
      guard new.rank > 0, new.rank == old.rank else { return new.rank > old.rank }
      return new.source == old.source || precedes(new.source, old.source)
    }
    func take<Value>(
      _ value: WritableKeyPath<ArticleFields, Value>, _ field: WritableKeyPath<FieldMarks, FieldMark>
    ) {
      guard wins(field) else { return }
      self[keyPath: value] = other[keyPath: value]
      marks[keyPath: field] = other.marks[keyPath: field]
    }
    take(\.address, \.address)
    take(\.title, \.title)
    take(\.summary, \.summary)
    take(\.authors, \.authors)
    take(\.tags, \.tags)
    take(\.language, \.language)
    take(\.picture, \.picture)
    if mayTakeDate(of: other) { take(\.told, \.published) }
    if isDayBeforeChange(other) {
      told = other.told
      marks.published = other.marks.published
    }
    // The latest change that anybody told.
    modified = [modified, other.modified].compactMap(\.self).max()
    settle()
  }

  /// A change is no earlier than the publication: of two changes the earlier one counts, and a day before it tells more.
  private func mayTakeDate(of other: ArticleFields) -> Bool {
    guard other.isDateOfChange, let new = other.told.published, let old = told.published else { return true }
    if isDateOfChange { return new < old }
    return !(told.isDayOnly && new > old + Self.longestDay)
  }

  /// Whether the other tells a day that was over before what is known only as a change.
  private func isDayBeforeChange(_ other: ArticleFields) -> Bool {
    guard isDateOfChange, other.told.isDayOnly, let new = other.told.published, let old = told.published
    else {
      return false
    }
    return old > new + Self.longestDay
  }

  private var isDateOfChange: Bool { marks.published.rank == FieldMark.ofChange }

  /// Whether both tell the same, whoever told it.
  func isEqual(_ other: ArticleFields) -> Bool {
    var copy = other
    copy.marks = marks
    return copy == self
  }

  /// A change at the moment of publication is none: engines write the date of change in any case (RFC 4287 wants it).
  mutating func settle() {
    guard let modified, let published = told.published else { return }
    if modified < published + (told.isDayOnly ? Self.day : Self.soon) { self.modified = nil }
  }
}

extension ArticleFields {
  /// What a source tells.
  /// - Parameters:
  ///   - source: its number; `nil` for a headline that was opened.
  ///   - seen: when the article was first seen: nothing is published later.
  init(_ draft: ArticleDraft, source: Int64?, seen: Int64) {
    func mark(_ isTold: Bool, isGuess: Bool = false) -> FieldMark {
      isTold
        ? FieldMark(rank: FieldMark.rank(draft.teller, isGuess: isGuess), source: source ?? 0) : FieldMark()
    }
    address = draft.address
    title = draft.title
    summary = draft.summary
    authors = draft.authors
    tags = draft.tags
    told = ToldTime(draft.published, isDayOnly: draft.isDayOnly, seen: seen)
    modified = draft.modified.map(Stamp.seconds)
    language = draft.language
    picture = draft.picture
    marks.address = mark(draft.address != nil)
    marks.title = mark(!title.isEmpty, isGuess: draft.isTitleGuessed || Self.isCut(title))
    marks.summary = mark(!summary.isEmpty)
    marks.authors = mark(!authors.isEmpty)
    marks.tags = mark(!tags.isEmpty, isGuess: draft.areTagsSections)
    marks.language = mark(language != nil)
    marks.picture = mark(picture != nil)
    if told.published != nil {
      marks.published = FieldMark(
        rank: FieldMark.rank(
          ofDate: draft.teller, isDayOnly: told.isDayOnly, isOfChange: draft.isDateOfChange),
        source: source ?? 0)
    }
    settle()
  }

  /// What an article's own page tells; its lead stays with its text.
  init(_ document: ArticleDocument, seen: Int64) {
    func mark(_ isTold: Bool) -> FieldMark { isTold ? FieldMark(rank: FieldMark.rank(.page)) : FieldMark() }
    title = document.title
    authors = document.authors
    tags = document.tags
    told = ToldTime(document.published, isDayOnly: document.isDayOnly, seen: seen)
    modified = document.modified.map(Stamp.seconds)
    language = document.language
    picture = document.picture ?? document.firstPicture
    marks.title = mark(!title.isEmpty)
    marks.authors = mark(!authors.isEmpty)
    marks.tags = mark(!tags.isEmpty)
    marks.language = mark(language != nil)
    marks.picture =
      document.picture == nil && picture != nil
      ? FieldMark(rank: FieldMark.rank(.page, isGuess: true)) : mark(picture != nil)
    if told.published != nil {
      marks.published = FieldMark(
        rank: FieldMark.rank(ofDate: .page, isDayOnly: told.isDayOnly, isOfChange: false))
    }
    settle()
  }

  /// A headline that was cut for want of room.
  private static func isCut(_ title: String) -> Bool { title.hasSuffix("…") || title.hasSuffix("...") }
}

extension ArticleDocument {
  /// What its text shows first, where nothing is said to be its picture.
  fileprivate var firstPicture: WebAddress? {
    for block in blocks {
      if case .figure(let figure) = block, let picture = figure.picture { return picture }
    }
    return nil
  }
}
