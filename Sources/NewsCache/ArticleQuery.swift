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

  package var site: SiteID?
  /// Sub-sections count as part of their section.
  package var section: SectionID?
  package var isUnread: Bool?
  package var isSaved: Bool?
  /// Readable without a network, or not.
  package var hasDocument: Bool?
  /// Dated at this moment or later.
  package var since: Date?
  package var event: EventID?
  package var order: Order
  package var limit: Int
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
  /// The query as SQL that gives the articles' numbers; `nil` when it names a section that nothing was ever filed
  /// under.
  func statement(in db: Database) throws -> (sql: String, arguments: [(any DatabaseValueConvertible)?])? {
    var conditions: [String] = []
    var arguments: [(any DatabaseValueConvertible)?] = []
    func add(_ condition: String, _ argument: (any DatabaseValueConvertible)? = nil) {
      conditions.append(condition)
      if let argument { arguments.append(argument) }
    }
    let numbers = try sectionNumbers(in: db)
    if let numbers, numbers.isEmpty { return nil }
    let isOneSection = numbers?.count == 1
    let dated = isOneSection ? "s" : "a"
    if isOneSection, let number = numbers?.first {
      add("s.section = ?", number)
    } else if let numbers {
      let list = numbers.map(String.init).joined(separator: ", ")
      add("a.id IN (SELECT article FROM article_section WHERE section IN (\(list)))")
    } else if let site {
      add("a.site = ?", site.rawValue)
    }
    if let isUnread { add("\(dated).isRead = \(isUnread ? 0 : 1)") }
    if let isSaved { add("a.isSaved = \(isSaved ? 1 : 0)") }
    if let hasDocument {
      add("\(hasDocument ? "" : "NOT ")EXISTS (SELECT 1 FROM document d WHERE d.article = a.id)")
    }
    if let since { add("\(dated).date >= ?", Stamp.seconds(since)) }
    if let event { add("a.event = ?", event.rawValue) }
    let direction = order == .newest ? "DESC" : "ASC"
    let needsArticle = !isOneSection || isSaved != nil || hasDocument != nil || event != nil
    let tables =
      isOneSection
      ? "article_section s\(needsArticle ? " JOIN article a ON a.id = s.article" : "")" : "article a"
    let number = isOneSection ? "s.article" : "a.id"
    arguments += [max(0, limit), max(0, offset)]
    let filter = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND ")) "
    return (
      """
      SELECT \(number) FROM \(tables) \(filter)\
      ORDER BY \(dated).date \(direction), \(number) \(direction) LIMIT ? OFFSET ?
      """, arguments
    )
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
          """),
      arguments: [site?.rawValue, name])
  }
}
