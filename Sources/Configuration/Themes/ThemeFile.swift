import Canvas
import Foundation
import Yams

/// A colour scheme as YAML: a base16 or base24 scheme as they are published, perhaps with `roles:` of our own.
package enum ThemeFile {
  private static let names = [
    "system", "name", "slug", "author", "description", "variant", "palette", "roles",
  ]
  private static let oldNames = ["scheme"]

  /// Reads a scheme; `palette:` holds the colours, or, in the older form, the top of the file does.
  ///
  /// - Parameter name: what the theme is called here: its file's stem.
  package static func theme(
    from text: String, name: String, path: String
  ) -> (theme: Theme?, warnings: [ConfigurationWarning]) {
    switch YAMLFile.parse(text, path: path) {
    case .failure(let failure): return (nil, [failure])
    case .success(var file):
      let theme = theme(in: &file, name: name)
      return (theme, file.warnings)
    }
  }

  static func theme(in file: inout YAMLFile, name: String) -> Theme? {
    let palette = colors(in: file.root["palette"]?.mapping ?? file.root)
    let known = names + oldNames + (file.root["palette"] == nil ? palette.keys.sorted() : [])
    file.refuseUnknownNames(in: file.root, known: known)
    var roles: [String: String] = [:]
    for (key, value) in file.root["roles"]?.mapping ?? Node.Mapping([]) {
      if let role = key.string, let look = value.scalar?.string { roles[role] = look }
    }
    let background = palette["base00"].flatMap { Color($0)?.rgb }
    let isDark = file.root["variant"]?.string.map { $0 == "dark" } ?? ((background?.luminance ?? 0) < 0.2)
    do throws(ThemeError) {
      return try Theme(name: name, isDark: isDark, palette: palette, roles: roles)
    } catch {
      file.warn(problem(of: error), at: node(of: error, in: file.root))
      return nil
    }
  }

  private static func colors(in mapping: Node.Mapping) -> [String: String] {
    var result: [String: String] = [:]
    for (key, value) in mapping {
      guard let name = key.string, name.hasPrefix("base"), name.utf8.count == 6 else { continue }
      result["base" + name.dropFirst(4).uppercased()] = value.scalar?.string
    }
    return result
  }

  private static func problem(of error: ThemeError) -> ConfigurationWarning.Problem {
    switch error {
    case .missingColor(let key): .missing(name: key)
    case .unreadableColor(let key, _): .badValue(name: key, expected: "rrggbb, default, terminal0–terminal15")
    case .unknownRole(let role, let nearest): .unknownName(role, nearest: nearest)
    case .unreadableRole(let role, _): .badValue(name: role, expected: "base05 on base00 bold")
    }
  }

  private static func node(of error: ThemeError, in root: Node.Mapping) -> Node? {
    switch error {
    case .missingColor: nil
    case .unreadableColor(let key, _): root["palette"]?[key] ?? root[key] ?? root["roles"]?[key]
    case .unknownRole(let role, _), .unreadableRole(let role, _): root["roles"]?[role]
    }
  }
}
