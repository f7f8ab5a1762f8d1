import Foundation
import Language
import TestSupport
import Testing

@Suite("Character sets")
struct CharacterSetsTests {
  /// Every fixture is named `language.encoding.txt` and has its text beside it.
  static let fixtures: [String] = {
    let folder = Fixture.folder().appendingPathComponent("encodings")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test("Bytes that nobody declared are read by their letters", arguments: fixtures)
  func undeclared(name: String) throws {
    let bytes = try Fixture.bytes("encodings/\(name).txt")
    let decoded = CharacterSets.decode(bytes)
    #expect(decoded.encoding == String(name.split(separator: ".")[1]))
    #expect(decoded.text == (try Fixture.text("encodings/\(name).expected")))
  }

  @Test("A wrong declaration loses against the bytes", arguments: fixtures)
  func contradicted(name: String) throws {
    let bytes = try Fixture.bytes("encodings/\(name).txt")
    let encoding = String(name.split(separator: ".")[1])
    for wrong in ["utf-8", "windows-1252", "koi8-r", "windows-1251", "iso-8859-5"]
    where wrong != encoding.lowercased() && !encoding.hasPrefix(wrong.uppercased().prefix(5)) {
      let decoded = CharacterSets.decode(bytes, contentType: "text/html; charset=\(wrong)")
      #expect(decoded.encoding == encoding, "declared \(wrong)")
      #expect(decoded.text == (try Fixture.text("encodings/\(name).expected")), "declared \(wrong)")
    }
  }

  @Test("All fixtures are there")
  func count() { #expect(Self.fixtures.count >= 24) }

  @Test("A few letters are enough for windows-1251 and KOI8-R")
  func short() {
    let windows: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x2C, 0x20, 0xEC, 0xE8, 0xF0, 0x21]
    #expect(CharacterSets.decode(windows).text == "Привет, мир!")
    let koi8: [UInt8] = [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x2C, 0x20, 0xCD, 0xC9, 0xD2, 0x21]
    #expect(CharacterSets.decode(koi8).text == "Привет, мир!")
  }

  @Test(
    "A label that is misspelt stands for what it is nearly",
    arguments: [
      ("cp-1251", "windows-1251"), ("Win1251", "windows-1251"), ("win-1251", "windows-1251"),
      ("windows_1251", "windows-1251"), ("CP 1251", "windows-1251"), ("KOI-8-R", "KOI8-R"),
      ("koi8u", "KOI8-U"),
      ("utf_8", "UTF-8"), ("iso8859_5", "ISO-8859-5"), ("cp-866", "IBM866"), ("IBM-1125", "CP1125"),
    ])
  func nearLabel(label: String, encoding: String) {
    let decoded = CharacterSets.decode([0xCC, 0xD7, 0xD1], contentType: "text/xml; charset=\"\(label)\"")
    if encoding != "UTF-8" { #expect(decoded.encoding == encoding) }
    #expect(CharacterSets.decode([0x41], label: label) == "A")
  }

  @Test(
    "A label that is near to none stays unknown", arguments: ["windows-9999", "cp", "klingon", "12", "win"])
  func strangeLabel(label: String) { #expect(CharacterSets.decode([0x41], label: label) == nil) }

  @Test("A few signs alone are those of windows-1252")
  func fewSigns() {
    let told = CharacterSets.decode(Array("He said ".utf8) + [0x93] + Array("no".utf8) + [0x85, 0x94])
    #expect(told.text == "He said “no…”")
    #expect(told.encoding == "windows-1252")
    #expect(CharacterSets.decode(Array("don".utf8) + [0x92] + Array("t".utf8)).text == "don’t")
  }

  @Test("A word of kana is EUC-JP's")
  func kana() {
    let word: [UInt8] = [0xA5, 0xB9, 0xA5, 0xDD, 0xA1, 0xBC, 0xA5, 0xC4]
    #expect(CharacterSets.decode(Array("<p>".utf8) + word + Array("</p>".utf8)).text == "<p>スポーツ</p>")
  }

  @Test("A price is in euros, not in the sign for any currency")
  func euro() {
    let price = Array("caf".utf8) + [0xE9] + Array(" : 3 ".utf8) + [0xA4]
    #expect(CharacterSets.decode(price).text == "café : 3 €")
  }

  @Test(
    "What declares a set: HTTP before XML before meta",
    arguments: [
      ("text/html; charset=windows-1251", "<meta charset=utf-8>\u{E9}", "windows-1251", CharsetEvidence.http),
      ("text/html; Charset = \"koi8-r\"", "<p>\u{E9}", "KOI8-R", .http),
      ("text/html", "<meta charset='iso-8859-2'><p>\u{E9}", "ISO-8859-2", .meta),
      ("", "<?xml version='1.0' encoding='windows-1254'?><a>\u{E9}</a>", "windows-1254", .xml),
      ("text/xml", "<?xml version=\"1.0\" encoding = \"latin1\" ?><a>\u{E9}</a>", "windows-1252", .xml),
    ])
  func declared(contentType: String, text: String, encoding: String, evidence: CharsetEvidence) {
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let decoded = CharacterSets.decode(bytes, contentType: contentType)
    #expect(decoded.encoding == encoding)
    #expect(decoded.evidence == evidence)
  }

  @Test("A byte-order mark goes before everything and out of the text")
  func marks() {
    let utf8: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("да".utf8)
    #expect(CharacterSets.decode(utf8, contentType: "text/plain; charset=koi8-r").text == "да")
    #expect(CharacterSets.decode(utf8).evidence == .bom)
    let utf16: [UInt8] = [0xFF, 0xFE, 0x34, 0x04, 0x30, 0x04]
    #expect(CharacterSets.decode(utf16, contentType: "text/html; charset=utf-8").text == "да")
  }

  @Test("Broken UTF-8 stays UTF-8 with its bad bytes replaced and told")
  func brokenUTF8() {
    var bytes = Array("Мост через реку открыли вчера".utf8)
    bytes.insert(0xFF, at: 8)
    let decoded = CharacterSets.decode(bytes, contentType: "text/html; charset=utf-8")
    #expect(decoded.encoding == "UTF-8")
    #expect(decoded.text == "Мост\u{FFFD} через реку открыли вчера")
    #expect(decoded.warnings == [.badBytes(1)])
  }

  @Test("A text cut in the middle of a letter is still UTF-8")
  func truncated() {
    let bytes = Array("Мост через реку".utf8.dropLast())
    #expect(CharacterSets.decode(bytes).encoding == "UTF-8")
  }

  @Test("A label nobody knows is told and does no harm")
  func unknownLabel() {
    let decoded = CharacterSets.decode(Array("мир".utf8), contentType: "text/html; charset=martian")
    #expect(decoded.text == "мир")
    #expect(decoded.warnings == [.unknownLabel("martian")])
  }

  @Test(
    "Labels stand for what the Encoding Standard says",
    arguments: [
      ("ascii", "windows-1252"), ("ISO-8859-1", "windows-1252"), ("latin5", "windows-1254"),
      (" utf8 ", "UTF-8"),
      ("cp1251", "windows-1251"), ("koi8-ru", "KOI8-U"), ("866", "IBM866"),
      ("x-mac-ukrainian", "x-mac-cyrillic"),
      ("unicode", "UTF-16LE"), ("ks_c_5601-1987", "EUC-KR"), ("gb_2312-80", "GBK"), ("visual", "ISO-8859-8"),
    ])
  func labels(label: String, name: String) {
    #expect(CharacterEncoding(label: label)?.name == name)
  }

  @Test("Twice decoded pages come back whole, and others stay as they are")
  func twiceDecoded() throws {
    let right = try Fixture.text("encodings/ru.UTF-8.expected")
    let wrong = try #require(CharacterSets.decode(Array(right.utf8), label: "windows-1251"))
    let decoded = CharacterSets.decode(Array(wrong.utf8))
    #expect(decoded.text == right)
    #expect(decoded.warnings.contains(.repairedTwiceDecoded))
    #expect(!CharacterSets.decode(Array(right.utf8)).warnings.contains(.repairedTwiceDecoded))
  }

  @Test("Any bytes at all make some text")
  func hostile() async {
    var generator = SeededGenerator(seed: 1251)
    for await _ in Stress.rounds(20_000) {
      let count = Int.random(in: 0...300, using: &generator)
      var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      switch Int.random(in: 0...4, using: &generator) {
      case 0: bytes = Array("<?xml encoding='".utf8) + bytes
      case 1: bytes = Array("<meta charset=".utf8) + bytes
      case 2: bytes = [0xFF, 0xFE] + bytes
      case 3: bytes = Array("\u{1B}$B".utf8) + bytes
      default: break
      }
      let labels = [
        "utf-16", "iso-2022-jp", "gb18030", "big5", "euc-jp", "x-user-defined", "windows-1258", "utf-7",
      ]
      let label = labels[Int.random(in: 0..<labels.count, using: &generator)]
      let decoded = CharacterSets.decode(bytes, contentType: "text/html; charset=\(label)")
      #expect(decoded.text.utf8.count <= 4 * bytes.count + 16)
    }
  }
}
