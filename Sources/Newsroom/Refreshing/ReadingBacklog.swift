import Synchronization

/// The bytes that came from sources and wait to be read and kept.
final class ReadingBacklog: Sendable {
  private let count = Atomic(0)

  var bytes: Int { count.load(ordering: .relaxed) }

  func add(_ bytes: Int) { count.add(bytes, ordering: .relaxed) }

  func remove(_ bytes: Int) { count.subtract(bytes, ordering: .relaxed) }
}
