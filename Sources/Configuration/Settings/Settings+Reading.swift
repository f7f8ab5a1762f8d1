import Foundation
import Yams

extension Settings {
  /// One name of the settings file: what it takes, in words for a warning, and how it is read.
  private struct Row: Sendable {
    let name: String
    let expected: String
    /// - Returns: whether the value is one of those the name takes.
    let read: @Sendable (inout Settings, Node) -> Bool
  }

  private static let rows: [Row] = [
    Row(name: "language", expected: "auto, ru, kk, en") {
      choice(&$0.language, $1, among: ["ru", "kk", "en"])
    },
    Row(name: "keyboard", expected: "auto, ru, uk, be, kk, tt") {
      choice(&$0.keyboard, $1, among: ["ru", "uk", "be", "kk", "tt"])
    },
    Row(name: "time_zone", expected: "auto, Europe/Moscow, Asia/Almaty…") { settings, node in
      guard let name = node.scalar?.string, name == "auto" || TimeZone(identifier: name) != nil else {
        return false
      }
      settings.timeZone = name == "auto" ? nil : name
      return true
    },
    Row(name: "theme", expected: "auto, newspaper-light…") { settings, node in
      guard let name = node.scalar?.string, !name.isEmpty else { return false }
      settings.theme = name == "auto" ? nil : name
      return true
    },
    Row(name: "ticker", expected: "moving, paging, off") { settings, node in
      // YAML 1.1 reads a bare `off` as false.
      let word = node.scalar?.string ?? ""
      guard let ticker = Ticker(rawValue: word == "false" ? "off" : word) else { return false }
      settings.ticker = ticker
      return true
    },
    Row(name: "ticker_speed", expected: "1–30") { number(&$0.tickerSpeed, $1, in: 1...30) },
    Row(name: "urgent_words", expected: "[срочно, …]") { settings, node in
      guard let words = node.sequence?.compactMap({ $0.scalar?.string }) else { return false }
      settings.urgentWords = words
      return true
    },
    Row(name: "mouse", expected: "true, false") { flag(&$0.mouse, $1) },
    Row(name: "measure", expected: "20–200") { number(&$0.measure, $1, in: 20...200) },
    Row(name: "justify", expected: "true, false") { flag(&$0.justify, $1) },
    Row(name: "plain", expected: "true, false") { flag(&$0.plain, $1) },
    Row(name: "pictures", expected: "auto, cells, sixel, kitty, off") { settings, node in
      // YAML 1.1 reads a bare `off` as false.
      let word = node.bool.map { $0 ? "auto" : "off" } ?? node.scalar?.string ?? ""
      guard let pictures = Pictures(rawValue: word) else { return false }
      settings.pictures = pictures
      return true
    },
    Row(name: "body_limit", expected: "100KB–256MB") { settings, node in
      guard let bytes = ByteCount.bytes(node.scalar?.string ?? ""), (100_000...256_000_000).contains(bytes)
      else {
        return false
      }
      settings.bodyLimit = bytes
      return true
    },
    Row(name: "keep_days", expected: "1–36500") { number(&$0.keepDays, $1, in: 1...36_500) },
    Row(name: "keep_per_source", expected: "10–1000000") {
      number(&$0.keepPerSource, $1, in: 10...1_000_000)
    },
    Row(name: "hosts", expected: "news.example: {proxy: …, roots: …}") { settings, node in
      settings.knowsHosts = hosts(&settings, node)
      return settings.knowsHosts
    },
    Row(name: "keys", expected: "command: key") { keys(&$0, $1) },
  ]

  /// Reads the settings file; without one, and for every value that cannot be used, the default stands.
  package static func read(from file: URL) -> (settings: Settings, warnings: [ConfigurationWarning]) {
    guard FileManager.default.fileExists(atPath: file.path) else { return (Settings(), []) }
    switch YAMLFile.read(file) {
    case .failure(let failure): return (unreadable, [failure])
    case .success(var yaml):
      let settings = read(&yaml)
      return (settings, yaml.warnings)
    }
  }

  /// Reads settings from text.
  package static func read(text: String, path: String) -> (
    settings: Settings, warnings: [ConfigurationWarning]
  ) {
    switch YAMLFile.parse(text, path: path) {
    case .failure(let failure): return (unreadable, [failure])
    case .success(var yaml):
      let settings = read(&yaml)
      return (settings, yaml.warnings)
    }
  }

  /// What holds where the file cannot be read at all.
  private static let unreadable: Settings = {
    var settings = Settings()
    settings.knowsHosts = false
    return settings
  }()

  private static func read(_ yaml: inout YAMLFile) -> Settings {
    var settings = Settings()
    yaml.refuseUnknownNames(in: yaml.root, known: rows.map(\.name))
    for row in rows {
      guard let node = yaml.root[row.name] else { continue }
      if !row.read(&settings, node) { yaml.warn(.badValue(name: row.name, expected: row.expected), at: node) }
    }
    return settings
  }

  private static func choice(_ value: inout String?, _ node: Node, among names: [String]) -> Bool {
    guard let name = node.scalar?.string, name == "auto" || names.contains(name) else { return false }
    value = name == "auto" ? nil : name
    return true
  }

  private static func number(_ value: inout Int, _ node: Node, in range: ClosedRange<Int>) -> Bool {
    guard let number = node.int, range.contains(number) else { return false }
    value = number
    return true
  }

  private static func flag(_ value: inout Bool, _ node: Node) -> Bool {
    guard let flag = node.bool else { return false }
    value = flag
    return true
  }

  /// `command: key`, `command: [key, key]`, or a context's name over such lines.
  private static func keys(_ settings: inout Settings, _ node: Node) -> Bool {
    guard let mapping = node.mapping else { return false }
    for (key, value) in mapping {
      guard let name = key.string else { return false }
      if let inContext = value.mapping {
        for (key, value) in inContext {
          guard let command = key.string, let keys = chords(value) else { return false }
          settings.keys.append(KeyLine(command: command, context: name, keys: keys, line: key.mark?.line))
        }
      } else {
        guard let keys = chords(value) else { return false }
        settings.keys.append(KeyLine(command: name, context: nil, keys: keys, line: key.mark?.line))
      }
    }
    return true
  }

  /// A host's name over `proxy:` and `roots:`.
  private static func hosts(_ settings: inout Settings, _ node: Node) -> Bool {
    guard let mapping = node.mapping else { return false }
    for (key, value) in mapping {
      guard let name = key.scalar?.string.lowercased(), !name.isEmpty, let facts = value.mapping else {
        return false
      }
      var host = Settings.Host()
      for (key, value) in facts {
        guard let text = value.scalar?.string else { return false }
        switch key.string {
        case "proxy": host.proxy = text
        case "roots": host.roots = (text as NSString).expandingTildeInPath
        default: return false
        }
      }
      settings.hosts[name] = host
    }
    return true
  }

  private static func chords(_ node: Node) -> [String]? {
    if let one = node.scalar?.string { return [one] }
    return node.sequence?.compactMap { $0.scalar?.string }
  }
}
