import Foundation
import Language
import NewsModel

/// The phrases by which sites announce what is no part of an article.
enum BodyPhrases {
  /// Lower case, one space between words, ё as е, letters and marks composed, signs at the ends left out.
  ///
  /// - Parameter limit: the scalars of the text that are looked at.
  static func folded(_ text: String, limit: Int = 500) -> String {
    let line = LowerCase.of(CleanText.line(text, limit: limit))
    let scalars = line.unicodeScalars
    guard let first = scalars.firstIndex(where: isWord), let last = scalars.lastIndex(where: isWord) else {
      return ""
    }
    let end = scalars.index(after: last)
    var rest = first == line.startIndex && end == line.endIndex ? line : String(scalars[first..<end])
    if !isComposed(rest) { rest = rest.precomposedStringWithCanonicalMapping }
    return withoutDots(rest)
  }

  /// ё as е.
  private static func withoutDots(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var isChanged = false
    for index in bytes.indices.dropLast() where bytes[index] == 0xD1 && bytes[index + 1] == 0x91 {
      (bytes[index], bytes[index + 1]) = (0xD0, 0xB5)
      isChanged = true
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : text
  }

  /// Whether a text of letters is composed for certain: ASCII, Latin up to U+02FF, Cyrillic, quotation marks and dashes.
  private static func isComposed(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.allSatisfy { index in
        switch bytes[index] {
        case 0..<0xCC, 0xD0...0xD3: true
        // U+2000 and U+2001 alone are not, and `CleanText` has made common spaces of them.
        case 0xE2: bytes[index + 1] == 0x80
        default: false
        }
      }
    }
  }

