import Canvas
import Foundation
import TestSupport
import Testing

/// The schemes in `Themes/`, read here without a YAML library: they use nothing but plain maps.
@Suite("The built-in themes")
struct BuiltInThemeTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Themes")

  private static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  private func theme(_ name: String) throws -> Theme {
    var maps: [String: [String: String]] = [:]
    var current = ""
    for line in try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
      .split(separator: "\n") where !line.hasPrefix("#")
    {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      let value = parts.count > 1 ? parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "\"")) : ""
      if line.hasPrefix("  ") { maps[current, default: [:]][parts[0]] = value } else { current = parts[0] }
      maps["", default: [:]][parts[0]] = value
    }
    return try Theme(
      name: name, isDark: maps[""]?["variant"] == "dark", palette: maps["palette"] ?? [:],
      roles: maps["roles"] ?? [:])
  }

  @Test("are eight or more, light and dark")
  func count() throws {
    #expect(Self.names.count >= 8)
    let themes = try Self.names.map { try theme($0) }
    #expect(themes.contains { $0.isDark } && themes.contains { !$0.isDark })
    #expect(themes.contains { $0.isColorless })
  }

  @Test("let every text be read on everything it may stand on (WCAG AA)", arguments: names)
  func contrast(_ name: String) throws {
    let theme = try theme(name)
    for ink in Ink.allCases where ink != .border {
      for surface in Surface.allCases {
        let (foreground, background, _) = theme.colors(ink: ink, surface: surface, attributes: [])
        guard case .direct(let text) = foreground, case .direct(let paper) = background else { continue }
        #expect(text.contrast(with: paper) >= 4.5, "\(ink.name) on \(surface.name)")
      }
    }
  }

  @Test("say light of what is light", arguments: names)
  func variant(_ name: String) throws {
    let theme = try theme(name)
    guard let paper = theme.look(of: Surface.page).background.rgb else { return }
    #expect(theme.isDark == (paper.luminance < 0.18))
  }

  /// With the inks of the reader's screens, which its tests record, this is what those screens look like.
  /// Under `VESTNIK_RECORD=1` the table is written anew and the test fails, so that it is looked at.
  @Test(
    "give every ink and surface the look that is recorded", arguments: ["newspaper-light", "newspaper-dark"])
  func looks(_ name: String) throws {
    let theme = try theme(name + ".yaml")
    let inks = Ink.allCases.map { ink -> String in
      let look = theme.look(of: ink)
      let ground = look.background.map { " on \(Self.text($0))" } ?? ""
      return ink.name + " " + Self.text(look.foreground) + ground + Self.text(look.attributes)
    }
    let surfaces = Surface.allCases.map { surface -> String in
      let look = theme.look(of: surface)
      return "/\(surface.name) \(Self.text(look.background))\(Self.text(look.attributes))"
    }
    let shown = (inks + surfaces).map { $0 + "\n" }.joined()
    if ProcessInfo.processInfo.environment["VESTNIK_RECORD"] == "1" {
      let file = Fixture.folder().appendingPathComponent("\(name).txt")
      try Data(shown.utf8).write(to: file)
      Issue.record("recorded \(name): look at it, then run the test again")
    }
    let expected = try Fixture.text("\(name).txt")
    let differing = zip(shown.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
    #expect(shown == expected, "\(differing.map { "\($0), not \($1)" } ?? "other inks")")
  }

  private static func text(_ color: Color) -> String {
    switch color {
    case .standard: "default"
    case .terminal(let number): "terminal\(number)"
    case .direct(let rgb):
      "#" + String(repeating: "0", count: 6 - String(rgb.value, radix: 16).count)
        + String(rgb.value, radix: 16)
    }
  }

  private static func text(_ attributes: CellAttributes) -> String {
    let names: [(CellAttributes, String)] = [
      (.bold, " bold"), (.italic, " italic"), (.underline, " underline"), (.reverse, " reverse"),
      (.dim, " dim"),
    ]
    return names.map { attributes.contains($0.0) ? $0.1 : "" }.joined()
  }
}
