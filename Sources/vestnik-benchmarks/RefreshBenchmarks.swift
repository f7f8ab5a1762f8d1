import Foundation
import NewsCache

/// How long a refresh over far servers takes, as a whole process: `vestnik-benchmarks refresh PROGRAM [hosts=500]
/// [latency=400] [hanging=0] [failing=0] [items=20]` (milliseconds, per cent); newsboat beside it where it is installed.
enum RefreshBenchmarks {
  static func run(_ program: String, _ words: some Sequence<String>) throws {
    var manners = FarServers.Manners()
    for word in words {
      let parts = word.split(separator: "=")
      guard parts.count == 2, let number = Int(parts[1]), number >= 0 else { continue }
      switch parts[0] {
      case "hosts": manners.hosts = number
      case "latency": manners.latency = .milliseconds(number)
      case "hanging": manners.hanging = number
      case "failing": manners.failing = number
      case "items": manners.items = number
      default: print("refresh: no such word: \(parts[0])")
      }
    }
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    guard let servers = FarServers(manners) else { return print("refresh: no port is free") }
    Thread.detachNewThread { servers.serve() }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("refresh-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let urls = folder.appendingPathComponent("urls")
    try (servers.feeds.joined(separator: "\n") + "\n").write(to: urls, atomically: true, encoding: .utf8)

    let home = folder.appendingPathComponent("home").path
    try call(program, ["--home", home, "import", urls.path])
    for step in ["new", "new-again", "unchanged"] {
      if step == "new-again" { servers.changeAll() }
      let readable =
        step == "unchanged"
        ? nil : watch(home, articles: articles(of: servers, editions: step == "new" ? 1 : 2))
      let seconds = try call(program, ["--home", home, "fetch"])
      report("refresh/\(step)", seconds, servers.takeCount(), readable?())
    }
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    print("  most memory of a refresh: \(usage.ru_maxrss / 1024) MiB")
    try newsboat(folder, urls: urls.path, servers)
  }

  private static func articles(of servers: FarServers, editions: Int) -> Int {
    servers.answering * servers.manners.items * editions
  }

  private static func newsboat(_ folder: URL, urls: String, _ servers: FarServers) throws {
    let path = "/usr/bin/newsboat"
    guard FileManager.default.isExecutableFile(atPath: path) else { return }
    let config = folder.appendingPathComponent("config")
    try "reload-threads 100\ndownload-retries 1\n".write(to: config, atomically: true, encoding: .utf8)
    let cache = folder.appendingPathComponent("cache.db").path
    for step in ["new", "unchanged"] {
      let seconds = try call(path, ["-u", urls, "-c", cache, "-C", config.path, "-x", "reload"])
      report("other/newsboat-\(step)", seconds, servers.takeCount(), nil)
    }
  }

  /// - Returns: the whole process's time.
  @discardableResult
  private static func call(_ program: String, _ arguments: [String]) throws -> Duration {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let start = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    return start.duration(to: .now)
  }

  /// Looks into the archive until so many articles are in it.
  /// - Returns: what waits for the end of that and tells how long it took.
  private static func watch(_ home: String, articles wanted: Int) -> () -> Duration? {
    let start = ContinuousClock.now
    let isDone = DispatchSemaphore(value: 0)
    let found = Latch()
    Thread.detachNewThread {
      let file = home + "/data/news.sqlite"
      while start.duration(to: .now) < .seconds(90) {
        if let cache = try? ArticleCache.open(at: file), let count = try? cache.count(ArticleQuery()),
          count >= wanted
        {
          found.set(start.duration(to: .now))
          break
        }
        usleep(50_000)
      }
      isDone.signal()
    }
    return {
      isDone.wait()
      return found.value
    }
  }

  private static func report(
    _ name: String, _ time: Duration, _ count: FarServers.Count, _ readable: Duration?
  ) {
    let milliseconds = String(format: "%9.0f ms", time / .milliseconds(1))
    var line = name.padding(toLength: 28, withPad: " ", startingAt: 0) + milliseconds
    if let readable { line += String(format: "  all readable after %.0f ms", readable / .milliseconds(1)) }
    print(
      line
        + "  \(count.requests) requests, \(count.unchanged) times 304; at once \(count.most), of one host \(count.mostPerHost)"
    )
  }
}
