/// Where it is kept what its reader does not want to see, which people may edit by hand.
package protocol MuteStore: Sendable {
  /// What is muted; nothing where that cannot be read.
  func muted() -> MutedNews

  /// Changes what is muted now, other programs' changes included, whole or not at all.
  func change(_ edit: (inout MutedNews) -> Void) throws
}
