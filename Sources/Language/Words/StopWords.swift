/// Words that carry no subject: left out of queries, of related articles and of events. Folded.
package enum StopWords {
  /// Whether a folded word is one in any of the languages that are read here.
  package static func contains(_ folded: String) -> Bool { all.contains(folded) }

  /// The only words of a question, if all of them are stop words: folded, in their order; else `nil`.
  package static func only(in text: String) -> [String]? {
    let words = SearchTerms.words(of: text)
    return !words.isEmpty && words.allSatisfy(contains) ? words : nil
  }

  /// A folded stop word as the index of titles has it where several stand side by side: no question for other words finds
  /// it.
  package static func indexed(_ word: String) -> String { "·" + word }

  private static let all: Set<String> = {
    var all: Set<String> = []
    for words in FunctionWords.byLanguage.values { all.formUnion(parted(Folding.fold(words))) }
    return all.union(parted(more)).subtracting(parted(subjects))
  }()

  private static func parted(_ words: String) -> [String] {
    words.split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  /// Words that tell a language and are somebody's subject all the same, there or in another language.
  private static let subjects = """
    қазақстан татарстан жыл жылы жаңа көп ақ сол ел елда яңа күп аша йылда яңы су той след бар али био року году
    года годзе раз имам мать све
    """

  private static let more = """
    а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее
    если есть еще же за здесь и из или им их к как ко когда который которая которое которые которых кто ли
    либо мне может можно мы на над надо наш не него нее нет ни них но ну о об однако он она они оно от очень
    по под при с сам свой свои себя сейчас со так также такой там те тем то того тоже той только том ты у
    уже хотя чего чей чем что чтобы чье эта эти это этого этой этом этот я будет будут лишь между после
    перед через около также ведь пока раз которого которой котором которому которую которым которыми этих
    этим этими этому эту теми тех тому ту всей всем всеми всему всю своего своей своем своему своею своим
    своими своих свое свою такая такие таким такими таких такого такое такому такую кого кому кем чему ими ним
    ней собой
    себе самый самая самое самого самой самом самому самую самым самые самых the a an and or of to in on at by
    for with from as is are was were be been it its this that these those he she they we you i his her
    their our your not no but if so than then there which who whom what when where how all any can will
    would should could has have had do does did into about after before over under again more most other
    some such only
    """
}
