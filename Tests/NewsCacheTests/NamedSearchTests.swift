import Foundation
import NewsCache
import NewsModel
import Testing

@Suite("Search for names, numbers and small words")
struct NamedSearchTests {
  private let cache: ArticleCache

  init() throws { cache = try ArticleCache.inMemory() }

  private func store(_ titles: [String], language: String? = "ru") throws {
    try cache.store(titles.enumerated().map { try Sample.draft("n\($0)", title: $1, language: language) })
  }

  @Test(
    "A name of letters and digits is one in every spelling",
    arguments: [
      (["Ан-24 сел в поле", "Ан24 списали", "Ан 24 летит"], ["Ан-24", "ан24", "Ан 24", "«Ан‑24»"]),
      (["Самолёт А-319 задержан", "Прилетел A319"], ["А319", "A-319", "а-319"]),
      (["Ракета Р-7 в музее"], ["р7", "Р-7", "P7"]),
      (["Сеть 5G включили", "Сеть 5-G обсудили"], ["5G", "5g", "5-G"]),
      (["Ту-154М разобрали"], ["Ту154М", "ту-154м"]),
    ])
  func numbered(titles: [String], queries: [String]) throws {
    try store(titles + ["Погода на завтра", "Цифра 24 и 319"])
    for query in queries { #expect(try Set(cache.titles(query)) == Set(titles), "\(query)") }
  }

  @Test("The words of a numbered name are found too, and in their order")
  func parts() throws {
    try store(["Боинг-737 вернулся в порт", "Боинг 737 ждут"])
    #expect(try cache.titles("737").count == 2)
    #expect(try cache.titles("боинг").count == 2)
    #expect(try cache.titles("Боинг-737").count == 2)
    #expect(try cache.titles("\"боинг-737 вернулся\"") == ["Боинг-737 вернулся в порт"])
  }

  @Test(
    "A number with its sign, a grouped one and one below nothing are found",
    arguments: [
      ("Лицей №7 открыт", ["№ 7", "№7", "N 7", "лицей № 7"]),
      ("Посадили 12\u{202F}500 деревьев", ["12500", "12 500"]),
      ("Ночью −27 °C", ["−27", "27"]), ("7-й день фестиваля", ["7-й"]),
    ])
  func numbers(title: String, queries: [String]) throws {
    try store([title, "Лицей закрыт", "Посадили лес", "500 дней"])
    for query in queries { #expect(try cache.titles(query).contains(title), "\(query)") }
    #expect(try !cache.titles("№ 500").contains("500 дней"))
  }

  @Test("C++ and C# are two things")
  func signs() throws {
    try store(["Вышел C++26", "Курс по C++", "Учат C#", "Витамин C"])
    #expect(
      try cache.titles("c++") == ["Курс по C++"]
        || Set(cache.titles("c++")) == ["Курс по C++", "Вышел C++26"])
    #expect(try cache.titles("C#") == ["Учат C#"])
  }

  @Test(
    "A question of nothing but small words is looked for in titles",
    arguments: ["кто если не мы", "\"Если не мы\"", "Кто, если не мы?", "если кто не мы"])
  func smallWords(query: String) throws {
    try store(["Кто, если не мы: вечер памяти", "Мы и они", "Погода"])
    #expect(try cache.titles(query) == ["Кто, если не мы: вечер памяти"])
    #expect(try cache.titles("если погода") == ["Погода"])
    #expect(try cache.titles("не").isEmpty)
    #expect(try cache.titles("\"они если\"").isEmpty)
  }

  @Test(
    "Words that tell a language are found like any other",
    arguments: [
      ("kk", "Қазақстан туы", "Қазақстанның"), ("kk", "Таза су", "суды"), ("kk", "Жаңа жыл", "жаңа жылда"),
      ("tt", "Яңа ел", "яңа"), ("ru", "Новости Татарстана", "татарстан"), ("uk", "Року дитини", "рік"),
    ])
  func subjects(language: String, title: String, query: String) throws {
    try store([title], language: language)
    #expect(try cache.titles(query) == [title])
  }

  @Test("A surname in -ов finds its cases and not the name within it; a genitive of many finds its noun")
  func surnames() throws {
    try store(["Ответил Климов", "Слова Климова", "Климу семь лет", "Пилотов наградили", "В небе пилоты"])
    #expect(try Set(cache.titles("Климов")) == ["Ответил Климов", "Слова Климова"])
    #expect(try Set(cache.titles("климов")).isSuperset(of: ["Ответил Климов", "Слова Климова"]))
    #expect(try Set(cache.titles("пилот")) == ["Пилотов наградили", "В небе пилоты"])
    #expect(try Set(cache.titles("пилотов")) == ["Пилотов наградили", "В небе пилоты"])
  }
}
