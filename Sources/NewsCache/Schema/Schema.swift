import GRDB

/// The tables, and how they came to be. A migration that was released is never edited: a new one follows it.
enum Schema {
  /// The number in the file's header that makes it ours: "Vest" in ASCII.
  static let applicationID: Int32 = 0x5665_7374

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: articles, statuses, sources, search") { db in
      try db.execute(sql: sources)
      try db.execute(sql: articles)
      try db.execute(sql: statuses)
      try db.execute(sql: texts)
      try db.execute(sql: search)
    }
    migrator.registerMigration("2: when sources were asked, pages that gave no text") { db in
      try db.execute(sql: attempts)
    }
    migrator.registerMigration("3: days without an hour") { db in
      try db.execute(sql: days)
    }
    migrator.registerMigration("4: what bears the clock out") { db in
      try db.execute(sql: clock)
      try db.execute(sql: lastRun)
    }
    migrator.registerMigration("5: one article once, each field by who knows it best") { db in
      try db.execute(sql: names)
      try canonizeStatuses(in: db)
    }
    migrator.registerMigration("6: what retention threw away") { db in
      try db.execute(sql: expired)
    }
    migrator.registerMigration("7: stems have a version") { db in
      try db.execute(sql: stems)
      // An index without articles is of any.
      if try Int64.fetchOne(db, sql: "SELECT 1 FROM article LIMIT 1") == nil {
        try IndexRenewal.noteStems(in: db)
      }
    }
    return migrator
  }

  private static let sources = """
    CREATE TABLE source (
      id INTEGER PRIMARY KEY,
      site TEXT NOT NULL,
      address TEXT NOT NULL,
      movedTo TEXT,
      etag TEXT,
      lastModified TEXT,
      contentHash INTEGER,
      lastFetched INTEGER,
      lastChanged INTEGER,
      outcome TEXT NOT NULL DEFAULT '',
      detail TEXT NOT NULL DEFAULT '',
      bytes INTEGER NOT NULL DEFAULT 0 CHECK (bytes >= 0),
      failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
      notBefore INTEGER,
      isGone INTEGER NOT NULL DEFAULT 0 CHECK (isGone IN (0, 1)),
      UNIQUE (site, address)
    ) STRICT;

    CREATE TABLE host (
      name TEXT PRIMARY KEY,
      failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
      notBefore INTEGER,
      outcome TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE front (
      site TEXT PRIMARY KEY,
      seen INTEGER NOT NULL,
      page TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  private static let articles = """
    CREATE TABLE event (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      found INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE article (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      site TEXT NOT NULL,
      identity TEXT NOT NULL CHECK (identity <> ''),
      source INTEGER REFERENCES source (id) ON DELETE SET NULL,
      address TEXT,
      title TEXT NOT NULL,
      summary TEXT NOT NULL,
      authors TEXT NOT NULL,
      tags TEXT NOT NULL,
      published INTEGER,
      modified INTEGER,
      firstSeen INTEGER NOT NULL,
      date INTEGER NOT NULL,
      language TEXT,
      picture TEXT,
      event INTEGER REFERENCES event (id) ON DELETE SET NULL,
      removed INTEGER,
      contentHash INTEGER NOT NULL,
      searchID INTEGER UNIQUE,
      searchHash INTEGER,
      isRead INTEGER NOT NULL DEFAULT 0 CHECK (isRead IN (0, 1)),
      isSaved INTEGER NOT NULL DEFAULT 0 CHECK (isSaved IN (0, 1)),
      UNIQUE (site, identity),
      CHECK (date = coalesce(published, firstSeen)),
      CHECK (date <= firstSeen),
      CHECK ((searchID IS NULL) = (searchHash IS NULL))
    ) STRICT;
    CREATE INDEX article_date ON article (date, id);
    CREATE INDEX article_site_date ON article (site, date, id);
    CREATE INDEX article_unread ON article (site, date, id) WHERE isRead = 0;
    CREATE INDEX article_saved ON article (date, id) WHERE isSaved = 1;
    CREATE INDEX article_address ON article (address) WHERE address IS NOT NULL;
    CREATE INDEX article_event ON article (event) WHERE event IS NOT NULL;
    CREATE INDEX article_source ON article (source, date) WHERE source IS NOT NULL;

    CREATE TABLE language (
      tag TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE section (
      id INTEGER PRIMARY KEY,
      site TEXT NOT NULL,
      name TEXT NOT NULL,
      UNIQUE (site, name)
    ) STRICT;

    CREATE TABLE article_section (
      section INTEGER NOT NULL REFERENCES section (id) ON DELETE CASCADE,
      date INTEGER NOT NULL,
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      isRead INTEGER NOT NULL CHECK (isRead IN (0, 1)),
      PRIMARY KEY (section, date, article)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX article_section_article ON article_section (article, section);
    CREATE INDEX article_section_unread ON article_section (section, date, article) WHERE isRead = 0;
    CREATE TRIGGER article_section_follows AFTER UPDATE OF date, isRead ON article BEGIN
      UPDATE article_section SET date = new.date, isRead = new.isRead WHERE article = new.id;
    END;
    """

  private static let statuses = """
    CREATE TABLE status (
      id INTEGER PRIMARY KEY,
      site TEXT NOT NULL,
      identity TEXT NOT NULL,
      isRead INTEGER NOT NULL DEFAULT 0 CHECK (isRead IN (0, 1)),
      isSaved INTEGER NOT NULL DEFAULT 0 CHECK (isSaved IN (0, 1)),
      position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0),
      UNIQUE (site, identity)
    ) STRICT;
    CREATE TRIGGER status_made AFTER INSERT ON status BEGIN
      UPDATE article SET isRead = new.isRead, isSaved = new.isSaved
        WHERE site = new.site AND identity = new.identity AND (isRead, isSaved) <> (new.isRead, new.isSaved);
    END;
    CREATE TRIGGER status_changed AFTER UPDATE ON status BEGIN
      UPDATE article SET isRead = new.isRead, isSaved = new.isSaved
        WHERE site = new.site AND identity = new.identity AND (isRead, isSaved) <> (new.isRead, new.isSaved);
    END;
    """

  private static let texts = """
    CREATE TABLE document (
      article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      stored INTEGER NOT NULL,
      isFromPage INTEGER NOT NULL CHECK (isFromPage IN (0, 1)),
      json TEXT NOT NULL
    ) STRICT;

    CREATE TABLE earlier (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      replaced INTEGER NOT NULL,
      title TEXT NOT NULL,
      summary TEXT NOT NULL,
      json TEXT
    ) STRICT;
    CREATE INDEX earlier_article ON earlier (article);
    """

  /// When sources were asked, well or not; pages that gave no text.
  private static let attempts = """
    ALTER TABLE source ADD COLUMN asked INTEGER;

    CREATE TABLE page (
      article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
      failures INTEGER NOT NULL CHECK (failures > 0),
      notBefore INTEGER NOT NULL
    ) STRICT;
    """

  private static let days = """
    ALTER TABLE article ADD COLUMN isDayOnly INTEGER NOT NULL DEFAULT 0 CHECK (isDayOnly IN (0, 1));
    """

  /// One row: the last moment at which somebody else agreed with the machine's clock, and the last at which anything was
  /// written down.
  private static let clock = """
    CREATE TABLE clock (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      witnessed INTEGER,
      lastRun INTEGER
    ) STRICT;
    """

  /// What the articles and sources know of the last run, for a cache that has not noted it.
  static let lastRun = """
    INSERT OR REPLACE INTO clock (id, lastRun)
      SELECT 1, max(told) FROM (
        SELECT max(firstSeen) AS told FROM article UNION ALL SELECT max(lastFetched) FROM source
      );
    """

  /// `titleKey` -1 waits for `ArticleCache.putRight`. The address is looked for in the form in which it is compared.
  private static let names = """
    ALTER TABLE article ADD COLUMN addressKey TEXT;
    ALTER TABLE article ADD COLUMN titleKey INTEGER NOT NULL DEFAULT -1;
    ALTER TABLE article ADD COLUMN tellers TEXT NOT NULL DEFAULT '';
    ALTER TABLE article ADD COLUMN corrected INTEGER;
    DROP INDEX article_address;
    CREATE INDEX article_address ON article (addressKey) WHERE addressKey IS NOT NULL;
    CREATE INDEX article_title ON article (titleKey);

    CREATE TABLE alias (
      site TEXT NOT NULL,
      key TEXT NOT NULL,
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      PRIMARY KEY (site, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alias_article ON alias (article);
    """

  /// Statuses outlive their articles: they are given the names under which these would come back.
  private static func canonizeStatuses(in db: Database) throws {
    let all = try Row.fetchAll(db, sql: "SELECT id, site, identity FROM status WHERE identity LIKE 'http%'")
    for row in all {
      let (old, new): (String, String) = (row[2], ArticleIdentity.canonical(row[2]))
      guard new != old else { continue }
      try db.cachedStatement(
        sql: """
          INSERT INTO status (site, identity, isRead, isSaved, position)
            SELECT site, ?2, isRead, isSaved, position FROM status WHERE id = ?1
            ON CONFLICT (site, identity) DO UPDATE SET isRead = max(isRead, excluded.isRead),
              isSaved = max(isSaved, excluded.isSaved), position = max(position, excluded.position)
          """
      ).execute(arguments: [row[0] as Int64, new])
      try db.cachedStatement(sql: "DELETE FROM status WHERE id = ?").execute(arguments: [row[0] as Int64])
    }
  }

  /// What retention threw away and its source may list still: no mark of anybody's, but not new when it
  /// comes back, until its reader says otherwise.
  private static let expired = """
    CREATE TABLE expired (
      id INTEGER PRIMARY KEY,
      site TEXT NOT NULL,
      identity TEXT NOT NULL,
      UNIQUE (site, identity)
    ) STRICT;
    DROP TRIGGER status_made;
    DROP TRIGGER status_changed;
    CREATE TRIGGER status_made AFTER INSERT ON status BEGIN
      UPDATE article SET isRead = new.isRead, isSaved = new.isSaved
        WHERE site = new.site AND identity = new.identity AND (isRead, isSaved) <> (new.isRead, new.isSaved);
      DELETE FROM expired WHERE site = new.site AND identity = new.identity;
    END;
    CREATE TRIGGER status_changed AFTER UPDATE OF site, identity, isRead, isSaved ON status BEGIN
      UPDATE article SET isRead = new.isRead, isSaved = new.isSaved
        WHERE site = new.site AND identity = new.identity AND (isRead, isSaved) <> (new.isRead, new.isSaved);
      DELETE FROM expired WHERE site = new.site AND identity = new.identity;
    END;
    """

  /// Of which stems the index is; the index that is to take its place, from which row on it is there, and what its rows
  /// were made of. No row in `stems`: of those before they had a version.
  private static let stems = """
    CREATE TABLE stems (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      version INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE renewal (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      version INTEGER NOT NULL,
      firstRow INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE renewed (
      row INTEGER PRIMARY KEY,
      hash INTEGER NOT NULL
    ) STRICT;
    """

  /// Stems, not texts, parted by spaces: the built-in `ascii` tokenizer then only has to split, and any program with
  /// SQLite can read the index. The rows' numbers are `article.searchID`, which grow with the article's date.
  static let search = searchTable(named: "search")

  /// The same under another name.
  static func searchTable(named name: String) -> String {
    """
    CREATE VIRTUAL TABLE \(name) USING fts5(
      title, body, content='', tokenize='ascii', prefix='3 4'
    );
    INSERT INTO \(name)(\(name), rank) VALUES ('automerge', 8);
    """
  }
}
