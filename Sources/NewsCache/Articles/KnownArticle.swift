import GRDB
import NewsModel

/// What is kept of an article that a draft tells of again.
struct KnownArticle {
  let id: Int64
  let identity: String
  let addressKey: String?
  let firstSeen: Int64
  /// Of the draft that its title was taken from.
  let hash: Int64
  let hasDocument: Bool
  let isFromPage: Bool
  /// When its text was kept; `nil` where there is none.
  let textStored: Int64?
  private let tellers: String
  private let row: Row

  static let select = """
    SELECT a.id, a.identity, a.addressKey, a.contentHash, a.firstSeen, a.tellers, a.source, a.address, a.title, \
    a.summary, a.authors, a.tags, a.published, a.isDayOnly, a.modified, a.language, a.picture, \
    d.article IS NOT NULL, coalesce(d.isFromPage, 0), d.stored FROM article a LEFT JOIN document d ON d.article = a.id
    """

  init(_ row: Row) {
    id = row[0]
    identity = row[1]
    addressKey = row[2]
    hash = row[3]
    firstSeen = row[4]
    tellers = row[5]
    hasDocument = row[17]
    isFromPage = row[18]
    textStored = row[19]
    self.row = row
  }

  /// Whether it was kept before it was noted who told what.
  var isUnmarked: Bool { tellers.isEmpty }

  /// Who told its title.
  var titleMark: FieldMark {
    FieldMarks.first(of: tellers) ?? FieldMark(rank: FieldMark.unknown(isMoment: false), source: row[6] ?? 0)
  }

  /// What is kept of it, read anew each time.
  var fields: ArticleFields {
    var fields = ArticleFields()
    fields.address = (row[7] as String?).flatMap { WebAddress($0) }
    fields.title = row[8]
    fields.summary = row[9]
    fields.authors = JSONText.strings(row[10])
    fields.tags = JSONText.strings(row[11])
    fields.told = ToldTime(published: row[12], isDayOnly: row[13])
    fields.modified = row[14]
    fields.language = row[15]
    fields.picture = (row[16] as String?).flatMap { WebAddress($0) }
    if let marks = FieldMarks(tellers) { fields.marks = marks } else { fields.markUnknown(source: row[6]) }
    return fields
  }

  /// Whether it has a guid of its own, which its address is not.
  var hasOwnGuid: Bool {
    identity != addressKey && !identity.contains(" title:") && !identity.hasPrefix("title:")
  }

  /// As what it is compared by.
  var candidate: ArticleTwins.Candidate {
    let isDayOnly: Bool = row[13]
    return ArticleTwins.Candidate(
      words: ArticleIdentity.words(of: row[8]),
      key: (row[7] as String?).flatMap { WebAddress($0) }.map(AddressKey.init),
      moment: isDayOnly ? nil : row[12], day: isDayOnly ? row[12] : nil)
  }
}

extension ArticleFields {

  /// What an earlier version kept was told by its source, as far as anybody knows.
  fileprivate mutating func markUnknown(source: Int64?) {
    func mark(_ isTold: Bool) -> FieldMark {
      isTold ? FieldMark(rank: FieldMark.unknown(isMoment: false), source: source ?? 0) : FieldMark()
    }
    marks.title = mark(true)
    marks.summary = mark(!summary.isEmpty)
    marks.authors = mark(!authors.isEmpty)
    marks.tags = mark(!tags.isEmpty)
    marks.language = mark(language != nil)
    marks.picture = mark(picture != nil)
    marks.address = mark(address != nil)
    if told.published != nil {
      marks.published = FieldMark(
        rank: FieldMark.unknown(isMoment: !told.isDayOnly), source: source ?? 0)
    }
  }
}
