/// Words that carry no subject: left out of queries, of related articles and of events. Folded.
package enum StopWords {
  /// Whether a folded word is one in any of the languages that are read here.
  package static func contains(_ folded: String) -> Bool { all.contains(folded) }

  private static let all: Set<String> = Set(
    FunctionWords.byLanguage.values.flatMap { $0.split(separator: " ") }.map { Folding.fold($0) }
      + more.split { $0 == " " || $0 == "\n" }.map(String.init))

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
