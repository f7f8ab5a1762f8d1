/// Who marks an article. What retention throws away is marked by nobody.
package enum MarkOrigin: Hashable, Sendable {
  /// The person at this machine, who sees it already.
  case reader
  /// A server that keeps the same person's marks: what is shown here has to follow.
  case server
}
