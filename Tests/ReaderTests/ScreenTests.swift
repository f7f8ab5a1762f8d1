import Canvas
import Phrases
import Testing

@testable import Reader

@Suite("Whole screens")
struct ScreenTests {
  private static let sizes = [(120, 36), (80, 24), (50, 20)]
  /// Sizes at the ends of what people have, for the main views.
  private static let allSizes = [(200, 60), (120, 36), (80, 24), (50, 20), (30, 8)]

  @Test("The front page", arguments: allSizes)
  func front(columns: Int, rows: Int) {
    let reading = Reading(columns: columns, rows: rows)
    Snapshot.expect(reading.frame, "front-\(columns)x\(rows)")
  }

  @Test("A section's list", arguments: allSizes)
  func list(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows)
    reading.keys("2 j")
    Snapshot.expect(reading.frame, "list-\(columns)x\(rows)")
  }

  @Test("An article from its head", arguments: allSizes)
  func article(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows)
    reading.keys("Enter")
    Snapshot.expect(reading.frame, "article-\(columns)x\(rows)")
  }

  @Test("An article, one page on", arguments: sizes)
  func articlePage(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows)
    reading.keys("Enter Space")
    Snapshot.expect(reading.frame, "article-page-\(columns)x\(rows)")
  }

  @Test("An article's end", arguments: sizes)
  func articleEnd(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows)
    reading.keys("Enter G")
    Snapshot.expect(reading.frame, "article-end-\(columns)x\(rows)")
  }

  @Test("The menu with a sub-menu open", arguments: sizes)
  func menu(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows)
    reading.keys("F10 l l j j")
    Snapshot.expect(reading.frame, "menu-\(columns)x\(rows)")
  }

  @Test("The search with hits", arguments: sizes)
  func search(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows)
    reading.keys("/")
    reading.type("мост")
    Snapshot.expect(reading.frame, "search-\(columns)x\(rows)")
  }

  @Test("The help", arguments: sizes)
  func help(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows)
    reading.keys("?")
    Snapshot.expect(reading.frame, "help-\(columns)x\(rows)")
  }

  @Test("The side panes under their key, and one pane at a time", arguments: [(80, 24), (50, 20)])
  func panes(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows)
    reading.keys("Enter w")
    Snapshot.expect(reading.frame, "panes-\(columns)x\(rows)")
  }

  @Test("The sources with what went wrong", arguments: sizes)
  func sources(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows)
    reading.keys("v")
    Snapshot.expect(reading.frame, "sources-\(columns)x\(rows)")
  }

  @Test("The command palette", arguments: sizes)
  func palette(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows)
    reading.keys(":")
    Snapshot.expect(reading.frame, "palette-\(columns)x\(rows)")
  }

  @Test("Labels on everything that can be opened", arguments: sizes)
  func hints(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows)
    reading.keys(";")
    Snapshot.expect(reading.frame, "hints-\(columns)x\(rows)")
  }

  @Test("What to mute, and about an article", arguments: [(80, 24)])
  func popups(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows)
    reading.keys("m")
    Snapshot.expect(reading.frame, "mute-\(columns)x\(rows)")
    reading.keys("Esc Enter v")
    Snapshot.expect(reading.frame, "about-\(columns)x\(rows)")
  }

  @Test("What is saved", arguments: sizes)
  func saved(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows)
    reading.keys("F")
    Snapshot.expect(reading.frame, "saved-\(columns)x\(rows)")
  }

  @Test("What is new since the last visit", arguments: sizes)
  func since(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows) { settings in
      settings.keys = [KeyRebinding(command: "since-last-visit", context: "list", keys: ["e"])]
    }
    reading.keys("e")
    Snapshot.expect(reading.frame, "since-\(columns)x\(rows)")
  }

  @Test("The themes to choose from", arguments: sizes)
  func themes(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows) { settings in
      settings.themes = ["newspaper-dark", "newspaper-light", "night", "steppe"]
      settings.theme = "newspaper-light"
    }
    reading.keys("T j")
    Snapshot.expect(reading.frame, "themes-\(columns)x\(rows)")
  }

  @Test("Justified text fills its lines")
  func justified() {
    var reading = Reading(columns: 80, rows: 24) { $0.isJustified = true }
    reading.keys("Enter")
    Snapshot.expect(reading.frame, "justified-80x24")
  }

  @Test("A screen for screen readers: one column, no boxes, no ticker")
  func plain() {
    var reading = Reading(columns: 80, rows: 24) { $0.isPlain = true }
    Snapshot.expect(reading.frame, "plain-front-80x24")
    #expect(reading.frame.cursor != nil)
    reading.keys("Enter")
    Snapshot.expect(reading.frame, "plain-article-80x24")
  }

  @Test("The list of sites", arguments: sizes)
  func kiosk(columns: Int, rows: Int) {
    var reading = Reading(columns: columns, rows: rows, sites: [SamplePaper.site, SamplePaper.otherSite])
    reading.keys("q")
    Snapshot.expect(reading.frame, "sites-\(columns)x\(rows)")
  }

  @Test("The interface in Kazakh and English", arguments: [InterfaceLanguage.kk, .en])
  func languages(language: InterfaceLanguage) {
    var reading = Reading(columns: 120, rows: 36, language: language)
    Snapshot.expect(reading.frame, "front-\(language.rawValue)-120x36")
    reading.keys("Enter")
    Snapshot.expect(reading.frame, "article-\(language.rawValue)-120x36")
  }

  @Test("Without a site, the screen says how to add one")
  func noSites() {
    let reading = Reading(columns: 80, rows: 24, sites: [])
    Snapshot.expect(reading.frame, "no-sites-80x24")
  }

  @Test("A screen too small says so in one line")
  func tooSmall() {
    let reading = Reading(columns: 19, rows: 4)
    #expect(reading.frame.plainLines == ["", "", "Окно слишком мало", ""].map { $0.isEmpty ? $0 : " " + $0 })
  }
}
