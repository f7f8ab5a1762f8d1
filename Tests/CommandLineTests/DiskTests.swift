import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Disks that are full or cannot be written")
struct DiskTests {
  /// Whether this machine lets us mount a small disk of our own; where everything is tested it must.
  private static let mayMount: Bool = {
    if ProcessInfo.processInfo.environment["CI"] == "true" { return true }
    let probe = Process()
    probe.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    probe.arguments = ["unshare"] + namespace + ["mount", "-t", "tmpfs", "none", "/mnt"]
    probe.standardError = FileHandle.nullDevice
    guard (try? probe.run()) != nil else { return false }
    probe.waitUntilExit()
    return probe.terminationStatus == 0
  }()

  /// A mount of ours is seen by nobody else and ends with us; without being root, a namespace of users is needed too.
  private static var namespace: [String] { geteuid() == 0 ? ["-m"] : ["-r", "-m"] }

  /// Runs a shell script whose `$home` is a disk of so many kilobytes, with `vestnik` as a command.
  private func run(kilobytes: Int, home: String, _ script: String) async throws -> BuiltProgram.Run {
    let head = """
      mount -t tmpfs -o size=\(kilobytes)k none "\(home)" || exit 99
      home="\(home)"
      vestnik() { "\(BuiltProgram.path)" "$@"; }

      """
    return try await BuiltProgram.run(
      Self.namespace + ["sh", "-c", head + script], home: home, program: "unshare")
  }

  @Test(
    "a full disk is told in one sentence, what was kept stays and is read and searched, and room makes all well",
    .enabled(if: mayMount, "this machine lets us mount nothing"))
  func full() async throws {
    try await LoopbackServer.during { server in
      server.route("/small", LongFeed.answer(name: "small", items: 0..<20))
      server.route("/large", LongFeed.answer(name: "large", items: 0..<1500))
      try await BuiltProgram.withHome { home in
        let run = try await run(
          kilobytes: 4000, home: home,
          """
          mkdir -p "$home/config/sites"
          for name in small large; do
            printf 'name: %s\\nhome: %s\\nfeeds: ["%s"]\\nrules: {feed_only: true}\\n' \\
              $name "\(server.url())$name" "\(server.url())$name" > "$home/config/sites/$name.yaml"
          done
          vestnik fetch --site small
          head -c 1500k /dev/zero > "$home/ballast"
          vestnik fetch --site large; echo "code $?"
          vestnik list --limit 100 | wc -l
          vestnik read 1 | sed -n 2p
          vestnik search слово --limit 3 | grep -c новость
          rm "$home/ballast"
          mv "$home/config/sites/large.yaml" "$home/large.yaml"
          vestnik fetch; echo "code $?"
          """)
        let lines = run.output.split(separator: "\n").map(String.init)
        try #require(run.code == 0, "\(run)")
        #expect(lines.count == 8, "\(run)")
        #expect(run.errors.split(separator: "\n").count == 1 && run.errors.contains("news.sqlite"), "\(run)")
        #expect(lines.dropFirst(2).prefix(3) == ["code 1", "20", "small: новость 19"], "\(run)")
        #expect(lines.last == "code 0", "\(run)")
      }
    }
  }

  @Test(
    "on a disk that cannot be written everything is read, and what would write says so in one sentence",
    .enabled(if: mayMount, "this machine lets us mount nothing"))
  func readOnly() async throws {
    try await LoopbackServer.during { server in
      server.fallback { LongFeed.answer(name: String($0.path.dropFirst()), items: 0..<20) }
      try await BuiltProgram.withHome { home in
        let run = try await run(
          kilobytes: 8000, home: home,
          """
          mkdir -p "$home/config/sites"
          for name in a b c; do
            printf 'name: %s\\nhome: %s\\nfeeds: ["%s"]\\nrules: {feed_only: true}\\n' \\
              $name "\(server.url())$name" "\(server.url())$name" > "$home/config/sites/$name.yaml"
          done
          vestnik fetch
          mount -o remount,ro "$home"
          vestnik list --limit 100 | wc -l
          vestnik read 1 | sed -n 2p
          vestnik search слово --limit 3 | grep -c новость
          vestnik sites --verbose | wc -l
          vestnik fetch; echo "code $?"
          """)
        let lines = run.output.split(separator: "\n").map(String.init)
        try #require(run.code == 0, "\(run)")
        #expect(lines.dropFirst().first == "60" && lines.last == "code 1", "\(run)")
        #expect(lines.contains { $0.hasSuffix(": новость 19") }, "\(run)")
        #expect(lines.contains("6"), "\(run)")
        #expect(run.errors.split(separator: "\n").count == 1 && run.errors.contains("--home"), "\(run)")
      }
    }
  }
}
