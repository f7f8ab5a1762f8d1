import NewsModel
import Testing

@Suite("Fingerprints")
struct FingerprintTests {
  @Test(
    "are FNV-1a of 64 bits",
    arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
  func values(text: String, digits: String) {
    #expect(Fingerprint(text.utf8).digits == digits)
  }

  @Test("tell a pair of texts from another pair by the mark between")
  func end() {
    func of(_ texts: String...) -> UInt64 {
      var fingerprint = Fingerprint()
      for text in texts {
        fingerprint.add(text.utf8)
        fingerprint.addEnd()
      }
      return fingerprint.value
    }
    #expect(of("ab", "c") != of("a", "bc"))
  }
}

@Suite("Origins of addresses")
struct OriginTests {
  @Test(
    "scheme, host and port, the usual one where none is written",
    arguments: [
      ("http://Zarya.Example/a", "http", "zarya.example", 80),
      ("https://u:p@zarya.example:8443?x", "https", "zarya.example", 8443),
      ("https://[2001:db8::1]/", "https", "2001:db8::1", 443), ("http://[::1]:81/", "http", "::1", 81),
      ("http://zarya.example:/x", "http", "zarya.example", 80), ("http://a@b:99999/", "http", "b", 0),
    ] as [(String, String, String, UInt16)])
  func origin(text: String, scheme: String, host: String, port: UInt16) throws {
    let address = try #require(WebAddress(text))
    #expect(address.origin == WebAddress.Origin(scheme: scheme, host: host, port: port))
  }

  @Test("a server is told by host and port, whoever asks it")
  func server() throws {
    #expect(try #require(WebAddress("https://me:secret@Zarya.example:81/x@y")).server == "zarya.example:81")
    #expect(try #require(WebAddress("file:///tmp/feed.xml")).server.isEmpty)
  }
}
