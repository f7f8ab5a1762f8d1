import ArgumentParser

/// `vestnik cache`: what the archive holds, whether it is sound, and what to do when it is not.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "Look after the archive of articles.",
    discussion: """
      EXAMPLE
        vestnik cache status
      """,
    subcommands: [CacheStatus.self, CacheVerify.self, CachePrune.self, CacheRebuild.self])
}
