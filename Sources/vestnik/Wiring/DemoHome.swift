import Configuration
import Foundation
import Glibc
import NewsCache
import NewsModel

/// What the demo keeps between two starts: one edition's archive, and the site as it was understood, in a folder that can
/// be thrown away. The edition of another day, or one that another program has read, begins anew.
struct DemoHome {
  let archive: ArticleCache
  let sites: any SiteStore

  /// - Parameters:
  ///   - folders: the reader's; of them only what can be thrown away is touched.
  ///   - day: the edition's.
  /// - Returns: `nil` where nothing can be kept.
  init?(in folders: Folders, day: Date) {
    var program = stat()
    guard stat("/proc/self/exe", &program) == 0 else { return nil }
    let folder = folders.cache.appendingPathComponent("demo", isDirectory: true)
    let name = "\(Int(day.timeIntervalSince1970))-\(program.st_size)-\(program.st_mtim.tv_sec)"
    let edition = folder.appendingPathComponent(name, isDirectory: true)
    if !FileManager.default.fileExists(atPath: edition.path) {
      try? FileManager.default.removeItem(at: folder)
    }
    do {
      try FileManager.default.createDirectory(at: edition, withIntermediateDirectories: true)
      archive = try ArticleCache.openOrBegin(
        at: edition.appendingPathComponent("news.sqlite").path, now: day
      ).cache
      guard archive.obstacle == nil else { return nil }
    } catch { return nil }
    let store = SiteFolder(edition.appendingPathComponent("sites", isDirectory: true), memory: nil)
    _ = store.read()
    sites = store
  }
}
