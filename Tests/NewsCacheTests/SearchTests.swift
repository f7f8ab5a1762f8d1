import Foundation
import NewsCache
import NewsModel
import Testing

@Suite("Search")
struct SearchTests {
  private let cache: ArticleCache

  init() throws {
    cache = try ArticleCache.inMemory()
    try cache.store([
      Sample.draft(
        "volunteers", title: "Волонтёры нашли бабушку и внука",
        text: "Поиски в лесу шли тридцать девять часов.\nМост через реку обыскали тоже.",
        sections: [Sample.news]),
      Sample.draft(
        "bridge", title: "Мост открыли раньше срока",
        summary: "Зелёный свет автобусам",
        text: "Ремонт моста через Тобылгу закончен. Реку переходят пешком.",
        published: Sample.now.addingTimeInterval(-3 * Sample.day), sections: [Sample.strategy]),
      Sample.draft(
        "flood", title: "Паводок", text: "Река вышла из берегов, мост закрыт. Вода и мост, ремонт.",
        published: Sample.now.addingTimeInterval(-40 * Sample.day)),
      Sample.draft(
        "kazakh", title: "Көшпелі театр ауылға келді", text: "Кітапханада балалар көп.", language: "kk"),
    ])
  }

  @Test(
    "a word is found in every form, whatever its case, with е for ё and without stress marks",
    arguments: ["волонтёр", "ВОЛОНТЕРАМИ", "волонтеров", "волонтёры", "во\u{301}лонтёры"])
  func forms(word: String) throws {
    #expect(try cache.titles(word) == ["Волонтёры нашли бабушку и внука"])
  }

  @Test(
    "a vowel that comes and goes between two forms hides no word",
    arguments: ["паводок", "паводка", "паводками"])
  func fleetingVowel(word: String) throws {
    try cache.store([Sample.draft("about", title: "О паводке и немцах")])
    #expect(try Set(cache.titles(word)) == ["Паводок", "О паводке и немцах"])
    #expect(try cache.titles("немец") == ["О паводке и немцах"])
  }

  @Test("all words must occur, excluded ones must not")
  func allAndNot() throws {
    #expect(try Set(cache.titles("мост ремонт")) == ["Мост открыли раньше срока", "Паводок"])
    #expect(try cache.titles("мост -ремонт") == ["Волонтёры нашли бабушку и внука"])
    #expect(try cache.titles("мост -\"через Тобылгу\" -лес") == ["Паводок"])
    #expect(try cache.titles("-мост").isEmpty)
    #expect(try cache.titles("мост слон").isEmpty)
  }

  @Test(
    "a phrase is found where its words stand side by side",
    arguments: ["\"моста через тобылгу\"", "«мостом через Тобылгу»"])
  func phrase(text: String) throws {
    #expect(try cache.titles(text) == ["Мост открыли раньше срока"])
    #expect(try cache.titles("\"ремонт реки\"").isEmpty)
  }

  @Test("a word in the title and a newer date weigh more")
  func ranking() throws {
    #expect(try cache.titles("мост").first == "Мост открыли раньше срока")
    #expect(try cache.titles("река").last == "Паводок")
  }

  @Test("what an article tells first weighs more, and of two words the rarer one")
  func earlyAndRare() throws {
    let filler = String(repeating: "Дальше идёт обычный рассказ. ", count: 120)
    let cache = try ArticleCache.inMemory()
    try cache.store([
      Sample.draft("late", text: filler + "Ледокол"), Sample.draft("early", text: "Ледокол. " + filler),
      Sample.draft("common", text: "Гавань. Гавань. Гавань. " + filler + "Маяк."),
      Sample.draft("rare", text: "Маяк. Маяк. Маяк. " + filler + "Гавань."),
    ])
    try cache.store((0..<40).map { try Sample.draft("\($0)", text: "Гавань и ничего больше") })
    #expect(try cache.titles("ледокол") == ["Заголовок early", "Заголовок late"])
    #expect(try cache.titles("гавань маяк") == ["Заголовок rare", "Заголовок common"])
    #expect(try cache.titles("гавань маяк", isTyping: true).first == "Заголовок rare")
  }

