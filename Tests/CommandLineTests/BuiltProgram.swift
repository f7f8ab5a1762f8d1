import Foundation
import Testing

/// The built program, run as a person or a script would, with a home of its own.
struct BuiltProgram {
  /// What a run printed and how it ended.
  struct Run {
    let output: String
    let errors: String
    let code: Int32
  }

  /// The binary beside the test bundle.
  static var path: String {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("vestnik").path
  }

  /// A hermetic environment: UTC, no locale, nothing of the machine's user.
  static func environment(home: String) -> [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": home,
      "VESTNIK_HOME": home,
      "LANG": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color",
    ]
  }

  /// Runs a command to its end; standard output and error are pipes.
  static func run(_ arguments: [String], home: String, input: Data = Data()) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment(home: home)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files, not pipes: a pipe that fills would stop the program.
    func file(_ name: String, _ bytes: Data = Data()) throws -> URL {
      let url = folder.appendingPathComponent(name)
      try bytes.write(to: url)
      return url
    }
    let (output, errors) = (try file("out"), try file("err"))
    process.standardInput = try FileHandle(forReadingFrom: file("in", input))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Run(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self), code: process.terminationStatus)
  }

  /// Does some work with a home folder that is gone afterwards.
  static func withHome<Value>(_ work: (String) async throws -> Value) async throws -> Value {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("vestnik-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    return try await work(home.path)
  }
}
