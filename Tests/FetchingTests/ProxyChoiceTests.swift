import Fetching
import NewsModel
import Testing

@Suite("The choice of a proxy")
struct ProxyChoiceTests {
  private func proxy(
    _ address: String, _ environment: [String: String], setting: String? = nil
  ) throws -> String? {
    try ProxyChoice(environment: environment).proxy(
      for: #require(WebAddress(address)), setting: setting)
  }

  private let both = [
    "http_proxy": "http://plain:1", "HTTPS_PROXY": "http://secure:2", "HTTP_PROXY": "http://visitor:3",
  ]

  @Test("The scheme decides, then the proxy for everything; a web server's HTTP_PROXY is not heard")
  func schemes() throws {
    #expect(try proxy("http://echo.example/", both) == "http://plain:1")
    #expect(try proxy("https://echo.example/", both) == "http://secure:2")
    #expect(try proxy("http://echo.example/", ["HTTP_PROXY": "http://visitor:3"]) == nil)
    let all = ["ALL_PROXY": "socks5h://all:4", "https_proxy": ""]
    #expect(try proxy("https://echo.example/", all) == "socks5h://all:4")
    #expect(try proxy("file:///tmp/feed.xml", all) == nil)
  }

  @Test(
    "no_proxy names hosts, domains, addresses and networks",
    arguments: [
      ("echo.example", "http://echo.example/", true), ("echo.example", "http://www.echo.example/", true),
      (".echo.example", "http://echo.example/", true), ("echo.example", "http://notecho.example/", false),
      ("a.example, ECHO.example", "http://echo.example:8080/", true), ("*", "http://echo.example/", true),
      ("10.0.0.0/8", "http://10.1.2.3/", true), ("10.0.0.0/16", "http://10.1.2.3/", false),
      ("10.1.2.3", "http://10.1.2.3/", true), ("10.0.0.0/33", "http://10.1.2.3/", false),
      ("fd00::/8", "http://[fd12::1]/", true), ("fd00::/8", "http://[fe80::1]/", false),
      ("3", "http://10.1.2.3/", false), (",", "http://echo.example/", false),
    ])
  func exceptions(list: String, address: String, isExempt: Bool) throws {
    #expect((try proxy(address, ["http_proxy": "http://plain:1", "no_proxy": list]) == nil) == isExempt)
  }

  @Test("What is set for a host holds against the environment; this machine is reached directly")
  func settings() throws {
    let environment = both.merging(["no_proxy": "*"]) { $1 }
    #expect(try proxy("http://echo.example/", environment, setting: "http://own:5") == "http://own:5")
    #expect(try proxy("http://echo.example/", both, setting: "") == nil)
    for host in ["127.0.0.5", "localhost", "[::1]"] { #expect(try proxy("http://\(host)/", both) == nil) }
    #expect(try proxy("http://127.0.0.5/", both, setting: "http://own:5") == "http://own:5")
  }
}
