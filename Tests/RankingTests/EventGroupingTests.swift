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

  private static let day = Date(timeIntervalSince1970: 1_769_000_000)

  private func story(
    _ id: Int64, _ text: String, days: Double = 0, language: String? = "ru", title: String = ""
  ) -> StoryTerms {
    StoryTerms(
      id: ArticleID(rawValue: id), site: SiteID(rawValue: "s\(id)"),
      date: Self.day.addingTimeInterval(days * 86_400),
      title: title, text: text, language: language)
  }

  /// Stories that have nothing in common with any other.
  private func crowd(_ count: Int, from first: Int64 = 1000) -> [StoryTerms] {
    let letters = Array("бвгджзклмнпрстф")
    var random = SeededGenerator(seed: 3)
    return (0..<count).map { index in
      let words = (0..<60).map { _ in
        String((0..<6).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
      }
      return story(first + Int64(index), words.joined(separator: " "), days: Double(index % 5))
    }
  }

  private static let fire = """
    Вчера на складе фирмы Заречторг вспыхнул пожар, сообщил брандмейстер Лукьяненко. Огонь охватил кровлю ангара, \
    погибших нет. По словам Лукьяненко, виновата проводка.
    """
  private static let fireAgain = """
    Пожарные во главе с Лукьяненко шесть часов тушили кровлю ангара, где хранил товар Заречторг. Огонь погас, убытки \
    фирмы Заречторг считают.
    """

  @Test("two reports of one fire are one event, a third of another fire is none of it")
  func twoReports() {
    let stories =
      crowd(40) + [
        story(1, Self.fire), story(2, Self.fireAgain, days: 1),
        story(
          3,
          "Пожар на даче под Каменкой: огонь уничтожил кровлю, сообщил дежурный Петренко. Пожарные опоздали."),
      ]
    #expect(EventGrouping().groups(stories) == [[ArticleID(rawValue: 1), ArticleID(rawValue: 2)]])
  }

  @Test("what stands too far apart in time, or in another language, is another event")
  func apart() {
    let stories = crowd(40)
    #expect(
      EventGrouping().groups(stories + [story(1, Self.fire), story(2, Self.fireAgain, days: 9)]).isEmpty)
    let other = story(2, Self.fireAgain, language: "uk")
    #expect(EventGrouping().groups(stories + [story(1, Self.fire), other]).isEmpty)
  }

  @Test("nothing, one, and empty stories make no event")
  func nothing() {
    #expect(EventGrouping().groups([]).isEmpty)
    #expect(EventGrouping().groups([story(1, Self.fire)]).isEmpty)
    #expect(EventGrouping().groups((1...20).map { story($0, "") }).isEmpty)
  }

  @Test("the order of the stories does not matter")
  func order() throws {
    let demo = try DemoStories()
    var random = SeededGenerator(seed: 9)
    let whole = EventGrouping().groups(demo.stories)
    for _ in 0..<3 { #expect(EventGrouping().groups(demo.stories.shuffled(using: &random)) == whole) }
  }

  @Test("hundreds of copies of one story neither hang nor grow one group without bound")
  func copies() {
    let stories = (1...300).map { story($0, Self.fire, days: Double($0 % 7)) } + crowd(300)
    #expect(EventGrouping().groups(stories).allSatisfy { $0.count <= 100 })
  }
}
