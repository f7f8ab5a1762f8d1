/// Who may know whom: the twin of the table in `Sources/README.md`.
enum ImportTable {
  /// What every part may import besides its own row; `TextLayout` may not.
  static let everywhere: Set<String> = ["Foundation", "Glibc", "Synchronization"]

  /// By part: the parts and outside modules that it alone may import.
  static let rows: [String: Set<String>] = [
    "TextLayout": ["CTextScan", "CResources"],
    "Threads": [],
    "NewsModel": [],
    "Language": ["CStemmer", "CUchardet", "CResources"],
    "Markup": ["CXML"],
    "FeedParsing": ["Markup", "NewsModel", "Language"],
    "PageParsing": ["Markup", "NewsModel", "Language", "CResources"],
    "Fetching": ["CCurl", "CZlib", "NewsModel", "Threads"],
    "NewsCache": ["GRDB", "GRDBSQLite", "NewsModel", "Language"],
    "Ranking": ["NewsModel", "Language"],
    "Newsroom": [
      "Fetching", "FeedParsing", "PageParsing", "NewsCache", "Ranking", "NewsModel", "Language",
      "Threads",
    ],
    "DemoEdition": ["Fetching", "NewsModel", "CResources"],
    "Phrases": ["NewsModel", "Language", "CResources"],
    "Canvas": ["TextLayout"],
    "Pictures": ["Canvas", "CChafa"],
    "Configuration": ["Yams", "Canvas", "NewsModel", "CResources"],
    "Reader": ["Canvas", "TextLayout", "Phrases", "NewsModel", "Language"],
    "CursesTerminal": ["Canvas", "CNcurses"],
    "ReaderApp": ["CClock", "CMalloc", "Reader", "Pictures", "Canvas", "NewsModel", "Phrases", "Threads"],
    "ReaderDesk": [
      "ReaderApp", "Reader", "Phrases", "Newsroom", "NewsCache", "Fetching", "FeedParsing", "Configuration",
      "NewsModel",
    ],
  ]

  /// The command line wires everything, with two libraries of its own; the benchmarks time everything.
  static let wiring: [String: Set<String>] = [
    "vestnik": Set(rows.keys).union(["ArgumentParser", "Logging"]),
    "vestnik-benchmarks": Set(rows.keys),
  ]
}
