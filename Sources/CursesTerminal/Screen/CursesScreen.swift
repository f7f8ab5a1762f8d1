import CNcurses
import Canvas
import Glibc

/// A screen on ncursesw. Output goes through the library, which knows how to change a terminal with few bytes;
/// input is read and decoded here, because the library knows neither paste nor Alt with Cyrillic letters.
///
/// One at a time in a process, used from one thread. Whatever ends the process gives the terminal back first.
package final class CursesScreen: Screen {
  private(set) package var size: CellSize
  /// The colours it uses: what the terminal knows, never more than the settings allow.
  package let depth: ColorDepth
  let settings: ScreenSettings
  let sequences: TerminalSequences
  /// Whether bytes beside the library may be UTF-8.
  let isUnicode: Bool
  var looks: LookTable
  /// What the library was given last; `nil` when everything must be given anew.
  var shown: Frame?
  var decoder: InputDecoder
  /// When the decoder's rest is taken as it is.
  package internal(set) var inputDeadline: ContinuousClock.Instant?
  /// Until when answers of the terminal are waited for; `nil` when none were asked for.
  var answersDue: ContinuousClock.Instant?
  /// What arrived while an answer was waited for.
  var earlyEvents: [ScreenEvent] = []
  var isClosed = false
  /// The window's title, once it was set.
  var title: String?
  var hasEnded = false
  var elements: [cchar_t] = []
  /// How pictures are shown in pixels; `nil`: in cells.
  package internal(set) var pixelForm: PixelForm?
  var pixels = ShownPixels()
  let handle: OpaquePointer
  private let isTerminal: Bool
  private var savedModes = termios()
  private var programModes = termios()
  /// A byte in it says that a signal came: read end, write end.
  let signalPipe: (read: Int32, write: Int32)

  /// Opens the terminal; the locale must stand already (`TerminalLocale.establish`).
  package init(settings: ScreenSettings, locale: TerminalLocale) throws(TerminalError) {
    let isTerminal = isatty(settings.output) == 1 && isatty(settings.input) == 1
    guard isTerminal || settings.fixedSize != nil else { throw .notATerminal }
    let type = settings.type ?? getenv("TERM").map { String(cString: $0) }
    guard let type, !type.isEmpty else { throw .unknownType(nil) }
    var modes = termios()
    if isTerminal { tcgetattr(settings.input, &modes) }
    guard let handle = terminal_open(type, settings.output, settings.input) else { throw .unknownType(type) }
    guard terminal_string("cup") != nil else {
      endwin()
      terminal_free(handle)
      throw .cannotMoveCursor(type)
    }
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    signalPipe = (ends[0], ends[1])
    self.handle = handle
    self.isTerminal = isTerminal
    self.settings = settings
    isUnicode = locale.isUnicode
    savedModes = modes
    raw()
    noecho()
    nonl()
    typeahead(-1)
    if let window = terminal_window() { idlok(window, true) }
    var depth = min(ColorDepth.ofTerminal(), settings.maximumDepth)
    if depth == .none || start_color() != 0 || use_default_colors() != 0 { depth = .none }
    self.depth = depth
    looks = LookTable(
      theme: settings.theme, depth: depth, maximumPairs: Int32(terminal_pairs()), isUnicode: isUnicode)
    decoder = InputDecoder(
      charset: locale.upperHalf.map { .singleByte($0) } ?? .unicode, keys: .ofTerminal())
    sequences = TerminalSequences(type: type, usesMouse: settings.usesMouse)
    size = CellSize(columns: 80, rows: 24)
    size = measuredSize()
    resize_term(Int32(size.rows), Int32(size.columns))
    if isTerminal {
      tcgetattr(settings.input, &programModes)
      guard_arm(
        settings.output, signalPipe.write, &savedModes, sequences.restoring, sequences.restoring.count)
    }
    // The library writes its own beginning with the first refresh; ours comes after.
    curs_set(0)
    if let window = terminal_window() { wnoutrefresh(window) }
    doupdate()
    write(sequences.entering)
  }

  deinit {
    close()
    terminal_free(handle)
    Glibc.close(signalPipe.read)
    Glibc.close(signalPipe.write)
  }

  package var inputDescriptors: [Int32] { [settings.input, signalPipe.read] }
  package var colorCount: Int { depth.rawValue }

  /// The signal that asked the process to end, to die of it once everything is put away; `nil` when none did.
  package static var endingSignal: Int32? {
    let number = guard_ending_signal()
    return number == 0 ? nil : number
  }

  package var isEnding: Bool { guard_ending_signal() != 0 }

  package func setTheme(_ theme: Theme) {
    looks = LookTable(
      theme: theme, depth: depth, maximumPairs: Int32(terminal_pairs()), isUnicode: isUnicode)
    invalidate()
  }

  package func invalidate() {
    shown = nil
    guard let window = terminal_window() else { return }
    clearok(window, true)
  }

  package func ring() {
    guard !isClosed else { return }
    beep()
  }

  package func close() {
    guard !isClosed else { return }
    isClosed = true
    giveBack()
    guard_disarm()
  }

  /// Gives the terminal back, stops, and takes it again when the process goes on.
  package func suspend() {
    guard !isClosed, isTerminal else { return }
    giveBack()
    guard_stop_process()
    takeAgain()
    // Going on was noticed already; an end that was asked for meanwhile was not.
    if guard_take() & Int32(GUARD_ENDING) != 0 { earlyEvents.append(.closed) }
    earlyEvents += [.resumed, .resized(size)]
  }

  package func lend(_ use: () -> Void) {
    guard !isClosed, isTerminal else { return use() }
    giveBack()
    use()
    takeAgain()
    earlyEvents += [.resumed, .resized(size)]
  }

  /// Takes the terminal again after something else had it.
  func takeAgain() {
    tcsetattr(settings.input, TCSADRAIN, &programModes)
    pixels = ShownPixels()
    invalidate()
    adoptSize()
    if let window = terminal_window() { wrefresh(window) }
    write(sequences.entering)
    writeTitle()
  }

  /// The terminal's size now; tells whether it differs from what was known.
  @discardableResult
  func adoptSize() -> Bool {
    let now = measuredSize()
    guard now != size else { return false }
    size = now
    if case .sixel = pixelForm { pixelForm = measuredCell().map { .sixel(cell: $0) } ?? pixelForm }
    resize_term(Int32(now.rows), Int32(now.columns))
    invalidate()
    return true
  }

  /// Writes bytes beside the library; it must have nothing waiting.
  func write(_ bytes: [UInt8]) {
    guard isTerminal else { return }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(settings.output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private func giveBack() {
    if case .kitty = pixelForm { write(TerminalSequences.withoutPictures) }
    write(sequences.leaving)
    endwin()
    if isTerminal { tcsetattr(settings.input, TCSADRAIN, &savedModes) }
  }

  private func measuredSize() -> CellSize {
    if let fixed = settings.fixedSize { return fixed }
    var columns: Int32 = 0
    var rows: Int32 = 0
    terminal_size(settings.output, &columns, &rows)
    // A terminal that tells no size (a serial line) is as its description says.
    if columns <= 0 || rows <= 0 {
      columns = max(1, Int32(terminal_number("cols")))
      rows = max(1, Int32(terminal_number("lines")))
    }
    return CellSize(
      columns: min(Int(columns), Frame.maximumSide), rows: min(Int(rows), Frame.maximumSide))
  }
}
