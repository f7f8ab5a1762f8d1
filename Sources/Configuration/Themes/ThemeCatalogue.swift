import CResources
import Canvas
import Foundation

/// Every theme that can be chosen: those embedded in the program, and the files of the reader's themes folder,
/// which win over an embedded one of the same name.
///
/// A scheme is read when it is asked for: a start needs one of them, and a folder may hold hundreds.
package struct ThemeCatalogue: Sendable {
  /// More files are not looked at.
  private static let limit = 1000
  /// What is chosen when nothing else is said.
  package static let standardNames = (light: "newspaper-light", dark: "newspaper-dark")

  /// What themes are called, in order, those whose files cannot be read among them.
  package let names: [String]
  /// Places in the table of what is embedded, by name.
  private let embedded: [String: Int]
  /// Files of the folder, by name.
  private let files: [String: URL]

  /// Looks what there is; the folder need not exist.
  package init(folder: URL?) {
    var embedded: [String: Int] = [:]
    for index in 0..<resource_count() {
      let path = String(cString: resource_at(index).name)
      guard path.hasPrefix("themes/"), path.hasSuffix(".yaml") else { continue }
      embedded[String(path.dropFirst("themes/".count).dropLast(".yaml".count))] = index
    }
    var files: [String: URL] = [:]
    if let folder {
      let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for file in found.sorted().prefix(Self.limit) where file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
        let url = folder.appendingPathComponent(file)
        files[url.deletingPathExtension().lastPathComponent] = url
      }
    }
    self.embedded = embedded
    self.files = files
    names = Set(embedded.keys).union(files.keys).sorted()
  }

  /// The theme of a name; `nil` where there is none, or none that can be read.
  package func theme(named name: String) -> Theme? { read(name).theme }

  /// What is wrong with the file of a name.
  package func warnings(ofTheme name: String) -> [ConfigurationWarning] { read(name).warnings }

  /// Every theme that can be read, in the order of their names, with what is wrong with the files.
  package func read() -> (themes: [Theme], warnings: [ConfigurationWarning]) {
    let read = names.map(read)
    return (read.compactMap(\.theme), read.flatMap(\.warnings))
  }

  /// What suits a terminal when nothing was chosen.
  package func standard(isDark: Bool) -> Theme {
    let name = isDark ? Self.standardNames.dark : Self.standardNames.light
    return theme(named: name) ?? .plain
  }

  /// The folder's file, or, where it cannot be used, what is embedded.
  private func read(_ name: String) -> (theme: Theme?, warnings: [ConfigurationWarning]) {
    var warnings: [ConfigurationWarning] = []
    if let url = files[name] {
      switch YAMLFile.read(url) {
      case .failure(let failure): warnings.append(failure)
      case .success(var yaml):
        let theme = ThemeFile.theme(in: &yaml, name: name)
        warnings += yaml.warnings
        if let theme { return (theme, warnings) }
      }
    }
    guard let index = embedded[name] else { return (nil, warnings) }
    let file = resource_at(index)
    let text = String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    let (theme, problems) = ThemeFile.theme(from: text, name: name, path: String(cString: file.name))
    return (theme, warnings + problems)
  }
}
