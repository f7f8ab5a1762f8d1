import GRDB
import NewsModel

/// An article's text as stored: what was indexed of it, what an earlier version of it would be.
struct StoredText {
  let title: String
  let summary: String
  let language: String?
  let told: ToldTime
  let modified: Int64?
  let firstSeen: Int64
  let searchID: Int64?
  let searchHash: Int64?
  /// The source that told of it last.
  let source: Int64?
  /// The document, as it stands in the table.
  let json: String?
  let isFromPage: Bool

  init?(id: Int64, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.title, a.summary, a.language, a.published, a.modified, a.firstSeen, a.searchID, a.searchHash,
          d.json, coalesce(d.isFromPage, 0), a.source, a.isDayOnly
        FROM article a LEFT JOIN document d ON d.article = a.id WHERE a.id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    title = row[0]
    summary = row[1]
    language = row[2]
    told = ToldTime(published: row[3], isDayOnly: row[11])
    modified = row[4]
    firstSeen = row[5]
    searchID = row[6]
    searchHash = row[7]
    json = row[8]
    isFromPage = row[9]
    source = row[10]
  }

  /// The document's plain text, read anew each time; empty when there is none that this version can read.
  var text: String {
    json.flatMap { try? JSONText.decode(ArticleDocument.self, from: $0) }?.plainText ?? ""
  }

  /// The words of the document in their order: much sooner there than `text`, and all that looking for words needs.
  var words: String { json.map(DocumentWords.text(ofJSON:)) ?? "" }

  /// What the index holds of it, if the words still stem as they did.
  func indexed(by writer: StemWriter) -> IndexedText {
    IndexedText(title: title, summary: summary, text: text, language: language, writer: writer)
  }

  /// The same stems sooner, for comparing articles; nothing is taken out of the index by them.
  func likelyIndexed(by writer: StemWriter) -> IndexedText {
    IndexedText(title: title, summary: summary, text: words, language: language, writer: writer)
  }
}
