import GRDB
import Language
import NewsModel

/// What a query demands of an article besides its words, as conditions on the table `article` (named `a`).
struct SearchFilter {
  /// Begins with ` AND ` unless it is empty.
  let sql: String
  let arguments: [(any DatabaseValueConvertible)?]
  /// No row of the index below this one can be meant.
  let firstRow: Int64

  var isEmpty: Bool { sql.isEmpty }

  /// - Returns: `nil` when the query names a section that is not there.
  init?(_ query: SearchQuery, in db: Database) throws {
    var conditions: [String] = []
    var arguments: [(any DatabaseValueConvertible)?] = []
    if !query.sites.isEmpty {
      conditions.append("a.site IN (\(query.sites.map { _ in "?" }.joined(separator: ", ")))")
      arguments += query.sites.map(\.rawValue)
    } else if let site = query.site {
      conditions.append("a.site >= ? AND a.site < ? || char(1114111)")
      arguments += [site.lowercased(), site.lowercased()]
    }
    if let section = query.section {
      let wanted = Folding.fold(section)
      let rows = try Row.fetchAll(db, sql: "SELECT id, name FROM section")
      let numbers = rows.filter { row in
        let titles = Folding.fold(row[1] as String).split(separator: "/")
        return titles.contains { $0.hasPrefix(wanted) } || titles.joined(separator: "/") == wanted
      }.map { $0[0] as Int64 }
      guard !numbers.isEmpty else { return nil }
      let list = numbers.map(String.init).joined(separator: ", ")
      conditions.append(
        "EXISTS (SELECT 1 FROM article_section x WHERE x.article = a.id AND x.section IN (\(list)))")
    }
    if let isUnread = query.isUnread { conditions.append("a.isRead = \(isUnread ? 0 : 1)") }
    if let isSaved = query.isSaved { conditions.append("a.isSaved = \(isSaved ? 1 : 0)") }
    let since = query.since.map(Stamp.seconds)
    firstRow = since.map { SearchIndexChanges.firstNumber(at: $0) } ?? 0
    if let since {
      conditions.append("a.date >= ?")
      arguments.append(since)
    }
    sql = conditions.map { " AND \($0)" }.joined()
    self.arguments = arguments
  }
}
