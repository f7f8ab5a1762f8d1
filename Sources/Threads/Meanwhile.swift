import Foundation

/// Work on a thread of its own, begun at once, while the calling one does something else.
package struct Meanwhile<Value: Sendable>: Sendable {
  private let outcome = Awaited<Result<Value, any Error>>()

  /// Begins the work.
  package init(_ work: @escaping @Sendable () throws -> Value) {
    Thread.detachNewThread { [outcome] in outcome.leave(Result { try work() }) }
  }

  /// What the work gave or threw; blocks until it is done.
  package func value() throws -> Value { try outcome.take().get() }
}
