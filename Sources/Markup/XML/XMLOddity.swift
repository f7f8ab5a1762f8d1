/// What was wrong with a document that was read all the same.
package enum XMLOddity: Hashable, Sendable {
  /// Not well-formed from this line on: it was mended and read again.
  case malformed(line: Int)
  /// Something other than a prologue stood before the root: bytes dropped.
  case leadingJunk(bytes: Int)
  /// The document ended inside an element.
  case truncated
  /// Tags that were missing, crossed or superfluous.
  case mendedTags(Int)
  /// `&` that began no reference.
  case bareAmpersands(Int)
  /// A name that no entity has; kept as written.
  case unknownEntity(String)
  /// Characters that XML forbids; dropped.
  case forbiddenCharacters(Int)
  /// Nesting beyond what is read: its tags were dropped, its text kept.
  case tooDeep
}
