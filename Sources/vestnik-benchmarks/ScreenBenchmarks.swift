import Canvas
import CursesTerminal
import Glibc

/// How fast frames of 200 × 60 cells are built, compared and put on a terminal that takes everything at once.
enum ScreenBenchmarks {
  private static let size = CellSize(columns: 200, rows: 60)
  private static let line = String(String(repeating: "Новости дня ", count: 20).prefix(200))
  private static let stressed = String(repeating: "за\u{301}мок ", count: 33)

  static var tasks: [Benchmark] {
    let before = frame(of: line, ink: .text)
    let after = frame(of: stressed, ink: .muted)
    // Equal by its cells and not by its memory: every cell is compared.
    var again = Frame(size: size)
    again.overlay(before)
    return [
      task("screen/build") { frame(of: line, ink: .text).rows },
      task("screen/build-stressed") { frame(of: stressed, ink: .text).rows },
      task("screen/compare") {
        (0..<size.rows).count { before.changedColumns(inRow: $0, from: again) == nil }
      },
    ] + terminalTasks(before, after)
  }

  private static func terminalTasks(_ before: Frame, _ after: Frame) -> [Benchmark] {
    guard let locale = try? TerminalLocale.establish() else { return [] }
    var settings = ScreenSettings()
    settings.output = open("/dev/null", O_RDWR)
    settings.input = settings.output
    settings.type = "xterm-256color"
    settings.fixedSize = size
    guard let screen = try? CursesScreen(settings: settings, locale: locale) else { return [] }
    var turn = 0
    return [
      task("screen/present-all") {
        turn += 1
        screen.present(turn.isMultiple(of: 2) ? before : after)
        return turn
      },
      task("screen/present-ticker") {
        turn += 1
        var frame = before
        frame.put("\(turn) движется", row: 0, column: 10)
        screen.present(frame)
        return turn
      },
    ]
  }

  private static func frame(of text: String, ink: Ink) -> Frame {
    var frame = Frame(size: size)
    for row in 0..<size.rows { frame.put(text, row: row, column: 0, ink: ink) }
    return frame
  }

  private static func task(_ name: String, _ body: @escaping () -> Int) -> Benchmark {
    Benchmark(name: name, size: size.columns * size.rows, unit: "cells", body: body)
  }
}
