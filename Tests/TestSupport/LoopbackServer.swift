import Foundation
import Glibc
import Synchronization

/// A small HTTP/1.1 server on a loopback address, with a thread for the door and one for each visitor.
///
/// Routes answer with closures; what came in is counted and logged; an answer with an `ETag` or a `Last-Modified`
/// becomes a 304 by itself when the request's conditions hold. It lives until `stop`, which returns when every thread
/// has ended; `LoopbackServer.during` does both.
package final class LoopbackServer: Sendable {
  /// Answers one request; runs on the visitor's thread and may block it.
  package typealias Route = @Sendable (LoopbackRequest) -> LoopbackAnswer

  /// A number in dots; any of 127.0.0.0/8 is this machine.
  package let host: String
  package let port: UInt16
  private let door: Int32
  private let state = Mutex(State())
  private let threads = LoopbackThreads()

  private struct State {
    var routes: [String: Route] = [:]
    var fallback: Route = { _ in LoopbackAnswer(status: 404) }
    var log: [LoopbackRequest] = []
    var counts: [String: Int] = [:]
    var waiters: [Waiter] = []
    var visitors: Set<Int32> = []
    var answering = 0
    var mostAnswering = 0
    var isStopped = false
  }

  private struct Waiter {
    var path: String?
    var count: Int
    var continuation: CheckedContinuation<Void, Never>
  }

  /// Opens the door on a free port and starts.
  package init(host: String = "127.0.0.1") throws {
    let (door, port) = try LoopbackSocket.listen(on: host)
    self.host = host
    self.door = door
    self.port = port
    threads.start { [self] in welcome() }
  }

  /// A server for as long as some work takes.
  package static func during<Result>(
    on host: String = "127.0.0.1", _ work: (LoopbackServer) async throws -> Result
  ) async throws -> Result {
    let server = try LoopbackServer(host: host)
    defer { server.stop() }
    return try await work(server)
  }

  /// `http://127.0.0.1:PORT` and a path that begins with a slash.
  package func url(_ path: String = "/") -> String { "http://\(host):\(port)\(path)" }

  /// What answers requests for a path; a query belongs to it, and without one any query is answered.
  package func route(_ path: String, _ route: @escaping Route) {
    state.withLock { $0.routes[path] = route }
  }

  /// The same answer each time.
  package func route(_ path: String, _ answer: LoopbackAnswer) { route(path) { _ in answer } }

  /// What answers the rest; at first a 404.
  package func fallback(_ route: @escaping Route) { state.withLock { $0.fallback = route } }

  /// Every request so far, in the order in which they came.
  package var log: [LoopbackRequest] { state.withLock(\.log) }

  /// How many requests came for a path, whatever their query; for all paths when `nil`.
  package func hits(_ path: String? = nil) -> Int { state.withLock { Self.hits(path, $0) } }

  /// The most requests that were with their routes at one moment: come in, the answer not yet begun.
  package var mostAtOnce: Int { state.withLock(\.mostAnswering) }

  /// Returns when so many requests have come for a path (for all when `nil`).
  package func hits(_ path: String? = nil, reach count: Int) async {
    await withCheckedContinuation { continuation in
      let isReached = state.withLock { state in
        if Self.hits(path, state) >= count { return true }
        state.waiters.append(Waiter(path: path, count: count, continuation: continuation))
        return false
      }
      if isReached { continuation.resume() }
    }
  }

  /// Closes the door, breaks off every visit, and waits for the threads.
  package func stop() {
    let isFirst = state.withLock { state in
      defer { state.isStopped = true }
      for visitor in state.visitors { shutdown(visitor, Int32(SHUT_RDWR)) }
      return !state.isStopped
    }
    if isFirst { shutdown(door, Int32(SHUT_RDWR)) }
    threads.join()
    if isFirst { close(door) }
  }
}

extension LoopbackServer {
  private static func hits(_ path: String?, _ state: State) -> Int {
    path.map { state.counts[$0, default: 0] } ?? state.log.count
  }

  /// The door's thread.
  private func welcome() {
    while true {
      let visitor = accept(door, nil, nil)
      if visitor < 0, errno == EINTR || errno == ECONNABORTED { continue }
      guard visitor >= 0 else { return }
      // No program that a test starts holds the connection open.
      _ = fcntl(visitor, F_SETFD, FD_CLOEXEC)
      let isWelcome = state.withLock { state in
        if !state.isStopped { state.visitors.insert(visitor) }
        return !state.isStopped
      }
      guard isWelcome else {
        close(visitor)
        return
      }
      threads.start { [self] in
        serve(visitor)
        state.withLock { _ = $0.visitors.remove(visitor) }
        close(visitor)
      }
    }
  }

  /// A visitor's thread: one request after the other until either side has enough.
  private func serve(_ visitor: Int32) {
    let socket = LoopbackSocket(visitor)
    while let request = socket.readRequest() {
      let route = note(request)
      let answer = route(request).revalidated(for: request)
      state.withLock { $0.answering -= 1 }
      let staysOpen = socket.send(answer, isHead: request.method == "HEAD") { [self] in
        state.withLock(\.isStopped)
      }
      guard staysOpen, request.headers["connection"]?.lowercased() != "close" else { return }
    }
  }

  /// Counts a request, tells who waits for it, and finds its route.
  private func note(_ request: LoopbackRequest) -> Route {
    let (route, reached) = state.withLock { state in
      state.log.append(request)
      state.counts[request.path, default: 0] += 1
      state.answering += 1
      state.mostAnswering = max(state.mostAnswering, state.answering)
      let waiters = state.waiters
      let reached = waiters.filter { Self.hits($0.path, state) >= $0.count }
      state.waiters = waiters.filter { Self.hits($0.path, state) < $0.count }
      return (state.routes[request.target] ?? state.routes[request.path] ?? state.fallback, reached)
    }
    for waiter in reached { waiter.continuation.resume() }
    return route
  }
}
