import Foundation
import NewsModel
import Newsroom
import TestSupport
import Testing

@Suite("An article in several pages")
struct ArticlePartsTests {
  private static func page(_ title: String, _ words: String, next: String?) -> LoopbackAnswer {
    let link = next.map { "<link rel=\"next\" href=\"\($0)\">" } ?? ""
    let text = (1...5).map { "<p>\(words), часть номер \($0): мост закрыли, объезд идёт через посёлок.</p>" }
      .joined()
    return .text(
      "<html><head><title>\(title)</title>\(link)</head><body><article><h1>\(title)</h1>\(text)</article></body></html>",
      type: "text/html; charset=utf-8")
  }

  private func text(at path: String, of pages: [(String, LoopbackAnswer)]) async throws -> String {
    let server = try LoopbackServer()
    defer { server.stop() }
    for (path, answer) in pages { server.route(path, answer) }
    let address = try #require(WebAddress(server.url(path)))
    return try await LoopbackDesk().desk.extract(address).get().document.plainText
  }

  @Test(
    "Its pages are put together, whichever way they are counted",
    arguments: [
      ("/most.html", "/most_2.html"), ("/most/", "/most/2/"), ("/most", "/most/page/2"),
      ("/most", "/most?page=2"),
    ])
  func joined(first: String, second: String) async throws {
    let text = try await text(
      at: first,
      of: [
        (first, Self.page("Мост закрыли до весны", "Сначала", next: second)),
        (second, Self.page("Мост закрыли до весны", "Потом", next: nil)),
      ])
    #expect(text.contains("Сначала, часть номер 5") && text.contains("Потом, часть номер 5"))
  }

  @Test("The next article of a site is no page of this one")
  func another() async throws {
    let text = try await text(
      at: "/most",
      of: [
        ("/most", Self.page("Мост закрыли до весны", "Сначала", next: "/most/2")),
        ("/most/2", Self.page("Паром вернули на реку", "Потом", next: nil)),
      ])
    #expect(text.contains("Сначала, часть номер 5") && !text.contains("Потом"))
  }

  @Test("Pages that lead to each other end")
  func circle() async throws {
    let text = try await text(
      at: "/most/1",
      of: [
        ("/most/1", Self.page("Мост закрыли до весны", "Сначала", next: "/most/2")),
        ("/most/2", Self.page("Мост закрыли до весны", "Потом", next: "/most/1")),
      ])
    #expect(text.components(separatedBy: "Сначала, часть номер 5").count == 2)
  }

  @Test("What cannot be fetched of an article leaves what was")
  func missing() async throws {
    let text = try await text(
      at: "/most", of: [("/most", Self.page("Мост закрыли до весны", "Сначала", next: "/most/2"))])
    #expect(text.contains("Сначала, часть номер 5"))
  }
}
