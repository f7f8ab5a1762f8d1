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

/// What was asked, when, and what came of it. It stays open: an answer counts however late it comes, and is never typed.
struct Inquiry {
  let questions: CursesScreen.Questions
  let moment: ContinuousClock.Instant
  var answers = TerminalAnswers()
  /// Whether the last question was answered, to which every terminal has an answer.
  var isAnswered = false
  /// Whether somebody between may answer the last question himself, before the terminal answers the first.
  let mayAnswerOutOfOrder: Bool

  /// Whether answers are still expected.
  var isDue: Bool {
    guard isAnswered, mayAnswerOutOfOrder else { return !isAnswered }
    return questions.contains(.background) && answers.background == nil
  }
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

  /// The first frame is kept back for the answers so long, from the question on.
  private static let patience = Duration.milliseconds(150)
  /// Who leaves waits so long, from the question on: an answer that comes later would be typed into the shell.
  private static let lastPatience = Duration.milliseconds(1_500)

  /// Asks the terminal.
  package func ask(_ questions: Questions) {
    guard sequences.knowsControlStrings, depth > .none, isatty(input) == 1, !questions.isEmpty else { return }
    var text = ""
    if questions.contains(.background) { text += "\u{1B}]11;?\u{1B}\\" }
    if questions.contains(.pixels) { text += "\u{1B}_Gi=1,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}[16t" }
    // Every terminal answers the last question, so that one that does not know the others is not waited for.
    write(Array((text + "\u{1B}[c").utf8))
    inquiry = Inquiry(
      questions: questions, moment: .now, mayAnswerOutOfOrder: settings.mayAnswerOutOfOrder)
  }

  /// The answers that have come within 150 ms since the question; later ones are told as events or taken silently. What
  /// people type meanwhile is kept.
  package func answers() -> TerminalAnswers {
    awaitAnswers(until: Self.patience)
    earlyEvents.removeAll { if case .background = $0 { true } else { false } }
    return inquiry?.answers ?? TerminalAnswers()
  }

  /// Waits a little for answers that are still on their way, before something else has the terminal.
  func awaitAnswers() {
    guard !isEnding else { return }
    awaitAnswers(until: Self.lastPatience)
  }

  private func awaitAnswers(until patience: Duration) {
    guard let end = inquiry.map({ $0.moment + patience }) else { return }
    // What has come already is looked at even when other work has taken all the time.
    repeat {
      guard inquiry?.isDue ?? false else { return }
      let left = max(0, min(Int32((end - .now) / .milliseconds(1)), 1_500))
      guard read(within: left) else { return }
      while let token = decoder.next(at: .now) {
        if let event = take(token) { earlyEvents.append(event) }
      }
    } while ContinuousClock.now < end && !isEnding
  }

  /// Keeps what the terminal tells of itself; returns what is an event for others.
  func take(_ token: InputDecoder.Token) -> ScreenEvent? {
    switch token {
    case .event(let event): return event
    case .background(let color):
      guard inquiry?.questions.contains(.background) ?? false else { return nil }
      let isFirst = inquiry?.answers.background == nil
      inquiry?.answers.background = color
      return isFirst ? .background(color) : nil
    case .graphics(let isUnderstood): inquiry?.answers.knowsKitty = isUnderstood
    case .cell(let size): inquiry?.answers.cell = size
    case .attributes(let abilities):
      inquiry?.answers.knowsSixel = abilities.contains(4)
      inquiry?.isAnswered = true
    }
    choosePixels()
    return nil
  }

  /// Shows pictures in pixels from now on, where the terminal can; a late answer may make it so later.
  package func usePixels(_ choice: PixelChoice) {
    pixelChoice = choice
    choosePixels()
  }

  private func choosePixels() {
    guard let pixelChoice else { return }
    let answers = inquiry?.answers ?? TerminalAnswers()
    let cell = measuredCell() ?? answers.cell
    pixelForm =
      switch pixelChoice {
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
