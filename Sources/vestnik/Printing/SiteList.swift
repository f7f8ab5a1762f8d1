import NewsModel
import Synchronization

/// Followed sites that live as long as the program: the demo's.
final class SiteList: SiteStore {
  let capacity = 1
  private let list = Mutex<[Site]>([])

  func sites() -> [Site] { list.withLock { $0 } }

  func save(_ site: Site) throws {
    list.withLock { sites in
      sites.removeAll { $0.id == site.id }
      sites.append(site)
    }
  }

  func remove(_ id: SiteID) throws -> Bool {
    list.withLock { sites in
      let count = sites.count
      sites.removeAll { $0.id == id }
      return sites.count < count
    }
  }
}
