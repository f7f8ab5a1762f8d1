/// The names of months in the languages that news come in: full, in the cases that dates use, and short.
/// Folded.
package enum DateNames {
  /// The month, from one, that a folded word names.
  package static func month(_ word: String) -> Int? {
    if let month = months[word] { return month }
    // Forms with endings beyond the tables: желтоқсанда, декабрендә.
    if word.utf8.count >= 10,
      let long = longStems.first(where: {
        word.hasPrefix($0.stem) && word.utf8.count <= $0.stem.utf8.count + 10
      })
    {
      return long.month
    }
    return shortStems.first { stem, _ in
      word.hasPrefix(stem) && turkicEndings.contains(String(word.dropFirst(stem.count)))
    }?.month
  }

  /// Whether a word is a month's name in full, which stands by itself in running text.
  static func isFullMonth(_ word: String) -> Bool {
    word.utf8.count >= 8
      || ["мая", "мае", "майы", "май", "may", "june", "july", "march", "april", "юни", "юли"].contains(word)
  }

  private static let months: [String: Int] = {
    var result: [String: Int] = [:]
    for line in names.split(separator: "\n") {
      for (index, forms) in line.split(separator: "|").enumerated() {
        for form in forms.split(separator: " ") where result[Folding.fold(form)] == nil {
          result[Folding.fold(form)] = index + 1
        }
      }
    }
    return result
  }()

  private static let longStems: [(stem: String, month: Int)] = [
    ("қаңтар", 1), ("ақпан", 2), ("наурыз", 3), ("сәуір", 4), ("мамыр", 5), ("маусым", 6), ("шілде", 7),
    ("тамыз", 8), ("қыркүйек", 9), ("қараша", 11), ("желтоқсан", 12), ("гыйнвар", 1), ("феврал", 2),
    ("апрел", 4), ("август", 8), ("сентябр", 9), ("октябр", 10), ("ноябр", 11), ("декабр", 12), ("январ", 1),
    ("ғинуар", 1),
  ]

  /// Months too short to be told by their beginning alone: what follows must be an ending of the Turkic languages
  /// ("12 мае", "5-марты", "12 июлендә", "4 martda").
  private static let shortStems: [(stem: String, month: Int)] = [
    ("март", 3), ("май", 5), ("мае", 5), ("июн", 6), ("июл", 7), ("yanvar", 1), ("fevral", 2), ("mart", 3),
    ("aprel", 4), ("may", 5), ("iyun", 6), ("iyul", 7), ("avgust", 8), ("sentabr", 9), ("sentyabr", 9),
    ("oktabr", 10), ("oktyabr", 10), ("noyabr", 11), ("dekabr", 12),
  ]

  /// A possessive, a case, or both.
  private static let turkicEndings: Set<String> = {
    let possessives = ["", "ь", "ы", "е", "и", "i"]
    let cases = [
      "", "да", "дә", "де", "до", "дө", "ҙа", "ҙә", "ла", "лә", "та", "тә", "те", "то", "нда", "ндә", "нде",
      "дан", "дән", "ден", "тан", "тән", "тен", "нан", "нән", "ннан", "ннән", "дын", "дин", "дың", "дің",
      "тың", "тің", "нын", "нин", "ның", "нің", "нең", "нинг", "га", "гә", "ка", "кә", "ға", "ге", "қа",
      "ке", "на", "нә", "не", "da", "dan", "ning", "ga", "gacha",
    ]
    return Set(possessives.flatMap { possessive in cases.map { Folding.fold(possessive + $0) } })
  }()

  /// A line a language, twelve fields parted by bars.
  private static let names = """
    январь января янв|февраль февраля фев февр|март марта мар|апрель апреля апр|май мая|июнь июня июн|июль \
    июля июл|август августа авг|сентябрь сентября сен сент|октябрь октября окт|ноябрь ноября ноя нояб|\
    декабрь декабря дек
    січень січня січ|лютий лютого лют|березень березня бер|квітень квітня кві квіт|травень травня тра трав|\
    червень червня чер черв|липень липня лип|серпень серпня сер серп|вересень вересня вер|жовтень жовтня \
    жов жовт|листопад листопада лис лист|грудень грудня гру груд
    студзень студзеня сту студз|люты лютага лют|сакавік сакавіка сак|красавік красавіка кра крас|травень \
    траўня мая май|чэрвень чэрвеня чэр чэрв|ліпень ліпеня ліп|жнівень жніўня жні жнів|верасень верасня вер|\
    кастрычнік кастрычніка кас каст|лістапад лістапада ліс ліст|снежань снежня сне снеж
    қаңтар қаң қант|ақпан ақп|наурыз нау|сәуір сәу|мамыр мам|маусым мау|шілде шіл|тамыз там|қыркүйек қыр|\
    қазан қаз|қараша қар|желтоқсан жел желт
    гыйнвар гыйн|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь
    януари яну|февруари|март|април|май|юни|юли|август|септември септ|октомври|ноември ное|декември
    january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|september sep sept|\
    october oct|november nov|december dec
    januar jänner|februar|märz mrz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez
    janvier janv|février févr fév|mars|avril avr|mai|juin|juillet juil|août|septembre|octobre|novembre|\
    décembre déc
    enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre|octubre|noviembre|diciembre \
    dic
    gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre set|ottobre ott|\
    novembre|dicembre
    janeiro|fevereiro fev|março|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|dezembro
    stycznia styczeń|lutego luty|marca marzec|kwietnia kwiecień|maja maj|czerwca czerwiec|lipca lipiec|\
    sierpnia sierpień|września wrzesień|października październik|listopada listopad|grudnia grudzień
    ledna leden|února únor|března březen|dubna duben|května květen|června červen|července červenec|srpna \
    srpen|září|října říjen|listopadu|prosince prosinec
    január|február|március|április ápr|május máj|június jún|július júl|augusztus|szeptember szept|október|\
    november|december
    ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık
    Ιαν Ιανουαρίου|Φεβ Φεβρουαρίου|Μαρ Μάρ Μαώ Μαρτίου|Απρ Απριλίου|Μάι Μαΐ Μαι Μαΐου|Ιούν Ιον Ιουνίου|\
    Ιούλ Ιολ Ιουλίου|Αύγ Αυγ Αυγούστου|Σεπ Σεπτεμβρίου|Οκτ Οκτωβρίου|Νοέ Νοε Νοεμβρίου|Δεκ Δεκεμβρίου
    يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
    كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|||
    yanvar yan|fevral fev|mart|aprel|may|iyun iyn|iyul iyl|avgust avqust avg|sentabr sentyabr|oktabr oktyabr|\
    noyabr noy|dekabr dek
    ғинуар ғин|||||||||||
    """
}
