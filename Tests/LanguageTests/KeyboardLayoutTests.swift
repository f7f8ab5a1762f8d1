import Language
import Testing

@Suite("Keyboard layouts")
struct KeyboardLayoutTests {
  @Test(
    "A key is the Latin key at its place",
    arguments: [
      (KeyboardLayout.ru, "йцукенгшщзхъ", "qwertyuiop[]"), (.ru, "фывапролджэ", "asdfghjkl;'"),
      (.ru, "ячсмитьё", "zxcvbnm`"),
      (.ru, "ЙХЪЖЭБЮЁ", "Q{}:\"<>~"), (.ru, ".,", "/?"), (.uk, "іїєґІЇЄ", "s]'\\S}\""), (.be, "іў'", "bo]"),
      (.tt, "өәүңҗһ", "wo];m`"), (.kk, "әіңғүұқөһ", "234589" + "0-="),
    ])
  func keys(layout: KeyboardLayout, typed: String, latin: String) {
    #expect(String(typed.compactMap { layout.latin(for: $0) }) == latin)
  }

  @Test("Small б and ю, Latin letters and digits are no key of another")
  func unbound() {
    for character in "бюaZ1 " { #expect(KeyboardLayout.ru.latin(for: character) == nil) }
  }

  @Test(
    "The layout follows the locale, else letters that were seen",
    arguments: [
      ("kk_KZ.UTF-8", "", KeyboardLayout.kk), ("uk_UA", "", .uk), ("ru_RU.UTF-8", "ў", .be),
      ("C", "привіт, ї", .uk),
      ("en_US", "җир", .tt), ("", "қала", .kk), ("", "привет", .ru),
    ])
  func automatic(locale: String, seen: String, layout: KeyboardLayout) {
    #expect(KeyboardLayout.automatic(localeName: locale, seen: seen) == layout)
  }

  @Test(
    "A query typed on the wrong layout is read on the right one",
    arguments: [
      ("djkjynths", "волонтеры"), ("ghbdtn vbh", "привет мир"), ("руддщ", "hello"), ("Vjcrdf", "Москва"),
      (",en,jk", "бутбол"),
      ("k.lb", "люди"), ("rb]d", "київ"),
    ])
  func wrongLayout(query: String, meant: String) {
    #expect(KeyboardLayout.alternatives(forQuery: query).contains(meant))
  }

  @Test("Numbers, nothing and both alphabets at once have no other reading")
  func noAlternatives() {
    for query in ["", "2026", "call центр", "!?"] {
      #expect(KeyboardLayout.alternatives(forQuery: query).isEmpty)
    }
  }
}
