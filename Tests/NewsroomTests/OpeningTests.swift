import Foundation
import NewsModel
import Newsroom
import TestSupport
import Testing

@Suite("Opening what is no article")
struct OpeningTests {
  @Test("a picture is refused as it is when it is to be followed, and leaves nothing behind")
  func picture() async throws {
    let desk = try DemoDesk().desk
    let address = try #require(WebAddress("https://echo.example/pictures/bridge.png"))
    let (headline, site) = (Headline(title: "Мост", address: address), SiteID(rawValue: "echo"))
    guard case .failure(.notNews(let reason, _)) = await desk.discover(address.text),
      case .failure(let read) = await desk.extract(address),
      case .failure(let opened) = await desk.fetchArticle(behind: headline, site: site)
    else {
      Issue.record("a picture was read")
      return
    }
    #expect(read == .notText(reason, address))
    #expect(opened == .notText(reason, address))
    #expect(try desk.article(for: headline, site: site) == nil)
  }

  @Test("bytes of any kind are refused, text of any type is read")
  func otherBytes() async throws {
    try await LoopbackServer.during { server in
      let film = Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37 % 29) })
      server.route("/film", LoopbackAnswer(headers: [("Content-Type", "text/html")], body: film))
      let words = String(repeating: "Мост закрыли до весны, объезд идёт через посёлок. ", count: 20)
      server.route("/text", .text("<p>\(words)</p>", type: "image/png"))
      let desk = try LoopbackDesk().desk
      let filmAddress = try #require(WebAddress(server.url("/film")))
      #expect(await desk.extract(filmAddress).failure == .notText(.binary, filmAddress))
      let text = try await desk.extract(#require(WebAddress(server.url("/text")))).get()
      #expect(text.document.plainText.contains("объезд"))
    }
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
