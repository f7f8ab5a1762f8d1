import Testing

@testable import Language

@Suite("Words in plain Latin letters")
struct LatinSpellingTests {
  @Test(
    "Cyrillic letters are spelt as passports do, marks are left out, what has no spelling stays",
    arguments: [
      ("вестник.рф", "vestnik.rf"), ("щука-объезд", "shchuka-obezd"), ("ёлка и й", "elka i y"),
      ("київ", "kiiv"), ("ўсход", "uskhod"), ("қызылорда", "qyzylorda"), ("җиһан", "jihan"),
      ("café žluťák", "cafe zlutak"), ("straße łódź", "strasse lodz"), ("e\u{301}tude", "etude"),
      ("новости-24.example:8080", "novosti-24.example:8080"), ("新聞", "新聞"), ("", ""),
    ])
  func spelt(text: String, expected: String) {
    #expect(LatinSpelling.of(text) == expected)
  }
}
