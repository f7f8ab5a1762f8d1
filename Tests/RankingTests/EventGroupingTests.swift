import Foundation
import NewsModel
import Ranking
import TestSupport
import Testing

@Suite("Events told by several articles")
struct EventGroupingTests {
  @Test("the demo site's five events are found, and nothing else")
  func demo() throws {
    let demo = try DemoStories()
    let groups = EventGrouping().groups(demo.stories).map { Set($0.map(demo.name)) }
    #expect(Set(groups) == demo.events)
  }
}
