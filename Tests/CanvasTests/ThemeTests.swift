import Canvas
import Testing

@Suite("A theme")
struct ThemeTests {
  private static let palette = Dictionary(
    uniqueKeysWithValues: (0..<16).map {
      ("base0" + String($0, radix: 16, uppercase: true), "1020\($0 + 10)")
    })

  @Test("needs nothing but a published scheme's sixteen colours")
  func schemeAlone() throws {
    let theme = try Theme(name: "test", isDark: true, palette: Self.palette)
    #expect(theme.look(of: .text).foreground == .direct(RGB(0x10_2015)))
    #expect(theme.look(of: Surface.page).background == .direct(RGB(0x10_2010)))
    #expect(!theme.isColorless)
  }

  @Test("gives inks and surfaces the looks that roles name")
  func roles() throws {
    let theme = try Theme(
      name: "test", isDark: false, palette: Self.palette,
      roles: ["lead": "base08 on #ffffff bold underline", "popup": "default reverse"])
    let lead = theme.look(of: .lead)
    #expect(lead.background == .direct(RGB(0xFF_FFFF)))
    #expect(lead.attributes == [.bold, .underline])
    let (_, background, attributes) = theme.colors(ink: .text, surface: .popup, attributes: .italic)
    #expect(background == .standard)
    #expect(attributes == [.italic, .reverse])
  }

  @Test("says which colour or role is wrong, and which role may have been meant")
  func errors() {
    var lacking = Self.palette
    lacking["base05"] = nil
    #expect(throws: ThemeError.missingColor("base05")) {
      try Theme(name: "test", isDark: true, palette: lacking)
    }
    #expect(throws: ThemeError.unknownRole("mastheed", nearest: "masthead")) {
      try Theme(name: "test", isDark: true, palette: Self.palette, roles: ["mastheed": "base05"])
    }
    #expect(throws: ThemeError.unreadableColor(key: "lead", text: "blue")) {
      try Theme(name: "test", isDark: true, palette: Self.palette, roles: ["lead": "blue"])
    }
    #expect(throws: ThemeError.unreadableRole("lead", text: "base05 big")) {
      try Theme(name: "test", isDark: true, palette: Self.palette, roles: ["lead": "base05 big"])
    }
    #expect(throws: ThemeError.missingColor("base12")) {
      try Theme(name: "test", isDark: true, palette: Self.palette, roles: ["lead": "base12"])
    }
  }

  @Test("measures contrast as WCAG does")
  func contrast() {
    #expect(abs(RGB(0xFF_FFFF).contrast(with: RGB(0x00_0000)) - 21) < 0.001)
    #expect(abs(RGB(0x77_7777).contrast(with: RGB(0xFF_FFFF)) - 4.478) < 0.01)
    #expect(RGB(hexadecimal: "#a0b0c0") == RGB(0xA0_B0C0))
    #expect(RGB(hexadecimal: "+12345") == nil)
  }
}
