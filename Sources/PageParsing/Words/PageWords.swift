import CResources
import Language

/// What sites say besides their articles, in all languages at once: the files `Data/*.words`, read once.
struct PageWords: Sendable {
  /// What a group of phrases is for; the raw value is the section's name. Phrases are written as `Folding.label` gives
  /// them.
  enum Group: String, CaseIterable {
    /// «Читайте также»: the beginning of a text that announces other articles or speaks to the reader; «more … stories»:
    /// its beginning and its end.
    case invitation
    /// «Главное»: the whole of a line over a list of other articles.
    case heading
    /// «Поделиться»: the whole of a line that is a button's or a label's.
    case button
    /// «Просмотров:»: the beginning of a line that counts or claims rights.
    case counter
    /// «Комментарии»: the whole of a heading over what readers say, but for their number; «комментарии к записи …»: its
    /// beginning.
    case comments
    /// «Вы», «log in»: a word that speaks to the reader, at the beginning of a word of the text.
    case address = "appeal.address"
    /// «Рассылка», «account»: a word of what a site wants of its readers, at the beginning of a word of the text.
    case matter = "appeal.matter"
    /// «Reporting by»: the beginning of a note on how a text was made, behind it.
    case closing
    /// «Об авторе»: the heading of such a note.
    case closingHeading = "closing.heading"
    /// «Топ», «Популярн»: the beginning of the name of a list of what is read most.
    case topList = "list.top"
    /// «Главное»: the whole name of such a list, which may begin another's.
    case topListWhole = "list.top.whole"
    /// «Казань»: the name of a town or a region, as the editions of a site that prints in many are called.
    case town
    /// «По теме»: the beginning of the name of a list of related articles.
    case relatedList = "list.related"
    /// «Автор:», «By»: what stands before a name.
    case byline
    /// «Фото»: what stands before the name of who made a picture.
    case creditLabel = "credit.label"
    /// «Снимок», «Reuters»: the first word of a caption that says whose a picture is, not what it shows.
    case credit
    /// «admin», «Редактор»: what stands where a name is expected and is none.
    case nobody
    /// «Обновлено»: the word before the time of a change.
    case changed
    /// «Опубликовано»: the word before the time of publication.
    case published
    /// «Среда», «сегодня»: what stands before the day in a masthead.
    case weekday
    /// «Подробнее»: the beginning of a link that leads on to an article and is no title of it.
    case more
    /// «Медиа», «Redaktion»: a word that no person's name holds.
    case house
  }

  /// The shipped words.
  static let all = PageWords(files: shippedFiles())

  static let headings = exact(.heading)
  static let buttons = exact(.button)
  static let creditLabels = Set(all[.creditLabel])
  static let credits = Set(all[.credit])
  static let nobody = Set(all[.nobody])
  static let comments = exact(.comments)
  /// Of the phrases with a gap at their end what stands before it.
  static let commentsTo = all[.comments].filter { $0.hasSuffix(" …") }.map { String($0.dropLast()) }
  /// Of the phrases with a gap at their beginning what stands behind it.
  static let closingEnds = all[.closing].filter { $0.hasPrefix("… ") }.map { String($0.dropFirst()) }
  static let closingHeadings = exact(.closingHeading)
  static let addresses = byBeginning(.address)
  static let matters = byBeginning(.matter)
  static let closings = Dictionary(
    grouping: all[.closing], by: { ExactText($0.prefix { $0 != " " }) })
  static let counters = all[.counter]
  static let topLists = all[.topList]
  private static let topListsWhole = exact(.topListWhole)
  static let weekdays = exact(.weekday)
  static let towns = exact(.town)
  static let relatedLists = all[.relatedList]
  static let changed = Set(all[.changed])
  static let published = Set(all[.published])
  static let houses = Set(all[.house])
  private static let more = all[.more]

  /// Whether a link's words only lead on: «Подробнее», «Читать далее: …».
  static func isMore(_ title: String) -> Bool { begins(Folding.label(title, limit: 80), with: more) }

  /// Whether a folded name is that of a list of what is read most or matters most.
  static func namesTopList(_ name: String) -> Bool {
    begins(name, with: topLists) || topListsWhole.contains(ExactText(name))
  }

  /// Whether a folded text begins with one of some phrases; those of several words end where a word ends.
  static func begins(_ text: String, with phrases: [String]) -> Bool {
    phrases.contains { phrase in
      guard text.hasPrefix(phrase) else { return false }
      return !phrase.contains(" ") || text.dropFirst(phrase.count).first?.isLetter != true
    }
  }

  private let groups: [String: [String]]

  /// - Parameter files: by their names, in whose order the phrases of a group stand.
  init(files: [(name: String, file: WordFile)]) {
    var groups: [String: [String]] = [:]
    for (_, file) in files.sorted(by: { $0.name < $1.name }) {
      groups.merge(file.groups) { $0 + $1 }
    }
    self.groups = groups
  }

  /// The phrases of a group, in the order of the files' names; the same phrase may stand in two languages.
  subscript(group: Group) -> [String] { lines(of: group.rawValue) }

  /// The lines of the sections of a name.
  func lines(of section: String) -> [String] { groups[section] ?? [] }

  /// The embedded files.
  static func shippedFiles() -> [(name: String, file: WordFile)] {
    (0..<resource_count()).map { resource_at($0) }.compactMap { resource in
      let name = String(cString: resource.name)
      guard name.hasPrefix("pages/") else { return nil }
      let bytes = UnsafeBufferPointer(start: resource.bytes, count: resource.count)
      return (name, WordFile(String(decoding: bytes, as: UTF8.self)))
    }
  }

  /// By their first three letters.
  private static func byBeginning(_ group: Group) -> [Substring: [Substring]] {
    Dictionary(grouping: all[group].map { Substring($0) }, by: { $0.prefix(3) })
  }

  private static func exact(_ group: Group) -> Set<ExactText> { Set(all[group].map { ExactText($0) }) }
}
