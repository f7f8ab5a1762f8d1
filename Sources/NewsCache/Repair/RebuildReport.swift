/// What a rebuilt cache holds of a damaged one.
package struct RebuildReport: Hashable, Sendable {
  /// One table's part of it.
  package struct Table: Hashable, Sendable {
    /// As the database has it.
    package var name: String
    /// How many rows were taken over.
    package var saved: Int
    /// How many rows may be lost: row numbers that could not be read, and rows that broke the cache's own rules; `nil`
    /// where that cannot be told.
    package var lostAtMost: Int?

    package init(name: String, saved: Int, lostAtMost: Int?) {
      self.name = name
      self.saved = saved
      self.lostAtMost = lostAtMost
    }
  }

  /// In the order in which they were taken over.
  package var tables: [Table]

  package init(tables: [Table]) { self.tables = tables }

  /// Whether everything was saved.
  package var isComplete: Bool { tables.allSatisfy { $0.lostAtMost == 0 } }
}
