import Foundation
import Language
import Testing

@Suite("Character sets")
struct CharacterSetsTests {
  @Test("Bytes of windows-1251 without any declaration are read by their letters")
  func undeclared() {
    let bytes: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x2C, 0x20, 0xEC, 0xE8, 0xF0, 0x21]
    let decoded = CharacterSets.decode(bytes)
    #expect(decoded.text == "Привет, мир!")
    #expect(decoded.encoding == "windows-1251")
  }
}
