import CNcurses
import Canvas
import Glibc

/// What a terminal tells of itself when it is asked.
package struct TerminalAnswers: Hashable, Sendable {
  /// The colour of its background.
  package var background: RGB?
  /// Whether it answered in kitty's graphics protocol.
  package var knowsKitty = false
  /// Whether sixels are among its abilities.
  package var knowsSixel = false
  /// The pixels of a cell.
  package var cell: PixelSize?

  package init() {}
}

extension CursesScreen {
  /// What can be asked.
  package struct Questions: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The colour behind the text (OSC 11).
    package static let background = Questions(rawValue: 1)
    /// Whether pixels can be shown, in which form, and the size of a cell.
    package static let pixels = Questions(rawValue: 2)
  }

  /// Asks the terminal; `answers` has to be taken before the next events are.
  package func ask(_ questions: Questions) {
    guard sequences.knowsControlStrings, depth > .none, isatty(settings.input) == 1, !questions.isEmpty else {
      return
    }
    var text = ""
    if questions.contains(.background) { text += "\u{1B}]11;?\u{1B}\\" }
    if questions.contains(.pixels) { text += "\u{1B}_Gi=1,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}[16t" }
    // Every terminal answers the last question, so that one that does not know the others is not waited for.
    write(Array((text + "\u{1B}[c").utf8))
    answersDue = .now + Self.patience
  }

  /// The answers to what was asked; what has not come in time, which is 150 ms since the question, stays unknown.
  /// What people type meanwhile is kept.
  package func answers() -> TerminalAnswers {
    var answers = TerminalAnswers()
    guard let end = answersDue else { return answers }
    answersDue = nil
    var early: [ScreenEvent] = []
    asking: repeat {
      // What has come already is looked at even when other work has taken all the time.
      let left = max(0, Int32((end - .now) / .milliseconds(1)))
      var waiting = pollfd(fd: settings.input, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, left)
      // A signal, of a new size among others, is no answer.
      if ready < 0, errno == EINTR { continue }
      guard ready > 0, read() else { break }
      while let token = decoder.next() {
        switch token {
        case .background(let color): answers.background = color
        case .graphics(let isUnderstood): answers.knowsKitty = isUnderstood
        case .cell(let size): answers.cell = size
        case .attributes(let abilities):
          answers.knowsSixel = abilities.contains(4)
          break asking
        case .event(let event): early.append(event)
        }
      }
    } while ContinuousClock.now < end
    earlyEvents += early
    return answers
  }

  private static let patience = Duration.milliseconds(150)

  /// Shows pictures in pixels from now on, where the terminal can.
  package func usePixels(_ choice: PixelChoice, by answers: TerminalAnswers) {
    let cell = measuredCell() ?? answers.cell
    pixelForm =
      switch choice {
      case .kitty: .kitty(cell: cell ?? Self.usualCell)
      case .sixel: cell.map { .sixel(cell: $0) }
      case .whatItKnows where answers.knowsKitty: .kitty(cell: cell ?? Self.usualCell)
      case .whatItKnows: answers.knowsSixel ? cell.map { .sixel(cell: $0) } : nil
      }
  }

  /// kitty scales a picture into its cells: this decides only how sharp it is.
  private static let usualCell = PixelSize(width: 10, height: 20)

  /// A cell's size as the kernel knows it.
  func measuredCell() -> PixelSize? {
    var width: Int32 = 0
    var height: Int32 = 0
    terminal_cell(settings.output, &width, &height)
    return width > 0 && height > 0 ? PixelSize(width: Int(width), height: Int(height)) : nil
  }
}

/// Which way of showing pixels is taken.
package enum PixelChoice: Hashable, Sendable {
  /// What the terminal says it knows; cells when that is none.
  case whatItKnows
  case sixel
  case kitty
}
