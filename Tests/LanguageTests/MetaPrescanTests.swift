import Language
import TestSupport
import Testing

@Suite("The prescan of the HTML Standard")
struct MetaPrescanTests {
  @Test(
    "Which set a page in ASCII declares",
    arguments: [
      ("<meta charset=koi8-r>", "KOI8-R"),
      ("<META CHARSET=\"windows-1251\" >", "windows-1251"),
      ("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "windows-1251"),
      ("<meta content='text/html; charset=windows-1251' http-equiv=content-type>", "windows-1251"),
      ("<meta content='text/html; charset=windows-1251'>", "windows-1252"),
      ("<!-- <meta charset=koi8-r> --><meta charset=ibm866>", "IBM866"),
      ("<a title='<meta charset=koi8-r>'><meta charset=ibm866>", "IBM866"),
      ("<meta charset=martian><meta charset=koi8-r>", "KOI8-R"),
      ("<meta charset=utf-16le>", "UTF-8"),
      ("<meta charset=x-user-defined>", "windows-1252"),
      ("<metacharset=koi8-r>", "windows-1252"),
      ("<meta charset=koi8-r", "windows-1252"),
      ("<?xml version='1.0' encoding='koi8-r'?><html>", "KOI8-R"),
      ("<html><head><title>x", "windows-1252"),
    ])
  func pages(page: String, encoding: String) {
    #expect(
      CharacterSets.decode(Array(page.utf8), contentType: "text/html", kind: .html).encoding == encoding)
  }

  @Test("A declaration behind kilobytes of comments is found, one behind a megabyte is not looked for")
  func far() {
    let page = "<!--" + String(repeating: "x", count: 9000) + "--><meta charset=koi8-r>"
    #expect(CharacterSets.decode(Array(page.utf8), kind: .html).encoding == "KOI8-R")
    let farther = "<!--" + String(repeating: "x", count: 1_000_000) + "--><meta charset=koi8-r>"
    #expect(CharacterSets.decode(Array(farther.utf8), kind: .html).encoding == "windows-1252")
  }

  @Test("Any tangle of tags is read to its end")
  func hostile() async {
    var generator = SeededGenerator(seed: 13_232)
    let pieces = [
      "<", ">", "/", "=", "\"", "'", " ", "meta", "<meta ", "charset", "content", "http-equiv", "<!--", "-->",
      "<?xml",
      "encoding", "koi8-r", "</", "<!", "a", "\u{0}", "\n", "<meta/charset=", "?>", "й",
    ]
    for await _ in Stress.rounds(50_000) {
      let count = Int.random(in: 0...30, using: &generator)
      let page = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      let decoded = CharacterSets.decode(Array(page.utf8), kind: .html)
      #expect(!decoded.encoding.isEmpty)
    }
  }
}
