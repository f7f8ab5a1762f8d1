import Canvas
import Foundation
import Reader
import ReaderApp
import TestSupport
import Testing

@Suite("The program's loop", .timeLimit(.minutes(Stress.patienceInMinutes)))
struct ReaderProgramTests {
  private static let front = "Мост через Тоболгу"
  private static let article = "мосты стоят"

  @Test("shows the front page, opens an article, finds its text and comes back")
  func opens() async throws {
    let news = try #require(StillNews())
    let run = await ProgramRun.of(
      [.type("Enter", when: Self.front), .type("Esc", when: Self.article), .type("Q", when: Self.front)],
      news: news)
    #expect(run.ending == .quit)
    #expect(run.isDone)
    #expect(news.asked.withLock { $0 }.contains("fetched"))
    #expect(run.titles.contains { $0.contains(Self.front) })
  }

  @Test("does not wake when nothing moves")
  func idles() async throws {
    let news = try #require(StillNews())
    let run = await ProgramRun.of([.type("Q", when: Self.front)], news: news)
    #expect(run.ending == .quit)
    // Two answers and one key, each at most once.
    #expect(run.rounds <= 3)
  }

  @Test("shows on its first frame what was loaded before it ran, and the title that was set")
  func startsLate() async throws {
    let news = try #require(StillNews())
    let run = await ProgramRun.of([.type("Q", when: Self.front)], news: news, startsLate: true)
    let first = try #require(run.frames.first)
    #expect(first.size == CellSize(columns: 80, rows: 24))
    #expect(first.plainLines.contains { $0.contains(Self.front) })
    #expect(run.titles == ["Эхо"])
  }

  @Test("knows the theme that the screen shows")
  func knowsTheme() async throws {
    let news = try #require(StillNews())
    let run = await ProgramRun.of(
      [.type("T", when: Self.front), .type("k", "Esc", "Q", when: "night")], news: news)
    #expect(run.isDone)
    // From the one that is shown to the one above it, and back.
    #expect(run.themes == ["day", "night"])
  }

  @Test("takes the theme that suits a background told late, but not once the reader has picked one")
  func lateBackground() async throws {
    let news = try #require(StillNews())
    let late = ScriptedScreen.Step(
      awaited: Self.front, events: [.background(RGB(0xFF_FFFF)), .key(.character("Q"))])
    let followed = await ProgramRun.of([late], news: news, suitingTheme: "day")
    #expect(followed.themes == ["day"])
    let chosen = await ProgramRun.of([late], news: news)
    #expect(chosen.themes.isEmpty)
    let picked = await ProgramRun.of(
      [.type("T", when: Self.front), .type("k", "Esc", when: "night"), late], news: news, suitingTheme: "grey"
    )
    #expect(picked.isDone && !picked.themes.contains("grey"))
  }

  @Test("shows the address where nothing takes what is copied, and never says that it was")
  func nothingCopied() async throws {
    let news = try #require(StillNews())
    let run = await ProgramRun.of(
      [.type("Enter", when: Self.front), .type("y", when: Self.article), .type("Q", when: "vestnik doctor")],
      news: news, takesCopies: false)
    #expect(run.isDone)
    #expect(run.copied.isEmpty)
    #expect(run.frames.contains { $0.plainText.contains("https://") })
    #expect(!run.frames.contains { $0.plainText.contains("скопирована") })
  }

  @Test("draws nothing twice")
  func drawsChangesOnly() async throws {
    let news = try #require(StillNews())
    let run = await ProgramRun.of(
      [.type("r", when: Self.front), .type("Q", when: "37")], news: news)
    for (frame, next) in zip(run.frames, run.frames.dropFirst()) { #expect(frame != next) }
  }

  @Test("finishes what was asked to be kept before it ends, also when the terminal is gone")
  func keeps() async throws {
    let news = try #require(StillNews())
    let closing = ScriptedScreen.Step(awaited: Self.article, events: [.closed])
    let run = await ProgramRun.of([.type("Enter", when: Self.front), closing], news: news)
    #expect(run.ending == .closed)
    #expect(news.asked.withLock { $0 }.contains { $0 == "read(true) [1]" })
  }

  @Test("tells what it was asked to keep at the end and could not")
  func refusal() async throws {
    let news = try #require(StillNews(refusal: .diskFull("archive")))
    let run = await ProgramRun.of([.type("f", "Q", when: Self.front)], news: news)
    #expect(run.ending == .quit)
    #expect(run.refusal == .diskFull("archive"))
  }

  @Test("shows at once that a mark was refused, and why")
  func refused() async throws {
    let news = try #require(StillNews(refusal: .diskFull("archive")))
    let run = await ProgramRun.of(
      [.type("f", when: Self.front), .type("Q", when: "archive")], news: news)
    #expect(run.isDone)
    #expect(run.frames.last?.plainLines.contains { $0.contains("★") } == false)
  }

  @Test("has written what was to be saved when it ends, however soon that is")
  func savesBeforeTheEnd() async throws {
    let news = try #require(StillNews())
    let run = await ProgramRun.of([.type("S", "Enter", "Q", when: Self.front)], news: news)
    #expect(run.ending == .quit)
    #expect(news.asked.withLock { $0 }.contains { $0.hasPrefix("saved ") })
  }

  @Test("refreshes beside the keyboard and tells what is new")
  func refreshes() async throws {
    let news = try #require(StillNews())
    let run = await ProgramRun.of([.type("r", when: Self.front), .type("Q", when: "37")], news: news)
    #expect(run.ending == .quit)
    #expect(run.isDone)
  }

  @Test("asks a search that is shown again when the archive has grown")
  func grows() async throws {
    let news = try #require(StillNews())
    let run = await ProgramRun.of(
      [.type("/", "м", "о", when: Self.front), .type("Esc", "Q", when: "найдены 2 статьи")], news: news)
    #expect(run.ending == .quit)
    #expect(run.isDone)
  }

  @Test("follows a new size, a pause and a wish for a fresh screen")
  func resizes() async throws {
    let news = try #require(StillNews())
    let size = CellSize(columns: 50, rows: 20)
    let resizing = ScriptedScreen.Step(awaited: Self.front, events: [.resized(size)])
    let run = await ProgramRun.of(
      [resizing, .type("C-z", "C-l", "Q", when: Self.front)], news: news)
    #expect(run.ending == .quit)
    #expect(run.frames.last?.size == size)
    #expect(run.suspensions == 1)
    #expect(run.redraws >= 1)
  }

  @Test("copies a link, and says so when no browser can be found")
  func otherPrograms() async throws {
    let news = try #require(StillNews())
    let run = await ProgramRun.of(
      [.type("y", "o", when: Self.front), .type("Q", when: "раузер")], news: news,
      browser: Browser(environment: ["PATH": "/nowhere"]))
    #expect(run.copied == ["https://echo.example/a/1"])
    #expect(run.isDone)
  }
}
