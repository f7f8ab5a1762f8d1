import Foundation

/// What other programs need for the same prose, where they are installed: for comparison.
enum OtherPrograms {
  private static let commands: [(name: String, arguments: [String])] = [
    ("fmt", ["-w", "60"]),
    ("par", ["60"]),
    (
      "python3",
      [
        "-c",
        "import sys,textwrap\nfor p in sys.stdin.read().split('\\n\\n'):print(textwrap.fill(p,60)+'\\n')",
      ]
    ),
  ]

  /// Runs each program once over the text and prints its processor time and rate.
  static func run(on text: [UInt8]) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("prose-\(getpid()).txt")
    guard (try? Data(text).write(to: file)) != nil else { return }
    defer { try? FileManager.default.removeItem(at: file) }
    for command in commands {
      let path = ["/usr/bin/", "/usr/local/bin/"].map { $0 + command.name }
      guard let found = path.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
        continue
      }
      let before = childrenSeconds
      let process = Process()
      process.executableURL = URL(fileURLWithPath: found)
      process.arguments = command.arguments
      process.environment = ["LC_ALL": "C.UTF-8"]
      process.standardInput = try? FileHandle(forReadingFrom: file)
      process.standardOutput = FileHandle.nullDevice
      guard (try? process.run()) != nil else { continue }
      process.waitUntilExit()
      let seconds = max(childrenSeconds - before, 0.000_1)
      let padded = "other/\(command.name)".padding(toLength: 40, withPad: " ", startingAt: 0)
      print(
        padded,
        String(format: "%9.3f ms  %9.1f MB/s", seconds * 1_000, Double(text.count) / seconds / 1e6))
    }
  }

  /// Processor time of all programs that have ended.
  private static var childrenSeconds: Double {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }
}
