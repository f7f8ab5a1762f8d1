import NewsCache
import Synchronization
import Testing

@Suite("A watched cache")
struct CacheWatchTests {
  @Test("tells of its own news at once, of its own marks never, and of another process's writes when asked")
  func tells() throws {
    let folder = try TemporaryFolder()
    let path = folder.path()
    let (ours, theirs) = (try ArticleCache.open(at: path), try ArticleCache.open(at: path))
    let told = Mutex(0)
    let watch = ours.watch { told.withLock { $0 += 1 } }
    #expect(!watch.hasChangedElsewhere())
    let ids = try ours.store([Sample.draft("ours")]).new
    #expect(told.withLock { $0 } == 1)
    #expect(!watch.hasChangedElsewhere())
    try ours.setStatus(ids, read: true)
    #expect(told.withLock { $0 } == 1)
    #expect(try theirs.store([Sample.draft("theirs")]).new.count == 1)
    #expect(told.withLock { $0 } == 1)
    #expect(watch.hasChangedElsewhere())
    #expect(!watch.hasChangedElsewhere())
  }
}
