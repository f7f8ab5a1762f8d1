import NewsModel
import Testing

@Suite("An address as it is sent")
struct WireAddressTests {
  @Test(
    "is ASCII alone: a host in the name system's letters, all else percent-encoded once",
    arguments: [
      ("https://echo.example/дом?к=я#ё", "https://echo.example/%D0%B4%D0%BE%D0%BC?%D0%BA=%D1%8F#%D1%91"),
      ("https://новости.рф/a", "https://xn--b1amnebsh.xn--p1ai/a"),
      ("https://echo.example/%D0%B0/б", "https://echo.example/%D0%B0/%D0%B1"),
      ("http://echo.example:8080/a(b)?c=d&e=f#g", "http://echo.example:8080/a(b)?c=d&e=f#g"),
      ("https://echo.example/қазақ", "https://echo.example/%D2%9B%D0%B0%D0%B7%D0%B0%D2%9B"),
    ])
  func wire(_ text: String, _ expected: String) throws {
    let address = try #require(WebAddress(text))
    #expect(address.wire(keepsFragment: true) == expected)
    #expect(address.wire() == expected.split(separator: "#").first.map(String.init))
  }
}
