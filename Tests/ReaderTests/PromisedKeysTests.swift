import Canvas
import Language
import Testing

@testable import Reader

/// The keys that people were promised, with the Russian letters at the same places.
@Suite("The keys people were promised")
struct PromisedKeysTests {
  /// Keys with what they call in lists and in articles; `nil`: nothing.
  struct Row: CustomTestStringConvertible {
    let keys: String
    let russian: String
    let inLists: Command?
    let inArticles: Command?

    /// - Parameter russian: for keys that are characters, what they type on the Russian layout.
    init(_ keys: String, _ russian: String, _ inLists: Command?, _ inArticles: Command?) {
      self.keys = keys
      self.russian = russian
      self.inLists = inLists
      self.inArticles = inArticles
    }

    init(_ keys: String, _ russian: String, _ everywhere: Command) {
      self.init(keys, russian, everywhere, everywhere)
    }

    var testDescription: String { "\(keys) \(russian)" }
  }

  static let rows = moving + news + screen

  private static let moving = [
    Row("Up k", "л", .moveUp), Row("Down j", "о", .moveDown), Row("Right Enter l", "д", .open),
    Row("Left Esc Backspace h", "р", .back), Row("Space PgDn C-f", "", .pageDown),
    Row("b PgUp C-b", "и", .pageUp),
    Row("C-d", "", .halfPageDown), Row("C-u", "", .halfPageUp), Row("g Home", "п", .goToFirst),
    Row("G End", "П", .goToLast), Row("Tab", "", .nextPane), Row("S-Tab", "", .previousPane),
    Row("[", "х", .previousSection), Row("]", "ъ", .nextSection), Row("1 2 3 4 5 6 7 8 9", "", .goToSection),
    Row("J", "О", .nextArticle), Row("K", "Л", .previousArticle), Row("n", "т", .nextUnread),
    Row("N", "Т", .previousUnread), Row("/", ".", .search, .find), Row(";", "ж", .showHints),
  ]

  private static let news = [
    Row("r", "к", .refresh, .fetchAgain), Row("R", "К", .refreshEverything, .fetchAgain),
    Row("u", "г", .toggleRead), Row("A", "Ф", .markSectionRead, nil), Row("z", "я", .undo),
    Row("Z", "Я", .redo),
    Row("f", "а", .toggleSaved), Row("F", "А", .showSaved), Row("o", "щ", .openInBrowser),
    Row("y", "н", .copyLink), Row("s", "ы", .changeOrder, nil), Row("m", "ь", .mute),
    Row("S", "Ы", .saveToFile), Row("|", "", .pipe), Row("v", "м", .showSources, .aboutArticle),
  ]

  private static let screen = [
    Row("t", "е", .openTicker), Row("T", "Е", .themes), Row("w", "ц", .togglePanes), Row("<", "Б", .narrower),
    Row(">", "Ю", .wider), Row("i", "ш", .togglePictures), Row(":", "Ж", .palette), Row("C-p", "", .palette),
    Row("?", ",", .help), Row("F1", "", .help), Row("F10", "", .focusMenu), Row("q", "й", .leave),
    Row("Q", "Й", .quit),
    Row("C-c", "", .quit), Row("C-z", "", .suspend), Row("C-l", "", .redraw),
  ]

  private static func command(_ chord: KeyChord, _ context: KeyContext) -> Command? {
    guard case .command(let command) = Keymap.standard.meaning(of: [chord], in: context) else { return nil }
    return command
  }

  @Test(
    "Each calls its command in lists and in articles, as the Russian letter at its place does",
    arguments: rows)
  func keys(row: Row) throws {
    var reading = Reading(columns: 80, rows: 24) { $0.keyboard = .ru }
    let typed = row.russian.map { KeyChord.character($0) }
    for chord in try row.keys.split(separator: " ").map({ try #require(KeyChord(String($0))) }) + typed {
      let latin = reading.state.latin(chord)
      #expect(Self.command(latin, .list) == row.inLists, "\(chord)")
      #expect(Self.command(latin, .article) == row.inArticles, "\(chord)")
    }
    // Letters are commands nowhere else: in a field they are text.
    reading.keys("/")
    reading.type(row.russian)
    guard case .search(let search) = reading.state.place else { return #expect(Bool(false), "no search") }
    #expect(search.line.text == row.russian)
  }

  @Test(
    "No letter or sign calls a command that was not promised, but for the texts ahead of time and the tenth section"
  )
  func nothingElse() {
    let promised = Set(Self.rows.flatMap { $0.keys.split(separator: " ").map(String.init) } + ["d", "0"])
    for context in [KeyContext.list, .article] {
      for row in CommandTable.rows {
        for chord in row.keys[context] ?? [] {
          #expect(promised.contains(chord.description), "\(row.command)")
        }
      }
    }
  }

  @Test("With Alt a Cyrillic letter is the Latin one at its place, too, and with Control it is Latin already")
  func modified() {
    let reading = Reading(columns: 80, rows: 24) { $0.keyboard = .ru }
    #expect(reading.state.latin(.character("о", .alt)) == .character("j", .alt))
    #expect(reading.state.latin(.character("d", .control)) == .character("d", .control))
  }

  @Test(
    "Letters of its own stand where each layout has them, and a layout is learnt from one that no other has",
    arguments: [
      (KeyboardLayout.uk, "іїєґ", "s]'\\"), (.be, "іў'", "bo]"), (.tt, "өәүңҗһ", "wo];m`"),
      (.kk, "әіңғүұқөһ", "234589" + "0-="),
    ])
  func layouts(layout: KeyboardLayout, typed: String, latin: String) {
    let set = Reading(columns: 80, rows: 24) { $0.keyboard = layout }
    #expect(typed.map { set.state.latin(.character($0)) } == latin.map { .character($0) })
    var learning = Reading(columns: 80, rows: 24)
    let telling: [KeyboardLayout: String] = [.uk: "ї", .be: "ў", .tt: "җ", .kk: "қ"]
    learning.type(telling[layout] ?? "")
    #expect(learning.state.keyboardLayout == layout)
    #expect(typed.map { learning.state.latin(.character($0)) } == latin.map { .character($0) })
  }

  @Test("Small б and ю call nothing; what the Kazakh layout types in place of digits leads to sections")
  func withoutDigits() {
    let reading = Reading(columns: 80, rows: 24) { $0.keyboard = .kk }
    for letter in "бю" {
      #expect(Self.command(reading.state.latin(.character(letter)), .list) == nil)
    }
    #expect(Self.command(reading.state.latin(.character("ә")), .list) == .goToSection)
    // A digit is never the only way.
    #expect(Self.command(reading.state.latin(.character("ъ")), .list) == .nextSection)
  }
}
