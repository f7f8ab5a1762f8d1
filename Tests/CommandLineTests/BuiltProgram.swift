import Foundation
import Glibc
import TestSupport

/// The built program, run as a person or a script would, with a home of its own.
enum BuiltProgram {
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

  /// Runs a command to its end, with nothing to read and files to write to.
  /// - Parameter program: another one than ours.
  static func run(
    _ arguments: [String], home: String, program: String = path, variables: [String: String] = [:]
  ) async throws -> Run {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (output, errors) = (folder.appendingPathComponent("out"), folder.appendingPathComponent("err"))
    let descriptors = [
      open("/dev/null", O_RDONLY | O_CLOEXEC), open(output.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
      open(errors.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
    ]
    let child = try ChildProcess(
      program, arguments, environment: environment(home: home).merging(variables) { $1 },
      input: descriptors[0], output: descriptors[1],
      errors: descriptors[2])
    for descriptor in descriptors { close(descriptor) }
    let code = await child.ending()
    return Run(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self), code: code)
  }

  /// Starts a command; what it prints and complains of goes to a file, or to nobody.
  static func start(
    _ arguments: [String], home: String, output: String = "/dev/null", program: String = path,
    variables: [String: String] = [:]
  ) throws -> ChildProcess {
    let silence = open("/dev/null", O_RDWR | O_CLOEXEC)
    let file = open(output, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer { for descriptor in [silence, file] { close(descriptor) } }
    return try ChildProcess(
      program, arguments, environment: environment(home: home).merging(variables) { $1 }, input: silence,
      output: file, errors: file)
  }

  /// Does some work with a home folder that is gone afterwards.
  static func withHome<Value>(_ work: (String) async throws -> Value) async throws -> Value {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("vestnik-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    return try await work(home.path)
  }

  /// Where the archive of a home stands, in a folder that is there.
  static func archive(in home: String) throws -> URL {
    let folder = URL(fileURLWithPath: home).appendingPathComponent("data")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appendingPathComponent("news.sqlite")
  }
}
