/// Answers nothing: the network is forbidden.
package struct OfflineTransport: Transport {
  package init() {}

  package func fetch(_ request: FetchRequest) async -> FetchOutcome { .failed(.offline) }
}
