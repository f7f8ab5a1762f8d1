import Foundation
import GRDB
import NewsCache
import NewsModel
import Testing

@Suite("Archives of earlier versions")
struct PutRightTests {
  /// As an earlier version would have left it: nothing named, the same article kept under two spellings.
  private func age(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      for row in try Row.fetchAll(db, sql: "SELECT id, identity, address FROM article") {
        let isThird = row[0] as Int64 == 3
        let address = isThird ? "http://www.echo.example/a/one.html#top" : row[2] as String
        try db.execute(
          sql: """
            UPDATE article SET identity = ?2, address = ?2, addressKey = NULL, titleKey = -1, tellers = '' WHERE id = ?1
            """,
          arguments: [row[0] as Int64, address])
        try db.execute(
          sql: "UPDATE status SET identity = ? WHERE identity = ?", arguments: [address, row[1] as String])
      }
      try db.execute(sql: "UPDATE article SET title = 'Паром пошёл' WHERE id = 3; DELETE FROM alias;")
    }
    try queue.close()
  }

  @Test("two spellings of one article become one on opening, with all that was done to both; it is done once")
  func together() throws {
    let folder = try TemporaryFolder()
    let path = folder.path()
    do {
      let cache = try ArticleCache.open(at: path)
      let ids = try cache.store([
        Sample.draft("one", title: "Паром пошёл", text: "Текст"), Sample.draft("two", title: "Другое"),
        Sample.draft("three", title: "Третье"),
      ]).new
      try cache.setStatus([ids[0]], read: true)
      try cache.setStatus([ids[2]], saved: true)
      try cache.setPosition(ids[2], 12)
    }
    try age(path)
    let cache = try ArticleCache.open(at: path)
    let all = try cache.articles(ArticleQuery())
    #expect(Set(all.map(\.article.title)) == ["Паром пошёл", "Другое"])
    let kept = try #require(all.first { $0.article.title == "Паром пошёл" })
    #expect(kept.id.rawValue == 1 && kept.status.isRead && kept.status.isSaved)
    #expect(try cache.document(kept.id)?.plainText == "Текст")
    #expect(try cache.verify().isEmpty)
    #expect(try cache.titles("паром") == ["Паром пошёл"])
    let again = try cache.store([Sample.draft("one", title: "Паром пошёл", text: "Текст")])
    #expect(again.new.isEmpty)
  }
}
