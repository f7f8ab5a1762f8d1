import Foundation
import Language
import TestSupport
import Testing

@Suite("Lower case")
struct LowerCaseTests {
  @Test("Every letter below U+0800 and every sign of text becomes what the standard library makes of it")
  func everyLetter() {
    let values = Array(UInt32(0)..<0x800) + Array(0x2000..<0x2200)
    for scalar in values.compactMap(Unicode.Scalar.init) {
      let text = "Ы" + String(scalar) + "Q"
      #expect(LowerCase.of(text) == text.lowercased(), "U+\(String(scalar.value, radix: 16))")
      #expect(Array(LowerCase.of(text).utf8) == Array(text.lowercased().utf8))
    }
  }

  @Test("Texts of many scripts become what the standard library makes of them")
  func texts() {
    for text in [
      "", "МОСКВА", "Ёлка и ЁЖ", "ҚАЗАҚСТАН Ғылым", "Їжак Ґанок ЄВРОПА", "Сall-ЦЕНТР", "STRAẞE", "İSTANBUL",
      "ΣΊΣΥΦΟΣ", "Ӏазал Ӂ Ӂ", "日本 ЯПОНИЯ 🇯🇵",
    ] {
      #expect(LowerCase.of(text) == text.lowercased())
    }
  }
}
