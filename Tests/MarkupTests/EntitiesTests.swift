import Markup
import Testing

@Suite struct EntitiesTests {
  @Test(
    "References of HTML become characters, once",
    arguments: [
      ("&laquo;да&raquo;", "«да»"), ("&amp;lt;", "&lt;"), ("&#1071;&#x42F;", "ЯЯ"), ("&#151;&#150;", "—–"),
      ("&nbsp", "\u{A0}"),
      ("&copy 2026", "© 2026"), ("?a=1&copy=2", "?a=1&copy=2"), ("&nosuch;", "&nosuch;"), ("&", "&"),
      ("&;", "&;"), ("&#;", "&#;"),
      ("&#xD800;&#0;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("&NotEqualTilde;", "\u{2242}\u{338}"),
      ("AT&T", "AT&T"), ("без них", "без них"),
      ("&#99999999999999999999;", "\u{FFFD}"), ("&ampх", "&х"),
    ])
  func referencesBecomeCharacters(text: String, decoded: String) {
    #expect(Entities.decode(text) == decoded)
  }

  @Test("An entity is known by its name")
  func entityIsKnownByName() {
    #expect(Entities.text(named: "hellip") == "…")
    #expect(Entities.text(named: "Hellip") == nil)
  }
}
