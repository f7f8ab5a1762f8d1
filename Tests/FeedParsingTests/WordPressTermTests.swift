import FeedParsing
import Testing

@Suite struct WordPressTermTests {
  @Test("Categories with parents become sections and sub-sections, two levels deep")
  func categoriesBecomeSections() {
    let terms = [
      WordPressTerm(id: 1, title: "Новости", count: 5),
      WordPressTerm(id: 2, parent: 1, title: "Город", count: 3),
      WordPressTerm(id: 3, parent: 2, title: "Дворы", count: 1),
      WordPressTerm(id: 4, title: "Пусто", count: 0),
      WordPressTerm(id: 5, title: "Спорт", count: 0),
      WordPressTerm(id: 6, parent: 5, title: "Лыжи", count: 2),
      WordPressTerm(id: 7, parent: 99, title: "Сирота", count: 2),
    ]
    let sections = terms.sections
    #expect(sections.map(\.title) == ["Новости", "Спорт", "Сирота"])
    #expect(sections.map { $0.sections.map(\.title) } == [["Город", "Дворы"], ["Лыжи"], []])
  }

  @Test("Categories that are each other's parents do not hang the reader")
  func circlesEnd() {
    let terms = [
      WordPressTerm(id: 1, parent: 2, title: "А", count: 1),
      WordPressTerm(id: 2, parent: 1, title: "Б", count: 1),
      WordPressTerm(id: 3, parent: 3, title: "В", count: 1),
    ]
    #expect(terms.sections.map(\.title).contains("В"))
  }
}
