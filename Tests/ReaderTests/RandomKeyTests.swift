import Canvas
import Foundation
import Phrases
import TestSupport
import Testing

@testable import Reader

@Suite("Keys at random")
struct RandomKeyTests {
  @Test("No sequence of keys, clicks and sizes crashes, writes outside the screen, or cannot be left")
  func random() async {
    for seed in UInt64(1)...4 { await run(seed: seed) }
    Stress.tell("keys at random: \(4 * Stress.count(25_000))")
  }

  private func run(seed: UInt64) async {
    var generator = SeededGenerator(seed: seed)
    var reading = fresh(&generator)
    var painter = Painter()
    for await step in Stress.rounds(25_000) {
      reading.now += Double.random(in: 0..<2, using: &generator)
      let message = message(&generator, size: reading.state.size)
      reading.send(message)
      // Most buttons are let go where they were pressed.
      if case .mouse(let event) = message, event.action == .press,
        Int.random(in: 0..<4, using: &generator) > 0
      {
        reading.send(.mouse(MouseEvent(.release, button: event.button, at: event.point)))
      }
      let frame = reading.frame
      #expect(frame.size == reading.state.size)
      let isPaintedSo = painter.frame(of: reading.state) == frame
      #expect(isPaintedSo, "painted otherwise after step \(step)")
      #expect(frame.cursor.map { frame.bounds.contains($0) } ?? true, "cursor outside after step \(step)")
      #expect(frame.focus.map { frame.bounds.contains($0) } ?? true, "focus outside after step \(step)")
      guard !reading.state.isFinished else {
        reading = fresh(&generator)
        painter = Painter()
        continue
      }
      if step % 500 == 499 {
        leave(reading, step: step)
      }
    }
  }

  private func fresh(_ generator: inout SeededGenerator) -> Reading {
    let language = [InterfaceLanguage.ru, .kk, .en].randomElement(using: &generator) ?? .ru
    let sites =
      Bool.random(using: &generator) ? [SamplePaper.site] : [SamplePaper.site, SamplePaper.otherSite]
    return Reading(columns: 80, rows: 24, language: language, sites: sites) { settings in
      settings.themes = ["day", "night", "steppe"]
      settings.theme = "day"
      settings.showsPictures = true
      settings.keyboard = [nil, .ru, .uk, .be, .kk, .tt].randomElement(using: &generator) ?? nil
      settings.urgentWords = ["молния"]
      settings.ticker =
        [.off, .paging(seconds: 2), .moving(cellsPerSecond: 8)].randomElement(using: &generator) ?? .off
      settings.keys = [KeyRebinding(command: "first", context: "list", keys: ["x x", "g"])]
    }
  }

  /// From anywhere, Escape and `q` in turn lead out.
  private func leave(_ reading: Reading, step: Int) {
    var reading = reading
    for _ in 0..<200 where !reading.state.isFinished {
      reading.keys("Esc q")
    }
    #expect(reading.state.isFinished, "no way out after step \(step)")
    #expect(reading.effects.last == .quit)
  }

  private func message(_ generator: inout SeededGenerator, size: CellSize) -> Message {
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<4:
      let columns = Int.random(in: 1...300, using: &generator)
      let rows = Int.random(in: 1...100, using: &generator)
      // Half of the time a size that people have.
      let usual =
        [(80, 24), (120, 36), (50, 20), (20, 5), (1, 1)].randomElement(using: &generator) ?? (80, 24)
      return .resized(
        Bool.random(using: &generator)
          ? CellSize(columns: columns, rows: rows) : CellSize(columns: usual.0, rows: usual.1))
    case 4..<10: return .mouse(mouse(&generator, size: size))
    case 10..<14: return .tick
    case 14..<15: return .pasted("мост\nчерез\u{7}реку")
    case 15..<17: return answer(&generator)
    default: return .key(chord(&generator))
    }
  }

  private func chord(_ generator: inout SeededGenerator) -> KeyChord {
    let characters = Array(
      "jklhgGJKnN[]123/.,?rRuAzZfFoy;stTw<>ivmSq:x йцукенгшщзхъфывапролджэячсмитьбюОЛЖЮБЕЫ'\"\\|ё1ә4ң😀é"
        + "іїєґўқғұүһөҗІЇЄҒҮҺҖ")
    switch Int.random(in: 0..<10, using: &generator) {
    case 0..<6: return .character(characters.randomElement(using: &generator) ?? "j")
    case 6..<9:
      let keys: [KeyChord.Key] = [
        .up, .down, .left, .right, .enter, .escape, .tab, .backTab, .backspace, .delete, .home, .end, .pageUp,
        .pageDown, .function(1), .function(10), .insert,
      ]
      return KeyChord(keys.randomElement(using: &generator) ?? .down)
    default:
      return .character("abdefuwpnl".randomElement(using: &generator) ?? "d", .control)
    }
  }

  private func mouse(_ generator: inout SeededGenerator, size: CellSize) -> MouseEvent {
    let actions: [MouseEvent.Action] = [.press, .release, .drag, .wheelUp, .wheelDown]
    let point = CellPoint(
      row: Int.random(in: -1...size.rows, using: &generator),
      column: Int.random(in: -1...size.columns, using: &generator))
    return MouseEvent(
      actions.randomElement(using: &generator) ?? .press,
      button: Bool.random(using: &generator) ? .left : .right, at: point)
  }

  /// Answers that come late, or that nobody waits for.
  private func answer(_ generator: inout SeededGenerator) -> Message {
    let numbers = Array(1...Int64(SamplePaper.rows.count))
    let listed = SamplePaper.articles[Int(numbers.randomElement(using: &generator) ?? 1) - 1]
    let answers: [Message] = [
      .frontLoaded(SamplePaper.siteID, Edition()), .frontLoaded(SamplePaper.siteID, SamplePaper.edition),
      .listLoaded(.section(SamplePaper.siteID, .init(rawValue: "Новости")), [], []),
      .articleLoaded(.kept(listed.id), OpenedArticle(listed: listed, document: nil)),
      .articleLoaded(
        .kept(listed.id), OpenedArticle(listed: listed, document: SamplePaper.document(listed.id.rawValue))),
      .articleFailed(.kept(listed.id), .fetch(.timedOut, at: SamplePaper.site.home)),
      .besideLoaded(listed.id, Beside()),
      .topLoaded(SamplePaper.siteID, [], []), .topLoaded(SamplePaper.siteID, SamplePaper.top, []),
      .refreshProgressed(RefreshProgress(done: 3, total: 12)),
      .refreshFinished(RefreshSummary(newArticles: 5, failures: 1)),
      .refreshFinished(RefreshSummary(newArticles: 0, offlineSince: SamplePaper.now)),
      .sitesLoaded([SamplePaper.otherSite]), .sitesLoaded([SamplePaper.site]), .sitesLoaded([]), .resumed,
      .themeSet("night"),
      .failed(.redraw, .offline), .sourcesLoaded([]),
    ]
    return answers.randomElement(using: &generator) ?? .resumed
  }
}
