import Fetching
import Foundation
import NewsModel
import Newsroom
import TestSupport
import Testing

@Suite("Archives in menus")
struct ArchiveSectionTests {
  private func lines(_ count: Int) -> String {
    (0..<count).map { "<h2><a href=\"/n/\($0)\">Паром номер \($0) пошёл по новому пути</a></h2>" }.joined()
  }

  @Test(
    "one that carries news is a section, one that leads to years alone is none",
    arguments: ["Архив", "Архів", "Мұрағат", "Архіў навін", "Archives"])
  func archives(title: String) async throws {
    try await LoopbackServer.during { server in
      let menu = ["reka": "Река", "gorod": "Город", "arhiv": title].map {
        "<li><a href=\"/\($0)/\">\($1)</a></li>"
      }
      server.route("/", .text("<html><body><nav><ul>\(menu.joined())</ul></nav>\(lines(4))</body></html>"))
      server.route(
        "/arhiv/", .text("<html><body><ul><li><a href=\"/2025/\">2025</a></li></ul></body></html>"))
      let desk = try LoopbackDesk().desk
      let without = try await desk.discover(server.url()).get().site.sections.map(\.title)
      #expect(!without.contains(title) && without.count == 2)
      server.route("/arhiv/", .text("<html><body><main>\(lines(4))</main></body></html>"))
      #expect(try await desk.discover(server.url()).get().site.sections.map(\.title).contains(title))
    }
  }
}
