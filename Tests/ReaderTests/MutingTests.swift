import Canvas
import NewsModel
import Testing

@testable import Phrases
@testable import Reader

@Suite("Muting")
struct MutingTests {
  @Test("what is hidden is offered to be shown again, and either is undone and done again")
  func thereAndBack() throws {
    var reading = Reading(columns: 80, rows: 24)
    reading.keys("m j Enter")
    guard case .mute(let rule)? = reading.lastEffects.first else {
      Issue.record("nothing was muted")
      return
    }
    #expect(reading.state.muted == [rule])
    #expect(reading.frame.plainText.contains("Больше не будет показано; z — вернуть"))
    reading.keys("z")
    #expect(reading.lastEffects.first == .unmute(rule))
    #expect(reading.state.muted.isEmpty)
    #expect(reading.frame.plainText.contains("Отменено, Z вернёт"))
    reading.keys("Z")
    #expect(reading.lastEffects.first == .mute(rule))

    reading.keys("m G")
    #expect(reading.frame.plainText.contains("▌ Снова показывать заголовки со словом"))
    reading.keys("Enter")
    #expect(reading.lastEffects.first == .unmute(rule))
    #expect(reading.frame.plainText.contains("Снова показывается"))
    reading.keys("z")
    #expect(reading.lastEffects.first == .mute(rule))
    #expect(reading.state.muted == [rule])
    // Not what hiding something says: z would now take back what was before.
    #expect(reading.frame.plainText.contains("Отменено, Z вернёт"))
  }

  @Test("what is hidden already is not offered to be hidden")
  func offeredOnce() throws {
    var reading = Reading(columns: 80, rows: 24)
    reading.keys("m j Enter")
    let rule = try #require(reading.state.muted.first)
    reading.keys("m")
    guard case .mute(let changes, _)? = reading.state.popup else {
      Issue.record("no pop-up")
      return
    }
    #expect(!changes.contains(.hide(rule)))
    #expect(changes.last == .show(rule))
  }

  @Test("the front page of a hidden site says so, and m shows the site again")
  func hiddenSite() {
    let site = SamplePaper.siteID
    var reading = Reading(columns: 80, rows: 24, muted: [.source(site)])
    reading.send(.frontLoaded(site, Edition()))
    #expect(reading.frame.plainText.contains("Это издание скрыто. Показать снова: m"))
    reading.keys("m")
    #expect(reading.frame.plainText.contains("Скрытое"))
    reading.keys("Enter")
    #expect(reading.lastEffects.contains(.unmute(.source(site))))
    #expect(!reading.frame.plainText.contains("Это издание скрыто"))
  }

  @Test(
    "a site is hidden from the list of sites, which then says so; a story of the front page names its section"
  )
  func fromLists() {
    var reading = Reading(columns: 100, rows: 30, sites: [SamplePaper.site, SamplePaper.otherSite])
    reading.keys("h m")
    #expect(reading.frame.plainText.contains("▌ Издание «"))
    reading.keys("Enter")
    #expect(reading.lastEffects.first == .mute(.source(SamplePaper.siteID)))
    #expect(reading.frame.plainText.contains("скрыто"))
    reading = Reading(columns: 100, rows: 30)
    reading.keys("m")
    #expect(reading.frame.plainText.contains("▌ Раздел «"))
  }

  @Test("every key that a sentence names is some command's", arguments: InterfaceLanguage.allCases)
  func namedKeys(language: InterfaceLanguage) {
    var phrases = Phrasebook(language: language)
    let names = KeyNames(Reading(columns: 80, rows: 24).state)
    phrases.names = { name in
      let key = names.named(name)
      if name.hasPrefix("key.") { #expect(key?.isEmpty == false, "\(name)") }
      return key
    }
    for phrase in Phrase.allCases where !phrase.isCounted { _ = phrases[phrase] }
    for count in [1, 2, 5] {
      for phrase in Phrase.allCases where phrase.isCounted { _ = phrases.text(phrase, count: count) }
    }
  }

  @Test("sentences name keys as they are set; a command without one by its name")
  func rebound() {
    var reading = Reading(columns: 80, rows: 24, muted: [.source(SamplePaper.siteID)]) {
      $0.keys = [KeyRebinding(command: "mute", context: nil, keys: ["x"])]
    }
    reading.send(.frontLoaded(SamplePaper.siteID, Edition()))
    #expect(reading.frame.plainText.contains("Показать снова: x"))
    reading = Reading(columns: 80, rows: 24, muted: [.source(SamplePaper.siteID)]) {
      $0.keys = [KeyRebinding(command: "mute", context: nil, keys: [])]
    }
    reading.send(.frontLoaded(SamplePaper.siteID, Edition()))
    #expect(reading.frame.plainText.contains("Показать снова: :mute"))
  }
}
