import Testing
import TextLayout

/// One statement about a break: `·` marks the space that must hold, `|` the break that must be permitted; both stand
/// for a space, `¦` and `‖` for no character at all (held and permitted inside a word).
struct RuleCase: CustomTestStringConvertible, Sendable {
  let rule: Int
  let level: BreakLevel
  let text: String
  var language = "ru"

  var testDescription: String { "rule \(rule): \(text)" }

  var plain: String {
    text.replacing("·", with: " ").replacing("|", with: " ").replacing("¦", with: "").replacing("‖", with: "")
  }

  /// The byte behind the marked place.
  var offset: Int {
    for mark in ["·", "|"] {
      if let range = text.firstRange(of: mark) { return text[..<range.lowerBound].utf8.count + 1 }
    }
    for mark in ["¦", "‖"] {
      if let range = text.firstRange(of: mark) { return text[..<range.lowerBound].utf8.count }
    }
    return -1
  }

  static func held(_ rule: Int, _ level: BreakLevel, _ texts: String..., language: String = "ru")
    -> [RuleCase]
  {
    texts.map { RuleCase(rule: rule, level: level, text: $0, language: language) }
  }

  static func free(_ rule: Int, _ texts: String..., language: String = "ru") -> [RuleCase] {
    texts.map { RuleCase(rule: rule, level: .free, text: $0, language: language) }
  }
}

