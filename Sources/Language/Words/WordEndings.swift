/// Endings of a language that Snowball does not know: the longest that fits is cut, in as many rounds as the
/// language piles up endings, and a stem of some letters always stays. Tolerant by intent: forms of one word
/// meet, and now and then two words do.
struct WordEndings: Sendable {
  /// Endings in UTF-8 by their last byte pair, the longest first.
  private let byLastLetter: [UInt16: [[UInt8]]]
  private let rounds: Int
  /// Bytes that a stem keeps at least; letters of these alphabets take two.
  private let minimumBytes: Int

  private init(rounds: Int, minimumLetters: Int, _ endings: String) {
    self.rounds = rounds
    minimumBytes = minimumLetters * 2
    var groups: [UInt16: [[UInt8]]] = [:]
    for ending in endings.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let bytes = Array(ending.utf8)
      guard bytes.count >= 2 else { continue }
      groups[UInt16(bytes[bytes.count - 2]) << 8 | UInt16(bytes[bytes.count - 1]), default: []].append(bytes)
    }
    byLastLetter = groups.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// How many bytes of a word are its stem.
  func stemLength(of word: UnsafeBufferPointer<UInt8>) -> Int {
    var length = word.count
    for _ in 0..<rounds {
      guard let cut = endingLength(word, length) else { break }
      length -= cut
    }
    return length
  }

  private func endingLength(_ word: UnsafeBufferPointer<UInt8>, _ length: Int) -> Int? {
    guard length > minimumBytes else { return nil }
    let key = UInt16(word[length - 2]) << 8 | UInt16(word[length - 1])
    return byLastLetter[key]?.first { ending in
      length - ending.count >= minimumBytes
        && word[(length - ending.count)..<length].elementsEqual(ending)
    }?.count
  }

  static let byLanguage: [String: WordEndings] = [
    "uk": ukrainian, "be": belarusian, "bg": bulgarian, "kk": kazakh, "ky": kazakh, "tt": tatar, "ba": tatar,
  ]

  private static let ukrainian = WordEndings(
    rounds: 1, minimumLetters: 3,
    """
    а я у ю о е є и і ї ь й ам ям ах ях ами ями ом ем єм ою ею єю ів їв ев єв ові еві єві ей ій їй иї ії ія
    ію ією ою ого ього ому ьому ий ій им ім их іх ими іми ая яя ую юю еє ої єї ої ання яння ення ння анню
    яння енню анням енням ань ень ість ості істю остей остям остями остях ти ть ив ив ила или ило ав ала али
    ало яв яла яли яло ув ула ули уло ів іла іли іло ає яє ує ює ають яють ують юють уть ють ать ять ить їть
    емо ємо имо їмо ете єте ите їте еш єш иш їш тися ться лася лися лося вся ється ються ється ний на не ні
    ного ному ної ній ним них ними ську ський ська ське ські ського ському ської ським ських ськими
    """)

  private static let belarusian = WordEndings(
    rounds: 1, minimumLetters: 3,
    """
    а я у ю о е э ы і ь й ам ям ах ях амі ямі ом ем ём аў яў оў ёў ой ай ей яй ёй аю яю ую юю ыя ія ая яя ае
    яе ое ага яга ога аму яму ому ы і ый ій ым ім ых іх ымі імі ую юю аей яей ою ею анне янне енне анні янні
    енні анню енню аннем еннем аннях еннях асць асці асцю асцей асцямі асцях ць ці аць яць іць ыць аў ала
    алі ала яў яла ялі іў іла ілі ыў ыла ылі ае яе уе юе аюць яюць уюць юць уць аць яць іць ыць аем яем уем
    аеце яеце еш іш ыш цца лася ліся лася ўся аецца юцца уюцца ны ная нае ныя нага наму най ным ных нымі скі
    ская скае скія скага скаму скай скім скіх скімі
    """)

  private static let bulgarian = WordEndings(
    rounds: 2, minimumLetters: 3,
    """
    ът ят та то те а я о е и ите ата ята ото ето ия ият иите ове овете еве евете ища ищата и ъ
    ен на но ни ният ната ното ните ния ски ска ско ските ският ската ското
    ам ям им ем ате ите ете ат ят аш яш иш еш ах ях аха яха ахме ихме ал ала ало али ял яла яло яли ил ила
    ило или ане ание ания анието ение ения ението ост остта ости
    """)

  /// As many as fit: with fewer, a form with one ending more would stop one ending sooner.
  private static let endless = 8

  private static let kazakh = WordEndings(
    rounds: endless, minimumLetters: 3,
    """
    лар лер дар дер тар тер ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті н
    да де та те нда нде дан ден тан тен нан нен мен бен пен менен
    ы і сы сі м ым ім ң ың іңіз ыңыз ыңіз мыз міз ымыз іміз ңыз ңіз
    ындағы індегі дағы дегі тағы тегі ғы гі қы кі дық дік тық тік лық лік лы лі ды ді ты ті сыз сіз шы ші
    у ып іп п ған ген қан кен атын етін йтын йтін ады еді йды йді ды ді ты ті са се
    """)

  private static let tatar = WordEndings(
    rounds: endless, minimumLetters: 3,
    """
    лар ләр нар нәр ның нең ны не н га гә ка кә на нә да дә та тә нда ндә дан дән тан тән нан нән ннан ннән
    ы е сы се м ым ем ң ың ең быз без ыбыз ебез гыз гез ыгыз егез
    дагы дәге тагы тәге гы ге кы ке лык лек лы ле сыз сез чы че
    у ү ып еп п ган гән кан кән ачак әчәк а ә ый и ды де ты те са сә
    """)
}
