/// A growing run of plain values without bounds checks and without reference counts: the working memory of a layout.
/// A handle: copies share the values, and its owner frees them.
struct Pool<Element: BitwiseCopyable> {
  private struct Storage {
    var base: UnsafeMutablePointer<Element>
    var count: Int
    var capacity: Int
  }

  private let storage: UnsafeMutablePointer<Storage>

  init(capacity: Int) {
    storage = .allocate(capacity: 1)
    storage.initialize(to: Storage(base: .allocate(capacity: capacity), count: 0, capacity: capacity))
  }

  /// Frees the values; nothing may be asked afterwards.
  func deallocate() {
    storage.pointee.base.deallocate()
    storage.deallocate()
  }

  @inline(__always) var count: Int { storage.pointee.count }

  /// Where the values are until the next `append`.
  @inline(__always) var base: UnsafeMutablePointer<Element> { storage.pointee.base }

  /// - Parameter index: below `count`; not checked.
  @inline(__always)
  subscript(index: Int) -> Element {
    get { storage.pointee.base[index] }
    nonmutating _modify { yield &storage.pointee.base[index] }
  }

  @inline(__always)
  func append(_ element: Element) {
    if storage.pointee.count == storage.pointee.capacity { grow(to: storage.pointee.capacity &* 2) }
    storage.pointee.base[storage.pointee.count] = element
    storage.pointee.count &+= 1
  }

  @inline(__always)
  func removeAll() { storage.pointee.count = 0 }

  func removeLast(_ number: Int) { storage.pointee.count -= number }

  private func grow(to wanted: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: wanted)
    larger.moveInitialize(from: storage.pointee.base, count: storage.pointee.count)
    storage.pointee.base.deallocate()
    storage.pointee.base = larger
    storage.pointee.capacity = wanted
  }
}