@Suite("Language rules")
struct LanguageRuleTests {
  static let cases: [RuleCase] =
    RuleCase.held(
      1, .hard, "живёт в·доме сегодня", "сказал: «И·он придёт", "пошли к·реке", "(а·потом ушли",
      "брат и·сестра")
    + RuleCase.free(1, "живёт|в доме сегодня", "пункт «в»|доме том", "мама|мыла раму давно")
    + RuleCase.held(
      2, .weak, "лежит на·столе давно", "вышли из·дома утром", "ушёл до·обеда вчера", "но·потом передумал")
    + RuleCase.held(2, .hard, "он не·был там", "никто ни·слова больше")
    + RuleCase.free(2, "лежит|на столе давно", "подошли|до обеда", "потом|когда-нибудь позже")
    + RuleCase.held(3, .hard, "сделал·бы лучше", "тот·же самый дом", "знает·ли, кто там", "если·б не дождь")
    + RuleCase.free(3, "сделал|быстро всё", "дом|желтый стоит", "город|липовый")
    + RuleCase.held(
      4, .hard, "поэт А.·С. Пушкин", "поэт А. С.·Пушкин", "это Пушкин·А. С., поэт", "это А.С.·Пушкин был")
    + RuleCase.free(4, "поэт|А. С. Пушкин", "это был Пушкин.|Александр ушёл", "Пушкин|писал много")
    + RuleCase.held(
      5, .hard, "дома и т.·д. там", "хлеб, т.·е. еда", "дома и·т. д. там", "сёла и·др. места",
      "век до н.·э. был", "век до·н. э. был")
    + RuleCase.free(5, "и т. д.|Потом ушли", "и др.|города там", "н. э.|Потом пришли")
    + RuleCase.held(
      6, .hard, "приехал в г.·Казань вчера", "на ул.·Ленина стоит", "см.·рис. 5", "см. рис.·5 там",
      "дом д.·5 построен",
      "завод им.·Кирова", "проф.·Иванов сказал", "г-н·Петров сказал")
    + RuleCase.free(6, "это было в 2024 г.|Казань росла", "стоит дом.|Улица пуста", "и т. п.|Он ушёл")
    + RuleCase.held(
      7, .hard, "весит 240·т руды", "рост 5,6·% за год", "около 100·тыс. руб.", "около 100 тыс.·руб. всего",
      "длина 37·км от",
      "площадь 5·кв. м", "минус 5·°C было", "стоит 100·₽ всего")
    + RuleCase.held(
      7, .strong, "прошло 7·тысяч лет", "около 20·процентов жителей", "ещё 15·человек ушли",
      "5 млн·рублей дали")
    + RuleCase.free(7, "после 2019|он уехал", "в доме 5|построили лифт", "много|тысяч лет")
    + RuleCase.held(8, .hard, "школа №·18 города", "закон, §·5 главы", "цена $·20 всего")
    + RuleCase.free(8, "школа|№ 18 города", "параграф|5-й там")
    + RuleCase.held(
      9, .hard, "это 5·декабря было", "в 2024·г. зимой", "в XX·в. было", "в 2020–2024·гг. было",
      "конец XIX·века был")
    + RuleCase.free(9, "зимой|декабря прошлого", "5 декабря|2024 г. было", "весь|век прожил")
    + RuleCase.held(10, .hard, "всего 1·302 569 рублей", "всего 1 302·569 рублей", "около 12·000 тонн")
    + RuleCase.free(10, "в 2024|302 человека", "номера 5|12 и", "слово|569 раз")
    + RuleCase.held(11, .hard, "годы 2024–¦2026 были", "с 5–¦7 часов", "века XIX–¦XX были")
    + RuleCase.held(11, .strong, "номера 1000000–¦2000000 все")
    + RuleCase.free(11, "поезд Москва–‖Казань ушёл", "перелёт Омск–‖Томск отменён")
    + RuleCase.held(12, .hard, "слово·— слово", "слово·– слово", "слово·- слово", "слово¦—слово вот")
    + RuleCase.free(12, "слово —|слово", "слово –|слово", "слово—‖слово вот")
    + RuleCase.held(13, .hard, "—·Да, конечно", "–·Нет, никогда", "-·Пойдём домой")
    + RuleCase.free(13, "— Да, —|сказал он", "Он —|герой труда")
    + RuleCase.held(
      14, .hard, "слово·» и потом", "слово·: и потом", "так «·слово и", "да·… и потом", "слово·) и потом",
      "(·слово) и потом")
    + RuleCase.free(14, "слово|«и потом»", "слово|(и потом)", "слово,|и потом")
    + RuleCase.held(
      15, .hard, "1)·текст пункта", "а)·текст пункта", "1.·Текст пункта", "да; 2)·текст пункта",
      "•·текст пункта")
    + RuleCase.free(15, "(рис. 5)|текст дальше", "это (а)|текст дальше", "вышло в 2019.|Текст дальше")
    + RuleCase.held(
      16, .hard, "кто-¦то пришёл", "сказал по-¦русски это", "кое-¦как дошёл", "из-¦за дома",
      "кто-¦нибудь придёт")
    + RuleCase.free(16, "социально-‖экономический рост", "интернет-‖магазин открыт")
    + RuleCase.held(
      17, .hard, "тел. +7·495 123-45-67", "тел. +7 495·123-45-67", "на https://¦example.org/page тут",
      "на https://example.org/¦page тут", "на https://example.org/page?¦a=1 тут")
    + RuleCase.free(17, "тел. 123-45-67|добавочный", "на https://example.org/|смотрите")
    + RuleCase.held(18, .strong, "по ГОСТ·5773 делают", "это ООО·«Ромашка» там", "школа МБОУ·№ 5 там")
    + RuleCase.free(18, "это ООО|работает там", "России|5773 дома", "ГОСТ|утверждён")
    + RuleCase.held(4, .hard, "писатель Дж.·Р. Р. Толкин", "философ М.-Ж.·Руссо там")
    + RuleCase.held(
      6, .hard, "на м.·Киевская ждут", "это д-р·Иванов сказал", "живёт на эт.·3 дома", "смотри гл.·IV, там")
    + RuleCase.held(
      7, .hard, "стоит 100·р. всего", "сеть 220·В здесь", "прошло 15·с, потом", "площадь 5·м2 всего",
      "ртуть 760 мм·рт. столба", "канал 100·Мбит/с есть")
    + RuleCase.free(7, "в доме 5|с котом", "в 2024|в доме")
    + RuleCase.held(8, .hard, "школы №¦№ 3 города")
    + RuleCase.held(9, .hard, "ночь 5-го·декабря была", "конец 20-х·гг. был")
    + RuleCase.free(9, "дом 5-й|декабрьский вечер", "2024-й|год ушёл")
    + RuleCase.free(3, "для а) вас,|б) нас")
    + RuleCase.held(17, .hard, "тел. 8 495 123·45 67 там", "тел. 8 495 123 45·67 там")
    + RuleCase.held(18, .strong, "это АО·Газпром там", "это ИП·Иванов там")
    + RuleCase.free(18, "это США|Иванов там", "это ООО|работало")
    + RuleCase.held(5, .hard, "это и.·о. главы района", "врач, к.·м. н., сказал", "автор, д. э.·н., считает")
    + RuleCase.held(
      6, .hard, "живёт в Тверская·обл., там", "весь Ленинский·р-н без воды", "письмо на а/я·45 там",
      "старая ж/д·станция там", "дом 3, к.·5 там", "стоит на наб.·реки Оби")
    + RuleCase.free(6, "приехал в город|обл. центр", "город Тобольск|ул. Ленина там", "это край|света там")
    + RuleCase.held(
      7, .hard, "прошло 5·мес. там", "в книге 3·стр. текста", "около 100 тыс. кв.·м жилья", "сборка 5·× 3 м")
    + RuleCase.held(7, .strong, "ехали 12 ч·30 мин. туда", "стоит 10 руб.·50 коп. всего")
    + RuleCase.free(7, "прошли 5 км|30 января там", "вышло 5|страшных дней")
    + RuleCase.held(8, .hard, "точность ±·5 единиц", "сборка 5 ×·3 м", "весит ≈·20 там")
    + RuleCase.held(9, .hard, "итоги за IV·кв. года")
    + RuleCase.held(18, .strong, "по ГОСТ·Р 51141 там", "по ГОСТ Р·51141 там")
    + RuleCase.free(18, "это США.|В 2024 году", "план Б|работает там")
    + RuleCase.held(2, .weak, "ляжыць на·стале там", "выйшлі да·абеду там", "чай ці·кава", language: "be")
    + RuleCase.held(3, .hard, "зрабіў·бы лепш", "той·жа самы", "калі·б не дождж", language: "be")
    + RuleCase.free(1, "жыве|ў горадзе цяпер", "маці|пайшла дадому", language: "be")
    + RuleCase.held(6, .hard, "прыехаў у г.·Мінск там", "на вул.·Леніна там", "гл.·мал. 5", language: "be")
    + RuleCase.held(7, .hard, "каля 5·тыс. руб.", "каля 100 тыс.·руб. там", language: "be")
    + RuleCase.held(9, .hard, "гэта 5·снежня было", "у 2024·г. зімой", language: "be")
    + RuleCase.free(3, "зрабіў|быццам усё", "дом|жоўты стаіць", language: "be")
    + RuleCase.held(2, .weak, "лежить на·столі там", "вийшли до·обіду там", "хліб та·сіль", language: "uk")
    + RuleCase.held(2, .hard, "він не·був там", "ніхто ні·слова", language: "uk")
    + RuleCase.held(6, .hard, "приїхав у м.·Київ там", "на вул.·Франка там", "див.·рис. 5", language: "uk")
    + RuleCase.held(7, .hard, "близько 5·тис. грн", "коштує 100·грн там", language: "uk")
    + RuleCase.held(9, .hard, "це 5·грудня було", "у 2024·р. взимку", language: "uk")
    + RuleCase.free(3, "зробив|бистро все", "дім|жовтий стоїть", language: "uk")
    + RuleCase.free(1, "живея|в града сега", "град|стар", language: "bg")
    + RuleCase.held(6, .hard, "живее в гр.·София там", "на ул.·Раковска там", "виж чл.·5 там", language: "bg")
    + RuleCase.held(7, .hard, "около 5·хил. лв.", "цена 100·лв. там", "тежи 20·кг там", language: "bg")
    + RuleCase.held(9, .hard, "това е 5·декември там", "през 2024·г. там", "през XX·век там", language: "bg")
    + RuleCase.free(9, "през|декември там", "цял|век там", language: "bg")
    + RuleCase.held(7, .hard, "шамамен 5·млн теңге", "барлығы 20·кг болды", "жолы 37·км жер", language: "kk")
    + RuleCase.held(
      9, .hard, "бұл 5·желтоқсан еді", "сол 2024·ж. қыста", "бұл 2024·жылы болды", language: "kk")
    + RuleCase.held(3, .weak, "барды·ма екен", "олар·да келді", language: "kk")
    + RuleCase.held(7, .hard, "якынча 5·млн сум", "барысы 20·кг булды", "юлы 37·км җир", language: "tt")
    + RuleCase.held(9, .hard, "бу 5·декабрь иде", "шул 2024·ел иде", "бу 5·гыйнварда булды", language: "tt")
    + RuleCase.held(3, .weak, "барды·мы икән", language: "tt")
    + RuleCase.free(3, "килде|мәктәп ягына", "бала|далага чыкты", language: "tt")
    + RuleCase.held(19, .weak, "конец нашего·дня", "пришёл сюда·сам.", "прожил тут лет·100")
    + RuleCase.free(19, "конец нашего|вечера", "конец|нашего дня")
    + RuleCase.held(1, .hard, "живе в·будинку тепер", "йде з·дому зараз", "мати й·батько тут", language: "uk")
    + RuleCase.held(3, .hard, "зробив·би краще", "якби·ж то знати", language: "uk")
    + RuleCase.free(1, "живе|в будинку тепер", "великий|будинок тут", language: "uk")
    + RuleCase.held(1, .hard, "жыве ў·горадзе цяпер", "пайшлі з·дому", "маці і·бацька", language: "be")
    + RuleCase.held(1, .weak, "живее в·града сега", "той и·тя са", "говори с·него", language: "bg")
    + RuleCase.held(3, .weak, "келді·ме деді", "сен де·ба екен", "бала·да келді", language: "kk")
    + RuleCase.held(3, .weak, "килде·мы дигән", "бала·да килде", "ул·тә килде", language: "tt")
    + RuleCase.free(3, "келді|мектеп жаққа", "бала|далаға шықты", language: "kk")

