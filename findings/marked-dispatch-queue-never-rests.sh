#!/bin/sh
# A process on Linux that has let go of its last dispatch queue and waits for input is expected to sleep until input comes.
#
# Seen with Swift 6.3.1 (its own libdispatch): once a queue that carries a value (setSpecific, as GRDB marks each of its database queues) has
# been disposed of, the process is woken once a second to its end. The values are freed by work on a global queue, and with the first
# worker of a global queue libdispatch starts its monitor of workers, a timer that nothing stops. A queue without a value, or one that
# is kept, costs nothing. So a program that opens a database, closes it and then idles is never idle on a battery; keeping the closed
# connection as a shell is the way out.
#
# Run by hand; needs Swift 6.3.1 on Linux and says so where another stands on the path. Fails when what was seen has changed.
set -eu
version=6.3.1
found=$(swift --version 2>/dev/null | sed -n 's/^.*Swift version \([0-9.]*\).*$/\1/p')
if [ "$found" != "$version" ]; then
  echo "this was seen with Swift $version, and here is Swift ${found:-none}: install $version from swift.org, or look anew" >&2
  exit 1
fi
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > main.swift <<'SWIFT'
import Dispatch
import Foundation

/// How often the process's threads went to sleep in four seconds in which nothing is to be done.
func wakeUps() -> Int {
  func count() -> Int {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
    return threads.reduce(0) { sum, thread in
      let status = (try? String(contentsOfFile: "/proc/self/task/\(thread)/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
      return sum + (line.flatMap { Int($0.split(separator: "\t").last ?? "") } ?? 0)
    }
  }
  sleep(8)  // Idle workers end meanwhile.
  let before = count()
  sleep(4)
  return count() - before - 1
}

var queue: DispatchQueue? = DispatchQueue(label: "one")
if CommandLine.arguments.contains("marked") { queue?.setSpecific(key: DispatchSpecificKey<Int>(), value: 1) }
queue?.sync {}
if CommandLine.arguments.contains("dropped") { queue = nil }
print(CommandLine.arguments.dropFirst().joined(separator: ", "), wakeUps() >= 3 ? "- woken each second" : "- at rest")
SWIFT
swiftc -O main.swift -o idle 2>/dev/null
{ ./idle marked kept; ./idle plain dropped; ./idle marked dropped; } | tee seen
cat > expected <<'TEXT'
marked, kept - at rest
plain, dropped - at rest
marked, dropped - woken each second
TEXT
diff expected seen && echo "as seen"
