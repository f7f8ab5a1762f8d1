/// What brings the bytes behind an address: the network, a folder of files, the embedded demo site.
///
/// An answer always comes, and it is a value: every failure is a case of `FetchFailure`, cancelling the calling task
/// gives `FetchFailure.cancelled`. A transport never blocks the thread it is called on.
package protocol Transport: Sendable {
  /// Fetches one address, following redirects, within the request's bounds.
  func fetch(_ request: FetchRequest) async -> FetchOutcome
}