  @Test("Each rule holds what it must and lets go what it must", arguments: cases)
  func rule(_ expected: RuleCase) {
    let layout = ParagraphLayout(LayoutOptions(measure: 60, language: expected.language))
    let plain = expected.plain
    let found = layout.breaks(in: plain).filter { $0.kind != .hyphen }.first { $0.offset == expected.offset }
    #expect(found != nil, "no break there")
    #expect(found?.level == expected.level)
    #expect(found?.isPermitted == (expected.level == .free))
    if expected.level != .free {
      #expect(found?.rule == "\(expected.rule)" || found?.rule == "uax14")
    }
  }

  @Test("In headings no line ends in a preposition or conjunction of any length")
  func headings() {
    let layout = ParagraphLayout(.heading(measure: 30, language: "ru"))
    for text in ["мост через реку", "дорога между сёлами", "сказал, что придёт"] {
      #expect(layout.breaks(in: text).contains { $0.rule == "20" && $0.level == .hard }, "\(text)")
    }
    #expect(layout.breaks(in: "новый мост открыт").allSatisfy { $0.isPermitted })
    let heading = "Мост через Тобылгу открыли на три недели раньше срока"
    let lines = layout.lines(of: heading)
    #expect(lines.count == 2)
    #expect(abs(lines[0].columns - lines[1].columns) < 8)
  }

