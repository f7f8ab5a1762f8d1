import GRDB
import NewsModel

/// How a row of the table `article` (here named `a`) becomes a `ListedArticle`.
enum ArticleRow {
  /// The columns that `listed` reads, in its order.
  static let columns = """
    a.id, a.site, a.address, a.title, a.summary, a.authors, a.tags, a.published, a.modified, a.firstSeen, \
    a.language, a.picture, a.event, EXISTS (SELECT 1 FROM document d WHERE d.article = a.id), a.isRead, a.isSaved, \
    (SELECT position FROM status t WHERE t.site = a.site AND t.identity = a.identity), \
    (SELECT group_concat(n.name, char(10)) FROM article_section s JOIN section n ON n.id = s.section \
    WHERE s.article = a.id), a.isDayOnly
    """

  static func listed(_ row: Row) -> ListedArticle {
    let sections: String? = row[17]
    let article = Article(
      id: ArticleID(rawValue: row[0]), site: SiteID(rawValue: row[1]),
      address: (row[2] as String?).flatMap { WebAddress($0) }, title: row[3], summary: row[4],
      authors: JSONText.strings(row[5]), tags: JSONText.strings(row[6]),
      published: (row[7] as Int64?).map(Stamp.date), isDayOnly: row[18],
      modified: (row[8] as Int64?).map(Stamp.date), firstSeen: Stamp.date(row[9]), language: row[10],
      picture: (row[11] as String?).flatMap { WebAddress($0) },
      sections: sections.map { $0.split(separator: "\n").map { SectionID(rawValue: String($0)) } } ?? [],
      event: (row[12] as Int64?).map { EventID(rawValue: $0) }, hasDocument: row[13])
    return ListedArticle(
      article: article,
      status: ArticleStatus(isRead: row[14], isSaved: row[15], position: row[16] as Int? ?? 0))
  }

  /// The articles with these numbers, in the numbers' order; those that are not there are left out.
  ///
  /// - Parameter key: the column that holds the numbers.
  static func fetch(_ numbers: [Int64], by key: String = "id", in db: Database) throws -> [ListedArticle] {
    // One statement for all, which goes through the list from its beginning.
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM json_each(?) n CROSS JOIN article a ON a.\(key) = n.value")
    let list = "[" + numbers.map(String.init).joined(separator: ",") + "]"
    var result: [ListedArticle] = []
    result.reserveCapacity(numbers.count)
    let rows = try Row.fetchCursor(statement, arguments: [list])
    while let row = try rows.next() { result.append(listed(row)) }
    return result
  }
}
