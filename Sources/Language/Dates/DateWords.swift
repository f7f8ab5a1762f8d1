/// Words of dates other than months: days by their distance, units, zones, what may stand between date and
/// time.
enum DateWords {
  /// Days from today.
  static let days: [String: Int] = [
    "сегодня": 0, "вчера": -1, "позавчера": -2, "завтра": 1, "сьогодні": 0, "вчора": -1, "учора": -1,
    "позавчора": -2, "сення": 0, "заучора": -2, "бүгін": 0, "кеше": -1, "бүген": 0, "кичә": -1, "днес": 0,
    "онзи": -2, "today": 0, "yesterday": -1, "heute": 0, "gestern": -1, "aujourd": 0, "hier": -1, "hoy": 0,
    "ayer": -1,
  ]

  /// Right now.
  static let now: Set<String> = ["сейчас", "только", "just", "now", "щойно", "зараз", "қазір", "хәзер"]

  /// What makes a span of time one that has passed, after it.
  static let ago: Set<String> = [
    "назад", "ago", "тому", "таму", "бұрын", "элек", "back", "элгәре", "earlier",
  ]

  /// The same, before it.
  static let agoBefore: Set<String> = ["преди", "vor", "hace"]

  /// One of something, spelt out.
  static let counts: [String: Int] = [
    "один": 1, "одну": 1, "одна": 1, "an": 1, "a": 1, "one": 1, "два": 2, "две": 2, "пару": 2, "пара": 2,
    "two": 2,
    "три": 3, "three": 3, "четыре": 4, "пять": 5, "бір": 1, "бер": 1, "екі": 2, "ике": 2, "дві": 2, "дзве": 2,
    "несколько": 3, "кілька": 3, "few": 3, "several": 3,
  ]

  /// A unit of time.
  enum Unit: Hashable {
    case seconds(Int)
    case months(Int)
  }

  /// The unit a folded word names.
  static func unit(_ word: String) -> Unit? {
    if let exact = exactUnits[word] { return exact }
    return unitStems.first { word.hasPrefix($0.stem) && word.utf8.count <= $0.stem.utf8.count + 8 }?.unit
  }

  private static let exactUnits: [String: Unit] = [
    "с": .seconds(1), "s": .seconds(1), "m": .seconds(60), "м": .seconds(60), "мин": .seconds(60),
    "min": .seconds(60), "mins": .seconds(60), "хв": .seconds(60), "хв.": .seconds(60), "ч": .seconds(3600),
    "h": .seconds(3600), "hr": .seconds(3600), "hrs": .seconds(3600), "год": .months(12), "года": .months(12),
    "лет": .months(12), "роки": .months(12), "рік": .months(12), "років": .months(12), "року": .months(12),
    "гады": .months(12), "гадоу": .months(12), "гадоў": .months(12), "жыл": .months(12), "ел": .months(12),
    "д": .seconds(86_400), "дн": .seconds(86_400), "d": .seconds(86_400), "нед": .seconds(604_800),
    "мес": .months(1), "ай": .months(1), "жил": .months(12), "полчаса": .seconds(1800), "час": .seconds(3600),
    "часа": .seconds(3600), "часов": .seconds(3600), "часу": .seconds(3600),
  ]

  private static let unitStems: [(stem: String, unit: Unit)] = [
    ("секунд", .seconds(1)), ("second", .seconds(1)), ("сек", .seconds(1)), ("минут", .seconds(60)),
    ("minute", .seconds(60)), ("хвилин", .seconds(60)), ("хвілін", .seconds(60)), ("годин", .seconds(3600)),
    ("гадзін", .seconds(3600)), ("hour", .seconds(3600)), ("сағат", .seconds(3600)),
    ("сәгат", .seconds(3600)),
    ("stunde", .seconds(3600)), ("hora", .seconds(3600)), ("день", .seconds(86_400)),
    ("дня", .seconds(86_400)),
    ("дней", .seconds(86_400)), ("дні", .seconds(86_400)), ("дзён", .seconds(86_400)),
    ("дзен", .seconds(86_400)),
    ("сут", .seconds(86_400)), ("day", .seconds(86_400)), ("күн", .seconds(86_400)),
    ("көн", .seconds(86_400)),
    ("tag", .seconds(86_400)), ("недел", .seconds(604_800)), ("тиж", .seconds(604_800)),
    ("тыдн", .seconds(604_800)), ("тыдз", .seconds(604_800)), ("week", .seconds(604_800)),
    ("апта", .seconds(604_800)), ("атна", .seconds(604_800)), ("месяц", .months(1)), ("місяц", .months(1)),
    ("month", .months(1)), ("year", .months(12)),
  ]

