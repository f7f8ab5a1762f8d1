import Foundation

/// Where Vestnik keeps its files: one folder under `--home` or `VESTNIK_HOME`, otherwise the XDG base directories.
package struct Folders: Hashable, Sendable {
  /// `config.yaml`, `sites/`, `themes/`.
  package let configuration: URL
  /// `news.sqlite`.
  package let data: URL
  /// `vestnik.log`.
  package let state: URL
  /// What can be thrown away.
  package let cache: URL

  /// - Parameter environment: `VESTNIK_HOME`, `XDG_*_HOME` and `HOME` are looked at; relative XDG paths are ignored,
  ///   as the XDG Base Directory Specification asks.
  package init(home: String?, environment: [String: String] = ProcessInfo.processInfo.environment) {
    let explicit = [home, environment["VESTNIK_HOME"]].lazy.compactMap(\.self).first { !$0.isEmpty }
    if let explicit {
      let root = URL(fileURLWithPath: (explicit as NSString).expandingTildeInPath, isDirectory: true)
      configuration = root.appendingPathComponent("config", isDirectory: true)
      data = root.appendingPathComponent("data", isDirectory: true)
      state = root.appendingPathComponent("state", isDirectory: true)
      cache = root.appendingPathComponent("cache", isDirectory: true)
      return
    }
    let user = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    func folder(_ variable: String, _ fallback: String) -> URL {
      let named = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
      return URL(fileURLWithPath: named ?? "\(user)/\(fallback)", isDirectory: true)
        .appendingPathComponent("vestnik", isDirectory: true)
    }
    configuration = folder("XDG_CONFIG_HOME", ".config")
    data = folder("XDG_DATA_HOME", ".local/share")
    state = folder("XDG_STATE_HOME", ".local/state")
    cache = folder("XDG_CACHE_HOME", ".cache")
  }

  /// One file a site.
  package var sites: URL { configuration.appendingPathComponent("sites", isDirectory: true) }
  /// The reader's own colour schemes.
  package var themes: URL { configuration.appendingPathComponent("themes", isDirectory: true) }
  /// The settings.
  package var settings: URL { configuration.appendingPathComponent("config.yaml") }
  /// What is not shown.
  package var muted: URL { configuration.appendingPathComponent("muted.yaml") }
  /// The cache of articles.
  package var database: URL { data.appendingPathComponent("news.sqlite") }
  /// What happened.
  package var log: URL { state.appendingPathComponent("vestnik.log") }
}
