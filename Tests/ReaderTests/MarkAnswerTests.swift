import NewsModel
import Phrases
import Testing

@testable import Reader

@Suite("Marks and what the archive answers")
struct MarkAnswerTests {
  private let id = SamplePaper.articles[0].id
  private let news = SectionID(rawValue: "Новости")
  private var saved: Effect { .mark([id], .saved(true)) }
  private var isSaved: (Reading) -> Bool? { { $0.state.shelf.statuses[id]?.isSaved } }

  /// A reader whose archive answers as told, and whose lists hold what it has.
  private func reading(columns: Int = 120) -> Reading { Reading(columns: columns, rows: 36) }

  /// What the archive tells of the first article from now on.
  private func tell(_ reading: inout Reading, _ change: @escaping (inout ArticleStatus) -> Void) {
    let answer = reading.answers
    reading.answers = { effect in
      guard case .frontLoaded(let site, var edition)? = answer(effect) else { return answer(effect) }
      if !edition.articles.isEmpty { change(&edition.articles[0].status) }
      return .frontLoaded(site, edition)
    }
  }

  @Test("A refused mark goes back at once, says why, and cannot be undone")
  func refused() {
    var reading = reading()
    reading.keys("f")
    #expect(isSaved(reading) == true)
    reading.send(.failed(saved, .diskFull("archive")))
    #expect(isSaved(reading) == false)
    #expect(reading.state.notice == .problem(.diskFull("archive")))
    reading.keys("z")
    #expect(reading.state.notice == .reason("Отменять нечего"))
    #expect(reading.lastEffects.isEmpty)
  }

  @Test("What another process marks is shown after a mark of ours was kept")
  func others() {
    var reading = reading()
    reading.keys("f f")
    reading.send(.done(saved))
    reading.send(.done(.mark([id], .saved(false))))
    tell(&reading) { $0.isSaved = true }
    reading.send(.archiveChanged)
    #expect(isSaved(reading) == true)
  }

  @Test("An answer that is older than a mark does not take it from the screen")
  func late() {
    var reading = reading()
    reading.keys("f")
    reading.send(.archiveChanged)
    #expect(isSaved(reading) == true)
    reading.send(.done(saved))
    #expect(isSaved(reading) == true)
  }

  @Test(
    "What another process marks on the other side of an article is shown while a mark of ours is on its way")
  func bothSides() {
    var reading = reading()
    reading.keys("f")
    tell(&reading) { $0.isRead = true }
    reading.send(.archiveChanged)
    #expect(reading.state.shelf.statuses[id] == ArticleStatus(isRead: true, isSaved: true))
    reading.send(.failed(saved, .cacheFailed("database is locked")))
    #expect(reading.state.shelf.statuses[id] == ArticleStatus(isRead: true))
  }

  @Test("Of several marks on their way only the refused one goes back")
  func several() {
    var reading = reading()
    reading.keys("f f f")
    reading.send(.done(saved))
    reading.send(.failed(.mark([id], .saved(false)), .diskFull("archive")))
    #expect(isSaved(reading) == true)
    reading.send(.failed(saved, .diskFull("archive")))
    #expect(isSaved(reading) == true)
  }

  @Test("An undo that was refused can be tried again, and so can a redo")
  func undoRefused() {
    var reading = reading()
    reading.keys("f")
    reading.send(.done(saved))
    reading.keys("z")
    reading.send(.failed(.mark([id], .saved(false)), .cacheFailed("database is locked")))
    #expect(isSaved(reading) == true)
    reading.keys("z")
    #expect(reading.lastEffects == [.mark([id], .saved(false))])
    reading.send(.done(.mark([id], .saved(false))))
    reading.keys("Z")
    reading.send(.failed(saved, .cacheFailed("database is locked")))
    #expect(isSaved(reading) == false)
    reading.keys("Z")
    #expect(reading.lastEffects == [saved])
  }

  @Test("Undoing a mark leaves alone what others did to the article since")
  func undoAlone() {
    var reading = reading()
    reading.keys("f")
    reading.send(.done(saved))
    tell(&reading) { ($0.isRead, $0.isSaved) = (true, true) }
    reading.send(.archiveChanged)
    reading.keys("z")
    #expect(reading.lastEffects == [.mark([id], .saved(false))])
    #expect(reading.state.shelf.statuses[id] == ArticleStatus(isRead: true))
  }