  @Test(
    "Spaces and hyphens that hold are held, zero-width spaces and soft hyphens break (rule 23)",
    arguments: [
      ("ровно 5\u{A0}000 там", 14, false), ("пять\u{202F}тонн там", 11, false),
      ("10\u{2007}000 там", 5, false),
      ("стол\u{200B}стул", 11, true), ("пере\u{AD}нос", 10, true),
    ])
  func specials(_ text: String, _ offset: Int, _ isPermitted: Bool) {
    let layout = ParagraphLayout(LayoutOptions(measure: 60, language: "ru", hyphenation: .none))
    let found = layout.breaks(in: text).first { $0.offset == offset }
    #expect(found?.isPermitted == isPermitted)
    #expect(isPermitted || found?.rule == "23" && found?.level == .hard)
    #expect(layout.breaks(in: "нн\u{2011}нн а\u{2060}б").allSatisfy { $0.kind == .space })
  }

  @Test("Verse and preformatted text stand as written")
  func asWritten() {
    let layout = ParagraphLayout(LayoutOptions(measure: 12, language: "ru", fit: .asWritten))
    let lines = layout.lines(of: "  Буря мглою\nнебо  кроет\n\nвихриснежныекрутя")
    #expect(lines.map { $0.range } == [0..<21, 22..<42, 43..<43, 44..<68, 68..<78])
  }

  @Test("A run wider than the line gives way: weak first, then strong, then hard")
  func relaxing() {
    func lines(_ text: String, _ measure: Int) -> [String] {
      let layout = ParagraphLayout(
        LayoutOptions(measure: measure, language: "ru", fit: .first, hyphenation: .none))
      return layout.lines(of: text).map { layout.text(of: $0, in: text) }
    }
    #expect(lines("на столе", 7) == ["на", "столе"])
    #expect(lines("7 тысяч", 6) == ["7", "тысяч"])
    #expect(lines("в доме", 5) == ["в", "доме"])
    #expect(lines("до 7 тысяч", 8) == ["до", "7 тысяч"])
    #expect(lines("№ 7 тысяч", 8) == ["№ 7", "тысяч"])
    #expect(lines("до № 7 тысяч", 8) == ["до", "№ 7", "тысяч"])
    #expect(lines("№ 7", 2) == ["№", "7"])
    #expect(lines("в доме на столе", 9) == ["в доме", "на столе"])
    #expect(lines("предприятие", 5) == ["предп", "рияти", "е"])
  }
}
