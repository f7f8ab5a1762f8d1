extension RuleWords {
  /// The words of a language, by its primary subtag in lower case; those every language shares when it is not known.
  static func words(of language: String?) -> RuleWords {
    switch language {
    case "ru": russian
    case "uk": ukrainian
    case "be": belarusian
    case "bg": bulgarian
    case "kk": kazakh
    case "tt": tatar
    case "en": english
    default: unknown
    }
  }

  private static let symbols: [(WordUse, StaticString)] = [
    (.unit, "% ‰ ° °c °с °f € $ ₽ £ ¥ ₸ ₴ kg g km m cm mm mg ml kwh mw gb mb kb hz khz mhz ghz")
  ]

  /// What Cyrillic newspapers share: units and the abbreviations that came by Russian.
  private static let shared: [(WordUse, StaticString)] =
    symbols + [
      (.unit, "кг г мг км м см мм га л мл т ц ч мин сек кв куб квт мвт гвт вт ом гц мгц ггц па кпа мпа"),
      (
        .unit,
        "км/ч м/с т/га р/кг км/час ц/га квт·ч м² м³ км² см² чел экз шт руб коп долл тг сом гб мб кб тб дб"
      ),
      ([.unit, .multiplier], "тыс млн млрд трлн"),
      (
        .unit,
        "м2 м3 км2 см2 см3 дм3 м³/с мкм мкг мкс мс нм атм кал ккал кдж мдж бар бит кбит мбит мбит/с гбит/с мб/с вт·ч мвт·ч об/мин"
      ),
      (.dottedUnit, "р у рт ед сут мес нед стр куб л.с"),
      (.letterUnit, "с в а"),
    ]

  private static let unknown = RuleWords(shared)

  private static let russian = RuleWords(
    shared + [
      ([.oneLetter, .headingWord], "в с к о у и а я"),
      ([.weakPreposition, .headingWord], "во ко со на по до за из от об но да"),
      ([.negation, .headingWord], "не ни"),
      (.particle, "же ли бы ль ж б"),
      (
        .headingWord,
        "для при над под без про через между перед после около вокруг против среди кроме или что чтобы как если то когда где обо изо ото надо подо передо из-за из-под"
      ),
      (.setPhraseHead, "т н с ст л у рт и к д м х э ю"),
      (.setPhraseTail, "е д п к ч о н э г ст с л т м"),
      (.initial, "дж вл юл"),
      (.legalForm, "ооо оао пао ао зао ип тоо ано нко нпо фгуп гуп муп гк"),
      (.andOthers, "т др пр"),
      (
        .abbreviation,
        "см им акад проф тов рис табл гл напр ср доц гр чл изд ред сост авт илл инж ген кап наб"
      ),
      (.beforeName, "г ул пр обл пл пос пер дер с р о оз мкр ш бул просп ст п им св рег корр м"),
      (
        .beforeNumber,
        "д к кв стр ст п гл корп стр оф тел пп ч т разд подп абз с л вып № илл прил прим эт пом уч ауд"
      ),
      (
        .contraction,
        "а/я ж/д с/х х/б р-н г-н г-жа пр-т б-р м-р мм-р пр-д р-на г-на г-жи г-ну г-же р-не д-р д-ра д-ру гр-н гр-на гр-ка л-т"
      ),
      (
        .countedStem,
        "тысяч миллион миллиард триллион рубл копеек копейк доллар евро процент тонн килограмм грамм километр метр сантиметр миллиметр гектар литр градус час часа часов часам минут секунд дней дня день дням суток сутки сутками недел месяц год года годы году годов лет века веков человек штук экземпляр раз раза балл очко очка очков мест места кубометр тенге гривн центнер участник школ семей семья семьи домов дома дом голов этаж копий страниц строк слов книг машин автомобил детей ребёнк ребенк жител студент ученик баррел дюйм пункт фунт миль унци пикселей байт игрок матч участник депутат пациент предприяти автобус поезд квартир"
      ),
      (
        .month,
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек"
      ),
      (.year, "г гг"),
      (.century, "в вв кв век века веке веков веком веку веках"),
      (.afterName, "обл р-н р-на р-не край пр ул пер наб пл бул просп ш"),
      (.hyphenParticle, "кое кой то либо нибудь таки ка де с по из за под"),
    ])

  private static let ukrainian = RuleWords(
    shared + [
      ([.oneLetter, .headingWord], "в у з і й а о є я"),
      ([.weakPreposition, .headingWord], "на до за із зі по об та чи що як бо во од ще"),
      ([.negation, .headingWord], "не ні"),
      (.particle, "ж б би же"),
      (.headingWord, "для при над під без про через між перед після біля або якщо коли де але від"),
      (.setPhraseHead, "т н і зв в"),
      (.setPhraseTail, "д п е ч ін зв о"),
      (.andOthers, "т ін"),
      (.abbreviation, "див ім акад проф рис табл гл напр пор доц"),
      (.beforeName, "м вул пр обл пл пров наб с р о оз смт св"),
      (.beforeNumber, "д буд кв стор ст п гл корп оф тел ч т розд"),
      (.contraction, "р-н п-н п-ні"),
      (.unit, "грн год хв тис крб"),
      (.multiplier, "тис"),
      (
        .countedStem,
        "тисяч мільйон мільярд гривен гривн копійк долар євро відсотк тонн кілограм грам кілометр метр гектар літр градус годин хвилин секунд днів дні день діб тижні тижнів тижден місяц рік роки року років людин осіб особи раз рази балів бали"
      ),
      (
        .month,
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
      ),
      (.year, "р рр"),
      (.century, "ст кв століття столітті століть"),
      (.afterName, "обл р-н р-ну р-ні вул пр пров пл"),
      (.hyphenParticle, "будь небудь казна хтозна таки то от бо но"),
    ])

  private static let belarusian = RuleWords(
    shared + [
      ([.oneLetter, .headingWord], "у ў з і а й я"),
      ([.weakPreposition, .headingWord], "на да за па са ад аб ва бо ці як ды не"),
      ([.negation, .headingWord], "не ні"),
      (.particle, "ж б жа бы"),
      (.headingWord, "для пры над пад без праз між перад пасля каля або калі дзе але што"),
      (.setPhraseHead, "г н"),
      (.setPhraseTail, "д зн э"),
      (.abbreviation, "гл ім акад праф мал табл"),
      (.beforeName, "г вул пр вобл пл в р воз"),
      (.beforeNumber, "д кв арт п корп тэл ч т"),
      (.contraction, "р-н сп-н"),
      (.unit, "тыс руб кап гадз хв"),
      (
        .countedStem,
        "тысяч мільён мільярд рубл капее капей долар еўра працэнт тон тоны кілаграм кіламетр метр гектар літр градус гадзін хвілін секунд дзён дні дзень тыдні тыдня тыдня месяц год гады гадоў чалавек раз"
      ),
      (
        .month,
        "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня"
      ),
      (.year, "г гг"),
      (.century, "ст кв стагоддзя стагоддзі"),
      (.afterName, "вобл р-н р-на р-не вул пр пл"),
      (.hyphenParticle, "небудзь сьці абы таму то такі"),
    ])

  private static let bulgarian = RuleWords(
    shared + [
      ([.weakPreposition, .headingWord], "в с и а о"),
      (
        .headingWord,
        "на до за от по не да във със към при над под без през между пред след или че ако като но"
      ),
      (.setPhraseHead, "т н и"),
      (.setPhraseTail, "н е г пр др"),
      (.andOthers, "т др пр"),
      (.abbreviation, "вж им акад проф фиг табл гл напр ср доц инж"),
      (.beforeName, "гр ул бул пл обл с р о ез ж.к"),
      (.beforeNumber, "чл ал т стр бл ет ап тел"),
      (.unit, "хил лв ст мин ч"),
      (.multiplier, "хил"),
      (
        .countedStem,
        "хиляди милион милиард лева лев стотинк долар евро процент тона килограм грам километр метр хектар литр градус часа час минут секунд дни ден дена седмиц месец годин човек души пъти"
      ),
      (.month, "януари февруари март април май юни юли август септември октомври ноември декември"),
      (.year, "г"),
      (.century, "в век века"),
    ])

  private static let kazakh = RuleWords(
    shared + [
      (.weakParticle, "ма ме ба бе па пе да де та те"),
      (.headingWord, "мен бен пен және немесе үшін туралы"),
      (.setPhraseHead, "т с"),
      (.setPhraseTail, "б с д"),
      (.abbreviation, "қар акад проф сур кесте"),
      (.beforeName, "қ көш обл а ауд"),
      (.beforeNumber, "үй б тел"),
      (.unit, "мың тг мин сағ теңге"),
      (.multiplier, "мың"),
      (
        .countedStem,
        "мың миллион миллиард теңге доллар еуро пайыз тонна килограмм грамм километр шақырым метр гектар литр градус сағат минут секунд күн апта ай жыл жас жаста адам рет балл жылда жылы адамға күнге сағатта"
      ),
      (
        .month,
        "қаңтар қаңтарда ақпан ақпанда наурыз наурызда сәуір сәуірде мамыр мамырда маусым маусымда шілде шілдеде тамыз тамызда қыркүйек қыркүйекте қазан қазанда қараша қарашада желтоқсан желтоқсанда"
      ),
      (.afterName, "обл к-сі көш ауд"),
      (.year, "ж жж жыл жылы жылдың"),
      (.century, "ғ ғасыр ғасырда"),
    ])

  private static let tatar = RuleWords(
    shared + [
      (.weakParticle, "да дә та тә мы ме де те"),
      (.headingWord, "һәм яки белән өчен турында"),
      (.setPhraseHead, "һ т"),
      (.setPhraseTail, "б д"),
      (.abbreviation, "кара акад проф рәс"),
      (.beforeName, "ш ур обл р-н"),
      (.beforeNumber, "йорт б тел"),
      (.unit, "мең сум мин сәг тиен"),
      (.multiplier, "мең"),
      (
        .countedStem,
        "мең миллион миллиард сум тиен доллар евро процент тонна килограмм грамм километр чакрым метр гектар литр градус сәгать минут секунд көн атна ай ел яшь кеше тапкыр балл елда көндә яшьтә кешегә"
      ),
      (
        .month,
        "гыйнвар гыйнварда февраль февральдә март мартта апрель апрельдә май майда июнь июньдә июль июльдә август августта сентябрь сентябрьдә октябрь октябрьдә ноябрь ноябрьдә декабрь декабрьдә"
      ),
      (.afterName, "р-ны өлк ур"),
      (.year, "ел елы елда елның"),
      (.century, "гасыр йөз"),
    ])

  private static let english = RuleWords(
    symbols + [
      (
        .headingWord,
        "a an the of in on at to by for from with and or but nor as if into onto over under about"
      ),
      (.abbreviation, "mr mrs ms dr prof st fig no vol pp p ch sec gen sen rep gov"),
      (
        .countedStem,
        "thousand million billion trillion dollar euro percent tonne ton tons kilomet metre meter mile miles hour hours minute second day days week weeks month year years people times point"
      ),
      (
        .month,
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
      ),
      (.century, "century"),
    ])
}
