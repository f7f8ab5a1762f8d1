import Foundation
import NewsModel
import Testing

@Suite("Web addresses")
struct WebAddressTests {
  @Test(
    "only absolute http, https and file addresses are addresses",
    arguments: [
      ("https://echo.example/", true), ("HTTP://Echo.Example", true), ("file:///etc/hostname", true),
      ("http://пример.рф/путь?а=б#в", true), ("http://[::1]:80/", true), ("javascript:alert(1)", false),
      ("data:text/html,x", false), ("//echo.example/", false), ("/news", false), ("http:/x", false),
      ("http://", false), ("http:///x", false), ("http://a b/", false), ("http://a/\u{1B}", false),
      ("http://a/\u{202E}", false), ("", false), (":", false), ("ftp://a/", false),
    ])
  func schemes(text: String, isAddress: Bool) {
    #expect((WebAddress(text) != nil) == isAddress)
  }

  @Test("an address longer than any server answers is refused")
  func length() {
    #expect(WebAddress("http://a/" + String(repeating: "x", count: WebAddress.maximumBytes)) == nil)
  }

  @Test(
    "without a scheme a text may be an address where its host can exist",
    arguments: [
      ("echo.example", true), ("www.echo.example/news?a", true), ("новости.рф:8080/rss", true),
      ("my_blog.echo.example", true), ("echo.xn--p1ai", true), ("LOCALHOST", true), ("localhost:80/x", true),
      ("127.0.0.1:8080", true), ("[::1]/rss", true), ("[2001:db8::7]:80", true),
      ("1.", false), ("1.2", false), ("127.0.0.256", false), ("echo.x", false), ("echo..example", false),
      (".example", false), ("слово", false), ("self.end_headers();", false), ("a@echo.example", false),
      ("echo.example:", false), ("echo.example:99999", false), ("echo.example:+80", false), ("[::1", false),
      ("::1", false), ("[echo.example]", false), ("", false),
    ])
  func bareHost(text: String, isHost: Bool) {
    #expect(WebAddress.beginsWithHost(text) == isHost)
  }

  @Test("its parts are told apart")
  func parts() throws {
    let address = try #require(WebAddress("https://user:word@Echo.Example:8080/v-mire/1.html?page=2#top"))
    #expect(address.scheme == "https")
    #expect(address.host == "echo.example")
    #expect(address.path == "/v-mire/1.html")
    #expect(address.withoutFragment.text == "https://user:word@Echo.Example:8080/v-mire/1.html?page=2")
    let bare = try #require(WebAddress("http://[::1]:80"))
    #expect(bare.host == "::1")
    #expect(bare.path == "/")
    let file = try #require(WebAddress("file:///tmp/x.xml"))
    #expect(file.host.isEmpty)
    #expect(file.path == "/tmp/x.xml")
  }

  @Test("what is no address is not decoded as one")
  func decoding() throws {
    let good = try JSONDecoder().decode([WebAddress].self, from: Data(#"["https://a.example/"]"#.utf8))
    #expect(good.map(\.text) == ["https://a.example/"])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([WebAddress].self, from: Data(#"["javascript:x"]"#.utf8))
    }
  }

  @Test(
    "what is shown names no user and no password",
    arguments: [
      (
        "https://olga:tajna@Echo.example:8080/a@b?mail=c@d.example",
        "https://Echo.example:8080/a@b?mail=c@d.example"
      ),
      ("http://:token@echo.example/rss", "http://echo.example/rss"),
      ("https://a%40b:c%2Fd@echo.example/", "https://echo.example/"),
      ("https://echo.example/@olga/feed", "https://echo.example/@olga/feed"),
      ("file:///home/olga@work/feed.xml", "file:///home/olga@work/feed.xml"),
    ])
  func shown(text: String, shown: String) throws {
    let address = try #require(WebAddress(text))
    #expect(address.shown == shown)
    #expect(address.hasCredentials == (text != shown))
  }

  @Test("a sentence loses the passwords of all its addresses, and nothing else")
  func sentences() {
    let sentence = "no answer: https://a:b@x.example/1, http://c@y.example: write to d@z.example"
    #expect(
      sentence.withoutCredentials == "no answer: https://x.example/1, http://y.example: write to d@z.example")
    #expect("a@b: nothing".withoutCredentials == "a@b: nothing")
  }
}
