// Named, sized tasks: `vestnik-benchmarks [NAME…]` runs those of that name or whose names start with it, all without
// one; `vestnik-benchmarks --list` names them. `vestnik-benchmarks archive PATH` tells how long a reader of that archive
// waits. One core, release builds only mean something.

let tasks =
  TextLayoutBenchmarks.tasks + ScreenBenchmarks.tasks + FeedParsingBenchmarks.tasks
  + PageParsingBenchmarks.tasks
let prefixes = CommandLine.arguments.dropFirst()

if prefixes.first == "archive", let path = prefixes.dropFirst().first {
  try ArchiveBenchmarks.run(on: path)
} else if prefixes.contains("--list") {
  for task in tasks { print(task.name) }
  print("archive PATH")
  print("other")
} else {
  let names = Set(tasks.map(\.name))
  for task in tasks {
    let isWanted = prefixes.contains { names.contains($0) ? task.name == $0 : task.name.hasPrefix($0) }
    if prefixes.isEmpty || isWanted { task.run() }
  }
  if prefixes.isEmpty || prefixes.contains("other") {
    OtherPrograms.run(on: Prose.russian(bytes: 10_000_000))
  }
}
