import Language
import Testing

@Suite("Language identification")
struct LanguageIdentifierTests {
  @Test(
    "A sentence is known by its letters and small words",
    arguments: [
      ("ru", "Новый мост через реку открыли вчера, и жители пяти сёл остались довольны."),
      ("ru", "Глава района назвал сроки ремонта"),
      ("ru", "Как это было: хроника одного дня"),
      ("uk", "Новий міст через річку відкрили вчора, і мешканці п’яти сіл задоволені."),
      ("be", "Новы мост праз раку адкрылі ўчора, і жыхары пяці вёсак задаволеныя."),
      ("kk", "Өзен арқылы жаңа көпір кеше ашылды, бес ауылдың тұрғындары риза болды."),
      ("kk", "Жаңа көпір ашылды"),
      ("tt", "Елга аша яңа күпер кичә ачылды, биш авыл халкы бик канәгать калды."),
      ("tt", "Яңа мәктәп ачылды"),
      ("bg", "Новият мост през реката беше открит вчера и жителите на пет села са доволни."),
      ("en", "The new bridge over the river was opened yesterday to the joy of five villages."),
      ("de", "Die neue Brücke über den Fluss wurde gestern für fünf Dörfer eröffnet."),
      ("fr", "Le nouveau pont sur la rivière a été ouvert hier pour les habitants de cinq villages."),
      ("es", "El nuevo puente sobre el río fue abierto ayer para los vecinos de cinco pueblos."),
      ("it", "Il nuovo ponte sul fiume è stato aperto ieri per gli abitanti di cinque paesi."),
      ("pl", "Nowy most przez rzekę został wczoraj otwarty i to jest radość dla pięciu wsi."),
      ("ky", "Жаңы көпүрө кечээ ачылды жана беш айылдын тургундары үчүн чоң кубаныч болду деп жазды."),
      ("ba", "Яңы күпер кисә асылды, биш ауыл халҡы бик ҡәнәғәт, тип яҙҙы гәзит."),
      ("el", "Η νέα γέφυρα άνοιξε χθες"), ("ja", "新しい橋が昨日開通しました"), ("zh", "新大桥昨天通车"),
      ("he", "הגשר החדש נפתח אתמול"),
    ])
  func sentences(language: String, text: String) { #expect(LanguageIdentifier.identify(text) == language) }

  @Test("Too little text is no language", arguments: ["", "12.5 %", "ok", "— …", "XYZZY QWRTP"])
  func unsure(text: String) { #expect(LanguageIdentifier.identify(text) == nil) }

  @Test(
    "Names with letters of another alphabet make no text another language",
    arguments: [
      ("ru", "Глава города Нұрлан Әбдіров осмотрел новую школу и рассказал о планах на лето."),
      ("ru", "В Україну вернулись двое путешественников, они прошли весь путь пешком."),
      ("ru", "Поэт Һади Такташ родился в этой деревне, сейчас там открыт дом-музей."),
      ("uk", "Гурт із міста Көкшетау виступив на фестивалі, зал слухав його до півночі."),
    ])
  func names(language: String, text: String) { #expect(LanguageIdentifier.identify(text) == language) }

  @Test(
    "What is said of a text's language holds where the text is too short to tell",
    arguments: [
      ("kk", "Таразда мереке", "kk"), ("kk-KZ", "Оралда жарыс", "kk-KZ"), ("tt", "Уфада бәйрәм", "tt"),
      ("uk", "Погода сьогодні", "uk"), ("be", "Навіны дня", "be"), ("ru", "Жаңа мектеп салынды", "kk"),
      ("kk", "В школах нет отопления и света", "ru"), ("uk", "Это было вчера", "ru"),
    ])
  func declared(declared: String, text: String, language: String) {
    #expect(LanguageIdentifier.identify(text, declared: declared) == language)
  }
}