  @Test("What is unread is counted as shown, and by the archive's word once it has answered")
  func unread() {
    var reading = reading()
    let site = SamplePaper.siteID
    reading.keys("u")
    #expect(reading.state.unread(of: site) == 36)
    // An answer from before the mark was kept.
    reading.send(.frontLoaded(site, SamplePaper.edition))
    #expect(reading.state.unread(of: site) == 36)
    reading.send(.done(.mark([id], .read(true))))
    #expect(reading.state.unread(of: site) == 36)
    reading.keys("k u")
    reading.send(.failed(.mark([id], .read(false)), .diskFull("archive")))
    #expect(reading.state.unread(of: site) == 36)
  }

  @Test("A place in a text that was not kept is told")
  func position() {
    var reading = reading()
    reading.keys("Enter Space h")
    let effect = reading.effects.last { if case .savePosition = $0 { true } else { false } }
    guard let effect else {
      Issue.record("no place was to be kept")
      return
    }
    reading.send(.failed(effect, .diskFull("archive")))
    #expect(reading.state.notice == .problem(.diskFull("archive")))
  }

  @Test("What was to be hidden and was not kept so is shown again")
  func muting() {
    var reading = reading()
    let answer = reading.answers
    reading.answers = { effect in
      if case .mute = effect { return .failed(effect, .diskFull("archive")) }
      return answer(effect)
    }
    reading.keys("m Enter")
    #expect(reading.state.muted.isEmpty)
    #expect(reading.state.notice == .problem(.diskFull("archive")))
    reading.keys("z")
    #expect(reading.state.notice == .reason("Отменять нечего"))
  }
}

@Suite("All of a section read")
struct SectionReadTests {
  private let news = SectionID(rawValue: "Новости")
  /// Those on the list, and two that no list shows.
  private let shown = [1, 2, 4, 5].map { ArticleID(rawValue: $0) }
  private let all = [1, 2, 4, 5, 801, 802].map { ArticleID(rawValue: $0) }
  private var asked: Effect { .markAllRead(SamplePaper.siteID, news) }

  /// The section's list after `A`.
  private func marked() -> Reading {
    var reading = Reading(columns: 120, rows: 36)
    reading.keys("2 A")
    return reading
  }

  @Test("The rows are shown as read at once, the archive is asked for all")
  func rows() {
    let reading = marked()
    #expect(reading.lastEffects.last == asked)
    #expect(shown.allSatisfy { reading.state.shelf.statuses[$0]?.isRead == true })
  }

  @Test("Undo and redo speak of exactly those that were unread, those that no list shows among them")
  func undo() {
    var reading = marked()
    reading.send(.markedAllRead(SamplePaper.siteID, news, all))
    reading.keys("z")
    #expect(reading.lastEffects == [.mark(all, .read(false))])
    reading.send(.done(.mark(all, .read(false))))
    #expect(reading.state.shelf.statuses[shown[0]]?.isRead == false)
    // It had been read before.
    #expect(reading.state.shelf.statuses[ArticleID(rawValue: 3)]?.isRead == true)
    reading.keys("Z")
    #expect(reading.lastEffects == [.mark(all, .read(true))])
  }

  @Test("An undo before the archive has told of all takes the others back too, once it tells")
  func early() {
    var reading = marked()
    reading.keys("z")
    #expect(reading.lastEffects == [.mark(shown, .read(false))])
    reading.send(.markedAllRead(SamplePaper.siteID, news, all))
    #expect(reading.lastEffects == [.mark(Array(all.suffix(2)), .read(false))])
  }

  @Test("Refused, the rows are unread again and nothing can be undone")
  func refused() {
    var reading = marked()
    reading.send(.failed(asked, .diskFull("archive")))
    #expect(shown.allSatisfy { reading.state.shelf.statuses[$0]?.isRead == false })
    reading.keys("z")
    #expect(reading.state.notice == .reason("Отменять нечего"))
  }

  @Test("Where nothing was unread there is nothing to undo")
  func nothing() {
    var reading = marked()
    reading.send(.markedAllRead(SamplePaper.siteID, news, []))
    reading.keys("z")
    #expect(reading.state.notice == .reason("Отменять нечего"))
  }
}
