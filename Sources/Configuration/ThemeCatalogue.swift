import CResources
import Canvas
import Foundation

/// Every theme that can be chosen: those embedded in the program, and the files of the reader's themes folder,
/// which win over an embedded one of the same name.
package struct ThemeCatalogue: Sendable {
  /// More files are not read.
  private static let limit = 1000
  /// What is chosen when nothing else is said.
  package static let standardNames = (light: "newspaper-light", dark: "newspaper-dark")

  /// In the order of their names.
  package let themes: [Theme]
  package let warnings: [ConfigurationWarning]

  /// Reads the embedded schemes and the folder's; it need not exist.
  package init(folder: URL?) {
    var byName: [String: Theme] = [:]
    var warnings: [ConfigurationWarning] = []
    for index in 0..<resource_count() {
      let file = resource_at(index)
      let path = String(cString: file.name)
      guard path.hasPrefix("themes/"), path.hasSuffix(".yaml") else { continue }
      let name = String(path.dropFirst("themes/".count).dropLast(".yaml".count))
      let text = String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
      let (theme, problems) = ThemeFile.theme(from: text, name: name, path: path)
      if let theme { byName[name] = theme }
      warnings += problems
    }
    let files = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) } ?? []
    for file in files.sorted().prefix(Self.limit) where file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
      guard let url = folder?.appendingPathComponent(file) else { continue }
      let name = url.deletingPathExtension().lastPathComponent
      switch YAMLFile.read(url) {
      case .failure(let failure): warnings.append(failure)
      case .success(var yaml):
        if let theme = ThemeFile.theme(in: &yaml, name: name) { byName[name] = theme }
        warnings += yaml.warnings
      }
    }
    themes = byName.values.sorted { $0.name < $1.name }
    self.warnings = warnings
  }

  /// The theme of a name.
  package func theme(named name: String) -> Theme? { themes.first { $0.name == name } }

  /// What suits a terminal when nothing was chosen.
  package func standard(isDark: Bool) -> Theme {
    let name = isDark ? Self.standardNames.dark : Self.standardNames.light
    return theme(named: name) ?? .plain
  }
}
