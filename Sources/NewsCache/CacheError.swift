import GRDB

/// What can go wrong with the cache; a sentence for people is made elsewhere.
package enum CacheError: Error, Hashable, Sendable {
  /// The file is no longer a sound database: `ArticleCache.moveAside` it, or `ArticleCache.rebuild` a new one from it.
  case damaged(path: String)
  /// A database that another program made: it was not touched.
  case notOurs(path: String)
  /// Made by a later version of this program: it was not touched.
  case newer(path: String)
  /// Nothing can be written there; reading may go on.
  case readOnly(path: String)
  /// The file or its folder cannot be opened.
  case cannotOpen(path: String, reason: String)
  /// No room is left on the disk: the transaction was undone.
  case diskFull(path: String)
  /// Another process kept the cache for longer than a writer waits.
  case busy(path: String)
  /// No article has this number.
  case noSuchArticle(Int64)
  /// What the database library said, where none of the above fits.
  case failed(reason: String)
}

extension CacheError {
  /// The case that an error of the database library stands for.
  init(_ error: any Error, path: String) {
    if let own = error as? CacheError {
      self = own
      return
    }
    // What every version wrote so cannot be read otherwise.
    if error is RowDecodingError {
      self = .damaged(path: path)
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(reason: String(describing: error))
      return
    }
    // Room for the log's index is asked of the disk in its own way.
    if [.SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP].contains(error.extendedResultCode) {
      self = DiskRoom.obstacle(at: path) ?? .cannotOpen(path: path, reason: error.message ?? "")
      return
    }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    // A cache that was opened is up to date, so it has every table.
    case .SQLITE_ERROR where error.message?.hasPrefix("no such table") == true: self = .damaged(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_IOERR:
      self = .cannotOpen(path: path, reason: error.message ?? error.resultCode.description)
    default: self = .failed(reason: error.message ?? error.resultCode.description)
    }
  }
}
