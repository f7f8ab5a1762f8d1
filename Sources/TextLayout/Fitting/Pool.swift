/// A growing run of plain values without bounds checks and without reference counts: the working memory of a layout.
/// A handle: copies share the values, and its owner frees them.
struct Pool<Element: BitwiseCopyable> {
  private struct Storage {
    var base: UnsafeMutablePointer<Element>?
    var count: Int
    var capacity: Int
    let firstCapacity: Int
  }

  private let storage: UnsafeMutablePointer<Storage>

  /// - Parameter capacity: what is taken from the heap with the first value.
  init(capacity: Int) {
    storage = .allocate(capacity: 1)
    storage.initialize(to: Storage(base: nil, count: 0, capacity: 0, firstCapacity: capacity))
  }

  /// Frees the values; nothing may be asked afterwards.
  func deallocate() {
    storage.pointee.base?.deallocate()
    storage.deallocate()
  }

  @inline(__always) var count: Int { storage.pointee.count }

  /// Where the values are until the next `append`.
  @inline(__always) var base: UnsafeMutablePointer<Element> { storage.pointee.base.unsafelyUnwrapped }

  /// - Parameter index: below `count`; not checked.
  @inline(__always)
  subscript(index: Int) -> Element {
    get { base[index] }
    nonmutating _modify { yield &base[index] }
  }

  @inline(__always)
  func append(_ element: Element) {
    if storage.pointee.count == storage.pointee.capacity { grow() }
    base[storage.pointee.count] = element
    storage.pointee.count &+= 1
  }

  @inline(__always)
  func removeAll() { storage.pointee.count = 0 }

  func removeLast(_ number: Int) { storage.pointee.count -= number }

  private func grow() {
    let wanted = max(storage.pointee.capacity &* 2, storage.pointee.firstCapacity)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: wanted)
    if let base = storage.pointee.base {
      larger.moveInitialize(from: base, count: storage.pointee.count)
      base.deallocate()
    }
    storage.pointee.base = larger
    storage.pointee.capacity = wanted
  }
}
