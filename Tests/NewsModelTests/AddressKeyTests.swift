import NewsModel
import Testing

@Suite("What an address names")
struct AddressKeyTests {
  private func key(_ text: String) throws -> AddressKey { AddressKey(try #require(WebAddress(text))) }

  @Test(
    "ways to write one address are one",
    arguments: [
      "http://bereg.example/novosti/паром", "https://bereg.example/novosti/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC",
      "https://bereg.example/novosti/%d0%bf%d0%b0%d1%80%d0%be%d0%bc/",
      "https://www.bereg.example/novosti/паром",
      "https://m.bereg.example/novosti/паром", "https://BEREG.example:443/novosti/паром",
      "http://bereg.example.:80/novosti//паром", "https://bereg.example/novosti/./глава/../паром",
      "https://bereg.example/novosti/паром/amp/", "https://amp.bereg.example/novosti/паром?amp=1",
      "https://bereg.example/novosti/паром/index.html", "https://bereg.example/%6Eovosti/паром",
      "https://bereg.example/novosti/паром;jsessionid=A1B2C3", "https://bereg.example/novosti/паром#comments",
      "https://bereg.example/novosti/паром?utm_source=rss&utm_medium=feed",
      "https://user@bereg.example/novosti/паром?",
      "https://bereg.example/novosti/паром?yclid=77#:~:text=паром",
      "https://bereg.example/novosti/паром?from=rss&t=1769000000",
      "https://bereg.example/novosti/паром?PHPSESSID=ab12",
      "https://bereg.example/novosti/паром?_openstat=rss",
      "https://bereg.example/novosti/паром?ASPSESSIONIDQQ=1&source=telegram",
      "https://bereg.example/novosti/паром?ref=main",
      "https://bereg.example/novosti/паром?sid=0d2f6c7e91b34a5f80c1d2e3f4a5b6c7",
    ])
  func sameAddress(text: String) throws {
    #expect(try key(text).text == key("https://bereg.example/novosti/паром").text)
  }

  @Test(
    "what names something else stays apart",
    arguments: [
      ("https://bereg.example/a%2Fb", "https://bereg.example/a/b"),
      ("https://bereg.example/Abc", "https://bereg.example/abc"),
      ("https://bereg.example/?p=12", "https://bereg.example/?p=13"),
      ("https://bereg.example/?p=12", "https://bereg.example/"),
      ("https://bereg.example/n?id=1", "https://bereg.example/n?id=2"),
      ("https://bereg.example/n#i1", "https://bereg.example/n#i2"),
      ("https://bereg.example/n", "https://most.example/n"),
      ("https://kray.bereg.example/n", "https://bereg.example/n"),
      ("https://bereg.example:8080/n", "https://bereg.example/n"),
      ("https://bereg.example/n?sid=12", "https://bereg.example/n?sid=13"),
      ("https://bereg.example/n?t=1769000000", "https://bereg.example/n?t=1769000001"),
      ("https://bereg.example/n?from=2026", "https://bereg.example/n?from=2025"),
      ("https://bereg.example/n?source=archive", "https://bereg.example/n"), ("file:///a/b/", "file:///a/b"),
      ("https://m.example/n", "https://example/n"),
    ])
  func otherAddress(first: String, second: String) throws {
    #expect(try key(first) != key(second))
  }

  @Test("parameters count in any order, and as they were before HTML wrote them twice")
  func parameters() throws {
    let wanted = try key("http://bereg.example/i.php?b=2&a=1")
    #expect(try key("http://bereg.example/i.php?a=1&amp;b=2") == wanted)
    #expect(try key("http://bereg.example/i.php?a=1&fbclid=x&b=2") == wanted)
  }

  @Test("a host in any script is the same in the name system's letters")
  func internationalHost() throws {
    #expect(try key("https://берег.рф/a") == key("http://xn--90aefa8c.xn--p1ai/a"))
  }

  @Test("a place that a page names is told beside the page, a place that every page has is not")
  func fragments() throws {
    #expect(try key("https://bereg.example/live#n7").fragment == "n7")
    #expect(try key("https://bereg.example/live#more-17").fragment == nil)
    #expect(try key("https://bereg.example/live#n7").page == key("http://www.bereg.example/live/").page)
  }
}