  /// What stands behind the number of a year.
  static let yearMarks: Set<String> = [
    "г", "год", "года", "году", "р", "рік", "року", "році", "ж", "жыл", "жылы", "жылғы", "жылдың", "е", "ел",
    "елның", "елда", "елда", "елгы", "йыл", "йылдың", "йылда", "йылғы", "жылдын", "жылда", "жылда", "йил",
    "йили", "йилнинг", "йилда", "йилги", "yil", "yili", "yilning", "yilda", "соли", "сол", "гг", "годзе", "y",
    "년", "年",
  ]

  /// What may stand between a date and its time.
  static let betweenDateAndTime: Set<String> = [
    "в", "во", "о", "об", "у", "ў", "а", "at", "t", "сағат", "сәгать", "г", "года", "год", "р", "року", "ж",
    "е",
    "ел",
    "um", "à", "a", "las", "ore", "alle", "time", "время", "日", "일", "d",
  ]

  /// How the days of the week begin, folded.
  static let weekdays = [
    "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен", "пн", "вт", "ср", "чт",
    "пт", "сб", "вс", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "неділя", "понеділок", "вівторок",
    "середа", "четвер", "п'ятниц", "субота", "панядзелак", "аўторак", "серада", "чацвер", "пятніц",
    "нядзел", "дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі", "дүшәмбе",
    "сишәмбе", "чәршәмбе", "пәнҗешәмбе", "җомга", "шимбә", "якшәмбе", "шишәмбе", "шаршамбы", "кесаҙна",
    "йома", "шәмбе", "йәкшәмбе", "дүйшөмбү", "шейшемби", "шаршемби", "бейшемби", "жума", "ишемби",
    "жекшемби", "душанб", "сешанб", "чоршанб", "пайшанб", "панҷшанб", "ҷумъа", "шанб", "якшанб",
    "dushanba", "seshanba", "chorshanba", "payshanba", "juma", "shanba", "yakshanba",
  ]

  /// What makes the number of a day an ordinal: 5-го, 5th, 5-ші, 5 нче, 5-чи.
  static let ordinals: Set<String> = [
    "го", "е", "й", "ое", "st", "nd", "rd", "th", "of", "de", "di", "ші", "шы", "інші", "ыншы", "нче",
    "нчы", "енче", "ынчы", "се", "сы", "нсе", "нсы", "чи", "чы", "чу", "чү", "инчи", "ынчы", "нчи",
    "inchi", "nchi",
  ]

  /// Hours from Greenwich of zones that are written by name.
  static let zones: [String: Double] = [
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "uct": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2,
    "met": 1,
    "mest": 2, "eet": 2, "eest": 3, "msk": 3, "msd": 4, "мск": 3, "мсд": 4, "samt": 4, "yekt": 5, "екб": 5,
    "omst": 6,
    "novt": 7, "krat": 7, "irkt": 8, "yakt": 9, "vlat": 10, "magt": 11, "pett": 12,
    "uzt": 5,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9,
    "akdt": -8,
    "hst": -10, "ast": -4, "adt": -3, "nst": -3.5, "ndt": -2.5, "jst": 9, "kst": 9, "ist": 5.5, "sgt": 8,
    "hkt": 8,
    "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "et": -5, "pt": -8, "ct": -6, "mt": -7,
    "киев": 2, "московскому": 3, "москве": 3,
  ]
}
