import Canvas
import Configuration
import Testing

@Suite("Themes from scheme files")
struct ThemeFileTests {
  /// A scheme in the shape that is published by the hundred.
  private let published = """
    system: "base16"
    name: "Evening"
    author: "Nobody"
    variant: "dark"
    palette:
      base00: "#101820"
      base01: "#182028"
      base02: "#283038"
      base03: "#586068"
      base04: "#a0a8b0"
      base05: "#d0d8e0"
      base06: "#e0e8f0"
      base07: "#f8f8f8"
      base08: "#e06060"
      base09: "#e0a060"
      base0A: "#e0d060"
      base0B: "#80c080"
      base0C: "#60c0c0"
      base0D: "#80a0e0"
      base0E: "#c080d0"
      base0F: "#a08060"
    """

  @Test("a published scheme works as it is")
  func publishedScheme() throws {
    let (theme, warnings) = ThemeFile.theme(from: published, name: "evening", path: "evening.yaml")
    #expect(warnings.isEmpty)
    let isDark = try #require(theme).isDark
    #expect(isDark)
  }

  @Test("so does one in the older form, colours at the top and no signs before them")
  func olderForm() {
    let old = published.replacing("\"#", with: "\"").replacing("palette:\n", with: "").replacing(
      "  base", with: "base"
    )
    .replacing("name:", with: "scheme:").replacing("system: \"base16\"\n", with: "").replacing(
      "variant: \"dark\"\n", with: "")
    let (theme, warnings) = ThemeFile.theme(from: old, name: "evening", path: "evening.yaml")
    #expect(theme?.isDark == true)
    #expect(warnings.isEmpty)
  }

  @Test("a role with a wrong name is told with its line and the nearest one")
  func wrongRole() {
    let text = published + "\nroles:\n  mastheed: base08\n"
    let (theme, warnings) = ThemeFile.theme(from: text, name: "evening", path: "evening.yaml")
    #expect(theme == nil)
    #expect(
      warnings == [
        ConfigurationWarning(
          file: "evening.yaml", line: 23, problem: .unknownName("mastheed", nearest: "masthead"))
      ])
  }

  @Test("a colour that is missing is named")
  func missingColor() {
    let text = published.replacing("  base0D: \"#80a0e0\"\n", with: "")
    let (theme, warnings) = ThemeFile.theme(from: text, name: "evening", path: "evening.yaml")
    #expect(theme == nil)
    #expect(warnings.map(\.problem) == [.missing(name: "base0D")])
  }

  @Test("the embedded themes can all be read, and the standard ones are among them")
  func embeddedThemes() {
    let catalogue = ThemeCatalogue(folder: nil)
    #expect(catalogue.read().warnings.isEmpty)
    #expect(catalogue.read().themes.map(\.name) == catalogue.names)
    #expect(catalogue.standard(isDark: true).isDark)
    #expect(!catalogue.standard(isDark: false).isDark)
  }
}
