/// How much may be fetched before anybody asked for it.
package struct AheadBudget: Hashable, Sendable {
  /// Bytes on the wire, texts and pictures together; what is under way when they are spent still counts.
  package var bytes: Int

  /// - Parameter bytes: 50 MB, some thousand articles, unless told otherwise.
  package init(bytes: Int = 50_000_000) { self.bytes = bytes }
}
