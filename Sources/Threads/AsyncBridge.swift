/// Runs async work from a synchronous command and waits for its end: `main` never leaves the first thread.
package enum AsyncBridge {
  /// The value of the work; the calling thread blocks until it is there.
  package static func wait<Value: Sendable>(for work: @escaping @Sendable () async -> Value) -> Value {
    let value = Awaited<Value>()
    Task.detached(executorPreference: WorkerThreads.shared) { value.leave(await work()) }
    return value.take()
  }
}
