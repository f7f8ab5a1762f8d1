// swift-tools-version: 6.2
import PackageDescription

// One row a part: its name and whom it may know. `Tests/ArchitectureTests` holds these rows and the imports
// against the table in `Sources/README.md`.

/// A part of the program: one target in a folder of its own name under `Sources/`, with its tests beside it.
struct Part {
  let name: String
  let uses: [Target.Dependency]
  /// Folders of data beside its sources.
  var exclude: [String] = []
  /// What its tests use besides.
  var testUses: [Target.Dependency] = []
  /// Whether its tests keep files in a folder `Fixtures`.
  var hasFixtures = false
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let parts: [Part] = [
  Part(
    name: "TextLayout", uses: ["CTextScan", "CResources"], exclude: ["Data", "Tools"], hasFixtures: true),
  Part(name: "Threads", uses: []),
  Part(name: "NewsModel", uses: []),
  Part(
    name: "Language", uses: ["CStemmer", "CUchardet", "CResources"], exclude: ["Data"], hasFixtures: true),
  Part(name: "Markup", uses: ["CXML"]),
  Part(name: "FeedParsing", uses: ["Markup", "NewsModel", "Language"], hasFixtures: true),
  Part(
    name: "PageParsing", uses: ["Markup", "NewsModel", "Language", "CResources"], exclude: ["Data"],
    hasFixtures: true),
  Part(name: "Fetching", uses: ["CCurl", "CZlib", "NewsModel", "Threads"]),
  Part(name: "NewsCache", uses: [grdb, sqlite, "NewsModel", "Language"]),
  Part(name: "Exporting", uses: ["NewsModel", "Phrases"]),
  Part(name: "Ranking", uses: ["NewsModel", "Language"]),
  Part(
    name: "Newsroom",
    uses: [
      "Fetching", "FeedParsing", "PageParsing", "NewsCache", "Ranking", "NewsModel", "Language", "Threads",
    ],
    testUses: ["DemoEdition"]),
  Part(name: "DemoEdition", uses: ["Fetching", "NewsModel", "CResources"], exclude: ["Site"]),
  Part(name: "Phrases", uses: ["NewsModel", "Language", "CResources"], exclude: ["Data"], hasFixtures: true),
  Part(name: "Canvas", uses: ["TextLayout"], hasFixtures: true),
  Part(name: "Pictures", uses: ["Canvas", "CChafa"], hasFixtures: true),
  Part(name: "Configuration", uses: [yams, "Canvas", "NewsModel", "CResources"]),
  Part(
    name: "Reader", uses: ["Canvas", "TextLayout", "Phrases", "NewsModel", "Language"], hasFixtures: true),
  Part(name: "CursesTerminal", uses: ["Canvas", "CNcurses"], hasFixtures: true),
  Part(
    name: "ReaderApp",
    uses: ["CClock", "CMalloc", "Reader", "Pictures", "Canvas", "NewsModel", "Phrases", "Threads"]),
  Part(
    name: "ReaderDesk",
    uses: [
      "ReaderApp", "Reader", "Phrases", "Newsroom", "NewsCache", "FeedParsing", "Exporting", "Configuration",
      "NewsModel",
    ],
    testUses: [grdb]),
]

/// A Debian library behind a header and a module map of ours.
func library(_ name: String, pkgConfig: String? = nil) -> Target {
  .systemLibrary(name: name, path: "Sources/CLibraries/\(name)", pkgConfig: pkgConfig)
}

let libraries: [Target] = [
  library("CXML", pkgConfig: "libxml-2.0"),
  library("CStemmer"),
  library("CZlib"),
  library("CUchardet"),
  library("CMalloc"),
  library("CClock"),
  library("CChafa", pkgConfig: "chafa"),
  .target(name: "CCurl", path: "Sources/CLibraries/CCurl"),
  .target(name: "CNcurses", path: "Sources/CLibraries/CNcurses"),
  .target(name: "CTextScan", path: "Sources/CLibraries/CTextScan"),
  .target(
    name: "CUnicodeData", path: "Sources/CLibraries/CUnicodeData", exclude: ["make-data.py", "icudt76l.dat"]),
  .target(name: "CResources", path: "Sources/CLibraries/CResources", exclude: ["make-table.py"]),
]

let everyPart = parts.map { Target.Dependency(stringLiteral: $0.name) }

/// The released program carries Swift's own libraries within: it runs where no Swift is installed, and starts
/// sooner, in less memory. What Foundation consists of has to be named, for its modules name only the whole.
let wholeByItself: [LinkerSetting] =
  [
    .unsafeFlags(
      ["-static-stdlib", "-use-ld=lld", "-Xlinker", "--no-export-dynamic"],
      .when(platforms: [.linux], configuration: .release))
  ]
  + ["CoreFoundation", "_FoundationICU", "_FoundationCShims", "_FoundationCollections"].map {
    .linkedLibrary($0, .when(platforms: [.linux], configuration: .release))
  }

/// Generic types are made from what the compiler knows of them. By their names, as is usual, Swift's runtime looks
/// through all conformances of the program for each of their parameters: a fifth of the time to the first screen.
let typesByReference: [SwiftSetting] = [
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
    .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "vestnik",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "vestnik", targets: ["vestnik"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
  ],
  targets: libraries
    + parts.map {
      .target(
        name: $0.name, dependencies: $0.uses, exclude: $0.exclude, swiftSettings: typesByReference)
    }
    + [
      .executableTarget(
        name: "vestnik", dependencies: everyPart + [argumentParser, logging, "CUnicodeData"],
        swiftSettings: typesByReference, linkerSettings: wholeByItself),
      .executableTarget(name: "vestnik-benchmarks", dependencies: everyPart),
      .target(name: "TestSupport", path: "Tests/TestSupport"),
      .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
      .testTarget(
        name: "CommandLineTests", dependencies: ["TestSupport"] + everyPart),
    ]
    + parts.map {
      .testTarget(
        name: "\($0.name)Tests",
        dependencies: [Target.Dependency(stringLiteral: $0.name), "TestSupport"] + $0.uses + $0.testUses,
        exclude: $0.hasFixtures ? ["Fixtures"] : [])
    },
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