  @Test("filters by site, section, status and date, with words and alone")
  func filters() throws {
    let id = try #require(
      try cache.search(SearchQuery("паводок", now: Sample.now), now: Sample.now).hits.first?.id)
    try cache.setStatus([id], read: true, saved: true)
    #expect(try cache.titles("мост is:saved") == ["Паводок"])
    #expect(try cache.titles("мост is:unread").count == 2)
    #expect(try cache.titles("мост site:echo section:стратегия") == ["Мост открыли раньше срока"])
    #expect(try cache.titles("река section:НОВ -паводок -из") == ["Волонтёры нашли бабушку и внука"])
    #expect(try cache.titles("мост site:other").isEmpty && cache.titles("мост section:нет").isEmpty)
    #expect(try cache.titles("мост since:2d") == ["Волонтёры нашли бабушку и внука"])
    #expect(try cache.titles("мост since:2026-01-15").count == 2)
    #expect(try cache.titles("is:saved") == ["Паводок"])
    #expect(try cache.titles("").isEmpty && cache.titles("и").isEmpty)
    #expect(try cache.titles("http://echo.example/").isEmpty)
  }

  @Test(
    "a query on the other keyboard layout or in Latin letters finds the word and says how it was read",
    arguments: [
      ("djkjynths", SearchResults.Reading.otherLayout("волонтеры")),
      ("volontery", .transliteration("волонтеры")), ("gfdjljr", .otherLayout("паводок")),
    ])
  func mistyped(text: String, reading: SearchResults.Reading) throws {
    let results = try cache.search(SearchQuery(text, now: Sample.now), now: Sample.now)
    #expect(results.hits.count == 1)
    #expect(results.reading == reading)
  }

  @Test("a word that mixes alphabets is found by either spelling")
  func mixedAlphabets() throws {
    try cache.store([Sample.draft("mixed", title: "Cейм собрался", text: "Пpивет")])  // Latin C and p
    #expect(try cache.titles("сейм") == ["Cейм собрался"])
    #expect(try cache.titles("привет") == ["Cейм собрался"])
    #expect(try cache.titles("Пpивет") == ["Cейм собрался"])
  }

  @Test("a Kazakh word is found in another form")
  func kazakh() throws {
    #expect(try cache.titles("ауыл") == ["Көшпелі театр ауылға келді"])
    #expect(try cache.titles("кітапхана") == ["Көшпелі театр ауылға келді"])
  }

  @Test(
    "Ukrainian and Tatar words are found in other forms",
    arguments: [
      ("uk", "Рятувальники знайшли дівчинку в лісі", ["рятувальників", "дівчинка", "ЛІСУ"]),
      ("tt", "Казанда яңа китапханәләр ачылды", ["китапханә", "китапханәләрдә", "КИТАПХАНӘГӘ"]),
      ("be", "Выратавальнікі знайшлі дзяўчынку", ["выратавальнікаў", "дзяўчынка"]),
    ])
  func otherLanguages(language: String, title: String, words: [String]) throws {
    try cache.store([Sample.draft("other", title: title, language: language)])
    for word in words { #expect(try cache.titles(word) == [title], "\(word)") }
  }

  @Test("while typing, what has the words in its title comes first, behind a finished word too")
  func hurried() throws {
    try cache.store([
      Sample.draft("new", title: "Что нового", text: "Паводок пришёл и ушёл."),
      Sample.draft(
        "title", title: "Паводок пришёл", text: "Коротко.",
        published: Sample.now.addingTimeInterval(-Sample.day)),
    ])
    for text in ["паводок приш", "паводок пришёл", "паводок пришёл "] {
      #expect(try cache.titles(text, isTyping: true) == ["Паводок пришёл", "Что нового"], "\(text)")
    }
  }

  @Test("a phrase holds in every form of its words and in their order; filters narrow it")
  func phraseForms() throws {
    #expect(try cache.titles("\"мостом через реками\"") == ["Волонтёры нашли бабушку и внука"])
    #expect(try cache.titles("\"рек через мост\"").isEmpty)
    #expect(try cache.titles("\"рек обыскали\"") == ["Волонтёры нашли бабушку и внука"])
    #expect(try cache.titles("\"рек обыскали\" section:стратегия").isEmpty)
    #expect(try cache.titles("\"рек обыскали\" -волонтёры").isEmpty)
  }

  @Test("the word being typed is a beginning from three letters on")
  func typing() throws {
    #expect(try cache.titles("вол", isTyping: true) == ["Волонтёры нашли бабушку и внука"])
    #expect(try cache.titles("волонтёры", isTyping: true) == ["Волонтёры нашли бабушку и внука"])
    #expect(try cache.titles("мост тоб", isTyping: true) == ["Мост открыли раньше срока"])
    #expect(try cache.titles("вол", isTyping: false).isEmpty)
    #expect(try cache.titles("во", isTyping: true).isEmpty)
  }

  @Test("hits are marked in the title and in a piece of the text as it is written")
  func marks() throws {
    let hit = try #require(
      try cache.search(SearchQuery("реки мосты", now: Sample.now), now: Sample.now).hits.first)
    #expect(hit.listed.article.title == "Мост открыли раньше срока")
    #expect(slices(hit.listed.article.title, hit.titleHits) == ["Мост"])
    #expect(slices(hit.snippet, hit.snippetHits) == ["моста", "Реку"])
  }

  @Test("a piece of a long text begins and ends at words, with ellipses")
  func piece() throws {
    let filler = Array(repeating: "слово", count: 400).joined(separator: " ")
    try cache.store([Sample.draft("long", text: filler + " искомое " + filler)])
    let hit = try #require(
      try cache.search(SearchQuery("искомое", now: Sample.now), now: Sample.now).hits.first)
    #expect(slices(hit.snippet, hit.snippetHits) == ["искомое"])
    #expect(hit.snippet.hasPrefix("…слово ") && hit.snippet.hasSuffix("слово…") && hit.snippet.count < 170)
  }

  @Test(
    "no query breaks the search",
    arguments: [
      "\"", "-", "--", "\"\"", "NOT", "AND OR", "NEAR(a b)", "*", "a*", "col:x", "{x}", "(", "')", "мост\"",
      "^мост", "\0",
      "is:", "since:", "since:99999999999999999999d", "site:", "🙂", "-\"", "section:%", "мост\u{0}мост",
      String(repeating: "мост ", count: 5000), String(repeating: "\"", count: 999),
      String(repeating: "ж", count: 100_000),
    ])
  func hostile(text: String) throws {
    for isTyping in [false, true] {
      _ = try cache.search(SearchQuery(text, now: Sample.now, isTyping: isTyping), now: Sample.now)
    }
  }

  private func slices(_ text: String, _ ranges: [Range<Int>]) -> [String] {
    ranges.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }
}
