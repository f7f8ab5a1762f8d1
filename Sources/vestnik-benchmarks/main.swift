// Named, sized tasks: `vestnik-benchmarks [NAME…]` runs those of that name or whose names start with it, all without
// one; `vestnik-benchmarks --list` names them. `vestnik-benchmarks archive PATH` tells how long a reader of that archive
// waits, `vestnik-benchmarks refresh PROGRAM` how long a refresh over far servers takes, `vestnik-benchmarks extraction
// FOLDER [PAGES]` how well texts are read, and which rule does what. One core, release builds only mean something.

/// What the names of a group's tasks begin with, and the tasks, which are made only when they are wanted.
let groups: [(name: String, tasks: () -> [Benchmark])] = [
  ("layout/", { TextLayoutBenchmarks.tasks }), ("screen/", { ScreenBenchmarks.tasks }),
  ("reader/", { ReaderBenchmarks.tasks }),
  ("feeds/", { FeedParsingBenchmarks.tasks }), ("articles/", { PageParsingBenchmarks.tasks }),
]
let prefixes = CommandLine.arguments.dropFirst()

if prefixes.first == "archive", let path = prefixes.dropFirst().first {
  try ArchiveBenchmarks.run(on: path)
} else if prefixes.first == "extraction", let path = prefixes.dropFirst().first {
  try ExtractionReport.run(on: path, worst: prefixes.dropFirst(2).first.flatMap { Int($0) } ?? 10)
} else if prefixes.first == "refresh", let program = prefixes.dropFirst().first {
  try RefreshBenchmarks.run(program, prefixes.dropFirst(2))
} else if prefixes.contains("--list") {
  for group in groups {
    for task in group.tasks() { print(task.name) }
  }
  print("archive PATH")
  print("extraction FOLDER")
  print("refresh PROGRAM [hosts=…] [latency=…] [hanging=…] [failing=…] [items=…]")
  print("other")
} else {
  for group in groups {
    let asked = prefixes.filter { group.name.hasPrefix($0) || $0.hasPrefix(group.name) }
    guard prefixes.isEmpty || !asked.isEmpty else { continue }
    let tasks = group.tasks()
    let names = Set(tasks.map(\.name))
    for task in tasks {
      let isWanted = asked.contains { names.contains($0) ? task.name == $0 : task.name.hasPrefix($0) }
      if prefixes.isEmpty || isWanted { task.run() }
    }
  }
  if prefixes.isEmpty || prefixes.contains("other") {
    OtherPrograms.run(on: Prose.russian(bytes: 10_000_000))
  }
}
