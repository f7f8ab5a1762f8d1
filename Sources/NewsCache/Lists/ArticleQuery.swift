import Foundation
import GRDB
import NewsModel

/// Which articles a list shows, and in what order.
package struct ArticleQuery: Hashable, Sendable {
  /// By date; articles of one second by number.
  package enum Order: Hashable, Sendable {
    case newest
    case oldest
  }

  /// `nil`: every site.
  package var site: SiteID?
  /// Sub-sections count as part of their section.
  package var section: SectionID?
  /// `nil`: read or not.
  package var isUnread: Bool?
  /// `nil`: saved or not.
  package var isSaved: Bool?
  /// Readable without a network, or not.
  package var hasDocument: Bool?
  /// Dated at this moment or later.
  package var since: Date?
  /// Only what tells of it; `nil`: whatever is told.
  package var event: EventID?
  /// Which end of the list is given first.
  package var order: Order
  /// How many at most; none when it is negative.
  package var limit: Int
  /// How many of the first are passed over; none when it is negative.
  package var offset: Int

  package init(
    site: SiteID? = nil, section: SectionID? = nil, isUnread: Bool? = nil, isSaved: Bool? = nil,
    hasDocument: Bool? = nil, since: Date? = nil, event: EventID? = nil, order: Order = .newest,
    limit: Int = 100,
    offset: Int = 0
  ) {
    self.site = site
    self.section = section
    self.isUnread = isUnread
    self.isSaved = isSaved
    self.hasDocument = hasDocument
    self.since = since
    self.event = event
    self.order = order
    self.limit = limit
    self.offset = offset
  }
}

extension ArticleQuery {
  typealias Arguments = [(any DatabaseValueConvertible)?]

  /// The query as SQL that gives the articles' numbers; `nil` when it names a section that nothing was ever filed
  /// under.
  func statement(in db: Database) throws -> (sql: String, arguments: Arguments)? {
    guard let numbers = try sectionNumbers(in: db) else {
      return (articleSQL, articleArguments + [max(0, limit), max(0, offset)])
    }
    guard let first = numbers.first else { return nil }
    let direction = order == .newest ? "DESC" : "ASC"
    if numbers.count == 1 {
      return (
        "SELECT article FROM (\(sectionSQL) LIMIT ? OFFSET ?)",
        [first] + sectionArguments + [max(0, limit), max(0, offset)]
      )
    }
    // Each section gives its own first rows by its index; together they hold the first rows of all.
    let reach = max(0, limit) + min(max(0, offset), Int(Int32.max))
    let parts = numbers.map { _ in "SELECT * FROM (\(sectionSQL) LIMIT \(reach))" }
    return (
      """
      SELECT article FROM (\(parts.joined(separator: " UNION "))) \
      ORDER BY date \(direction), article \(direction) LIMIT ? OFFSET ?
      """, numbers.flatMap { [$0] + sectionArguments } + [max(0, limit), max(0, offset)]
    )
  }

  /// SQL that counts the articles, limit and offset aside; `nil` as for `statement`.
  func counting(in db: Database) throws -> (sql: String, arguments: Arguments)? {
    guard let numbers = try sectionNumbers(in: db) else {
      return ("SELECT count(*) FROM article a \(articleFilter)", articleArguments)
    }
    guard numbers.count > 1 else {
      return numbers.first.map { ("SELECT count(*) FROM (\(sectionSQL))", [$0] + sectionArguments) }
    }
    let parts = numbers.map { _ in "SELECT * FROM (\(sectionSQL))" }
    return (
      "SELECT count(*) FROM (\(parts.joined(separator: " UNION ")))",
      numbers.flatMap { [$0] + sectionArguments }
    )
  }

  private var articleFilter: String {
    var conditions = articleConditions
    if site != nil { conditions.insert("a.site = ?", at: 0) }
    if let isUnread { conditions.append("a.isRead = \(isUnread ? 0 : 1)") }
    if since != nil { conditions.append("a.date >= ?") }
    return conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND ")) "
  }

  private var articleSQL: String {
    let direction = order == .newest ? "DESC" : "ASC"
    return
      "SELECT a.id FROM article a \(articleFilter)ORDER BY a.date \(direction), a.id \(direction) LIMIT ? OFFSET ?"
  }

  private var articleArguments: Arguments {
    (site.map { [$0.rawValue] } ?? []) + (event.map { [$0.rawValue] } ?? [])
      + (since.map { [Stamp.seconds($0)] } ?? [])
  }

  /// Dates and numbers of one section's articles, in order.
  private var sectionSQL: String {
    let conditions = articleConditions
    var all = ["s.section = ?"] + conditions
    if let isUnread { all.append("s.isRead = \(isUnread ? 0 : 1)") }
    if since != nil { all.append("s.date >= ?") }
    let join = conditions.isEmpty ? "" : " CROSS JOIN article a ON a.id = s.article"
    let direction = order == .newest ? "DESC" : "ASC"
    return """
      SELECT s.date, s.article FROM article_section s\(join) WHERE \(all.joined(separator: " AND ")) \
      ORDER BY s.date \(direction), s.article \(direction)
      """
  }

  private var sectionArguments: Arguments {
    (event.map { [$0.rawValue] } ?? []) + (since.map { [Stamp.seconds($0)] } ?? [])
  }

  /// What only the table `article` can tell; one argument for an event.
  private var articleConditions: [String] {
    var conditions: [String] = []
    if let isSaved { conditions.append("a.isSaved = \(isSaved ? 1 : 0)") }
    if let hasDocument {
      conditions.append(
        "\(hasDocument ? "" : "NOT ")EXISTS (SELECT 1 FROM document d WHERE d.article = a.id)")
    }
    if event != nil { conditions.append("a.event = ?") }
    return conditions
  }

  /// The numbers of the section and its sub-sections; `nil` when the query names no section.
  private func sectionNumbers(in db: Database) throws -> [Int64]? {
    guard let section else { return nil }
    let name = section.rawValue
    return try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM section
          WHERE (?1 IS NULL OR site = ?1) AND (name = ?2 OR (name >= ?2 || '/' AND name < ?2 || '0'))
          ORDER BY id LIMIT 400
          """),
      arguments: [site?.rawValue, name])
  }
}