  /// Letters, digits, and the marks that stand on letters.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x7F:
      scalar.value >= 0x30 && scalar.value <= 0x39 || scalar.value >= 0x61 && scalar.value <= 0x7A
    case 0x400...0x481, 0x48A...0x52F: true
    default:
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
    }
  }

  /// So many scalars of a text tell whether it is an invitation or furniture.
  static let opening = 120

  /// «Читайте также», «Read more»: a text that announces other articles, and holds little besides.
  ///
  /// - Parameters:
  ///   - text: folded, or the opening of it.
  ///   - bytes: how long the whole is.
  static func isInvitation(_ text: String, ofBytes bytes: Int) -> Bool {
    guard bytes < 600 else { return false }
    if text.utf8.count < longest, headings.contains(ExactText(text)) { return true }
    if text.utf8.count < 60, announcesMore(text) { return true }
    let first = Substring(text.utf8.prefix { $0 != 0x20 })
    guard first.utf8.count < longest else { return false }
    return byFirstWord[ExactText(bare(first))]?.contains {
      text.beginsExactly(with: $0) && text.dropFirst($0.count).first?.isLetter != true
    } ?? false
  }

  /// «More great stories», «Mehr zu Fleischkonsum»: the words at both ends, anything between.
  private static func announcesMore(_ text: String) -> Bool {
    if text.beginsExactly(with: "mehr zu ") { return true }
    return text.beginsExactly(with: "more ")
      && ["stories", "news", "articles", "coverage", "videos", "reads"].contains { text.hasSuffix(" " + $0) }
  }

  private static func bare(_ word: Substring) -> Substring {
    var word = word
    while let last = word.unicodeScalars.last, !isWord(last) { word.unicodeScalars.removeLast() }
    return word
  }

  /// The invitations by their first word.
  private static let byFirstWord = Dictionary(
    grouping: invitations, by: { ExactText(bare($0.split(separator: " ").first ?? "")) })

  /// A folded text that is nothing but a button's or a counter's words.
  static func isFurniture(_ text: String) -> Bool {
    text.utf8.count < longest && buttons.contains(ExactText(text))
      || endings.contains(where: text.beginsExactly)
  }

  /// The bytes of the longest heading, button and first word, and more: what is longer is none of them.
  private static let longest = 100

  private static let invitations = [
    "читайте также", "читать также", "читайте еще", "читайте по теме", "читай также", "читайте на эту тему",
    "смотрите также", "смотри также", "см. также", "ранее по теме", "материалы по теме", "материал по теме",
    "новости по теме", "статьи по теме", "по этой теме", "еще по теме", "другие новости по теме",
    "похожие новости",
    "похожие статьи", "похожие материалы", "вам может быть интересно", "вам будет интересно", "это интересно",
    "также по теме", "рекомендуем прочитать", "рекомендуем почитать", "советуем почитать",
    "подписывайтесь на",
    "подпишитесь на", "подписывайся на", "присоединяйтесь к нам", "следите за нашими новостями",
    "следите за новостями", "больше новостей в", "оперативные новости в", "самые важные новости в",
    "читайте нас в", "мы в telegram", "мы в социальных сетях", "наш канал в telegram", "нашли опечатку",
    "нашли ошибку", "заметили ошибку", "если вы нашли ошибку", "если вы заметили ошибку", "выделите ошибку",
    "выделите текст с ошибкой", "сообщить об опечатке", "читайте в нашем telegram", "читайте наш telegram",
    "читайте также по теме", "теги", "ключевые слова", "поделиться", "поделитесь новостью",
    "расскажите друзьям",
    "читайте материал", "читайте в материале", "читайте в статье", "читайте в рубрике", "фото по теме",
    "видео по теме", "реклама",
    "читайте також", "читай також", "дивіться також", "підписуйтесь на", "підписуйтеся на", "підпишіться на",
    "більше новин", "новини за темою", "схожі новини", "матеріали за темою", "вас може зацікавити",
    "якщо ви помітили",
    "тағы оқыңыз", "сондай-ақ оқыңыз", "оқи отырыңыз", "тағы да оқыңыз", "осы тақырып бойынша",
    "бізге жазылыңыз",
    "шулай ук укыгыз", "чытайце таксама", "глядзіце таксама", "прочетете още", "вижте още", "прочитајте",
    "read also", "also read", "read more", "read next", "related articles", "related stories",
    "related posts",
    "related news", "related content", "related topics", "related coverage", "related reading",
    "recommended stories",
    "recommended reading", "more on this", "more from", "you may also like", "you might also like",
    "see also",
    "don't miss", "don’t miss", "most read", "most popular", "trending now", "share this", "sign up for",
    "sign up to", "subscribe to", "follow us on", "click here to sign up", "get the latest",
    "download our app",
    "join our", "article continues below", "advertisement", "story continues below", "continue reading below",
    "lire aussi", "a lire aussi", "à lire aussi", "voir aussi", "sur le même sujet", "lisez aussi",
    "abonnez-vous",
    "lesen sie auch", "lesen sie mehr", "mehr zum thema", "das könnte sie auch interessieren",
    "auch interessant",
    "ähnliche beiträge", "ähnliche artikel", "weitere artikel", "weiterlesen", "zum thema", "lesen sie hier",
    "das könnte dich auch interessieren", "mehr dazu", "lee también", "lea también", "te puede interesar",
    "te recomendamos", "le puede interesar", "más información", "noticias relacionadas", "leia também",
    "leia mais",
    "veja também", "saiba mais", "leggi anche", "leggi tutto", "potrebbe interessarti", "articoli correlati",
    "czytaj też", "czytaj także", "zobacz także", "zobacz też", "czytaj również", "zobacz również",
    "przeczytaj także",
    "čtěte také", "přečtěte si", "lees ook", "lees meer", "les også", "læs også", "läs också", "lue myös",
    "ayrıca okuyun", "ilgili haberler",
  ]

  private static let headings: Set<ExactText> = [
    "по теме", "другие новости", "еще новости", "последние новости", "главное", "популярное", "топ новости",
    "топ новостей", "самое читаемое", "новости партнеров", "смотрите", "новости", "комментарии",
    "ссылки по теме", "темы", "related",
    "more", "tags", "comments", "trending", "newsletter", "schlagworte", "teilen", "kommentare",
    "artikel teilen",
    "popular", "recommended", "latest news", "latest", "share", "partager", "compartir", "en relación",
    "เรื่องที่เกี่ยวข้อง", "ข่าวที่เกี่ยวข้อง", "関連記事", "相关阅读", "相关新闻", "관련기사", "أخبار ذات صلة",
  ]

  private static let buttons: Set<ExactText> = [
    "facebook", "twitter", "вконтакте", "одноклассники", "telegram", "whatsapp", "viber", "livejournal",
    "email",
    "e-mail", "print", "печать", "распечатать", "версия для печати", "share", "tweet", "поделиться",
    "поделиться в соцсетях",
    "скопировать ссылку", "копировать ссылку", "copy link", "наверх", "назад", "комментировать",
    "оставить комментарий",
    "комментариев нет", "0 комментариев", "добавить комментарий", "подписаться", "подписка", "нравится",
    "мне нравится", "pinterest",
    "linkedin", "reddit", "pocket", "drucken", "teilen", "facebook twitter", "like this", "loading",
    "загрузка",
    "реклама", "advertisement", "anzeige", "publicité", "publicidad", "pubblicità", "werbung",
    "реклама на сайте", "ad",
    "play", "video", "click to enlarge", "увеличить", "read more", "подробнее", "далее", "читать далее",
    "listen", "x",
  ]

  private static let endings = [
    "просмотров:", "количество просмотров", "рейтинг:", "share on ", "tweet on ", "click to share",
    "all rights reserved", "все права защищены", "be the first to comment",
  ]
}
