import CNcurses
import Canvas
import Glibc

/// A screen on ncursesw. Output goes through the library, which knows how to change a terminal with few bytes;
/// input is read and decoded here, because the library knows neither paste nor Alt with Cyrillic letters.
///
/// One at a time in a process, used from one thread. Whatever ends the process gives the terminal back first.
///
/// Large because a process has one terminal: what it shows, reads and was told is one state.
package final class CursesScreen: Screen {
  private(set) package var size: CellSize
  /// The colours it uses: what the terminal knows, never more than the settings allow.
  package let depth: ColorDepth
  let settings: ScreenSettings
  /// What keys are read from.
  let input: Int32
  let sequences: TerminalSequences
  /// Whether bytes beside the library may be UTF-8.
  let isUnicode: Bool
  var looks: LookTable
  /// What the library was given last; `nil` when everything must be given anew.
  var shown: Frame?
  var decoder: InputDecoder
  /// What the terminal was asked and what it has answered; `nil` when it was asked nothing.
  var inquiry: Inquiry?
  /// What arrived while an answer was waited for.
  var earlyEvents: [ScreenEvent] = []
  var isClosed = false
  /// The window's title, once it was set.
  var title: String?
  var hasEnded = false
  var elements: [cchar_t] = []
  /// Which way of showing pixels is wanted; `nil`: none.
  var pixelChoice: PixelChoice?
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
    let isOutputTerminal = isatty(settings.output) == 1
    guard isOutputTerminal || settings.fixedSize != nil else { throw .notATerminal }
    let input = Self.keyboard(instead: settings.input)
    let isTerminal = isOutputTerminal && isatty(input) == 1
    guard isTerminal || settings.fixedSize != nil else { throw .inputIsNoTerminal }
    self.input = input
    let type = settings.type ?? getenv("TERM").map { String(cString: $0) }
    guard let type, !type.isEmpty else { throw .unknownType(nil) }
    var modes = termios()
    if isTerminal { tcgetattr(input, &modes) }
    guard let handle = terminal_open(Self.type(type, of: settings), settings.output, input) else {
      Self.release(input, of: settings)
      throw .unknownType(type)
    }
    guard terminal_string("cup") != nil else {
      endwin()
      terminal_free(handle)
      Self.release(input, of: settings)
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
      theme: settings.theme, depth: depth, maximumPairs: Int32(terminal_pairs()),
      characters: LocaleCharacters(isUnicode: isUnicode, isConsole: settings.usesConsoleSigns))
    var patience = InputDecoder.Patience()
    patience.escape = settings.escapeDelay
    decoder = InputDecoder(
      charset: locale.upperHalf.map { .singleByte($0) } ?? .unicode, keys: .ofTerminal(), patience: patience)
    sequences = TerminalSequences(type: type, settings: settings)
    size = CellSize(columns: 80, rows: 24)
    size = measuredSize()
    resize_term(Int32(size.rows), Int32(size.columns))
    if isTerminal {
      tcgetattr(input, &programModes)
      guard_arm(
        terminal_way(handle), signalPipe.write, &savedModes, sequences.restoring, sequences.restoring.count)
    }
    // The library writes its own beginning with the first refresh; ours comes after.
    terminal_hold(handle)
    curs_set(0)
    if let window = terminal_window() { wnoutrefresh(window) }
    doupdate()
    sendFrame()
    write(sequences.entering)
  }

  deinit {
    close()
    terminal_free(handle)
    Self.release(input, of: settings)
    Glibc.close(signalPipe.read)
    Glibc.close(signalPipe.write)
  }

  package var inputDescriptors: [Int32] { [input, signalPipe.read] }
  package var inputDeadline: ContinuousClock.Instant? { decoder.deadline }

  /// The signal that asked the process to end, to die of it once everything is put away; `nil` when none did.
  package static var endingSignal: Int32? {
    let number = guard_ending_signal()
    return number == 0 ? nil : number
  }

  package var isEnding: Bool { guard_ending_signal() != 0 }

  package func setTheme(_ theme: Theme) {
    looks = LookTable(
      theme: theme, depth: depth, maximumPairs: Int32(terminal_pairs()),
      characters: LocaleCharacters(isUnicode: isUnicode, isConsole: settings.usesConsoleSigns))
    invalidate()
  }

  package func invalidate() {
    shown = nil
    guard let window = terminal_window() else { return }
    clearok(window, true)
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
    tcsetattr(input, TCSANOW, &programModes)
    pixels = ShownPixels()
    invalidate()
    adoptSize()
    if let window = terminal_window() { wrefresh(window) }
    sendFrame()
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
  ///
  /// - Parameter isLeaving: whether a terminal that takes nothing is waited for although the process is to end.
  func write(_ bytes: [UInt8], isLeaving: Bool = false) {
    guard isTerminal else { return }
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
      _ = terminal_write(handle, base, buffer.count, isLeaving)
    }
  }

  /// Sends what the library has written.
  func sendFrame(isLeaving: Bool = false) { terminal_send(handle, isLeaving) }

  /// Modes are set at once: a terminal that takes nothing would keep the process.
  private func giveBack() {
    if isTerminal { awaitAnswers() }
    if case .kitty = pixelForm { write(TerminalSequences.withoutPictures, isLeaving: true) }
    write(sequences.leaving, isLeaving: true)
    endwin()
    sendFrame(isLeaving: true)
    if isTerminal { tcsetattr(input, TCSANOW, &savedModes) }
  }

  /// The process's own terminal where a pipe or a file stands in for keys (`ls | xargs vestnik`).
  private static func keyboard(instead input: Int32) -> Int32 {
    guard isatty(input) == 0 else { return input }
    let keyboard = open("/dev/tty", O_RDWR | O_CLOEXEC)
    return keyboard >= 0 ? keyboard : input
  }

  /// The description to use: one with all colours where it is installed and they are wanted.
  private static func type(_ type: String, of settings: ScreenSettings) -> String {
    guard settings.maximumDepth == .direct else { return type }
    return settings.directTypes.first { TerminalReport(type: $0).depth == .direct } ?? type
  }

  private static func release(_ input: Int32, of settings: ScreenSettings) {
    if input != settings.input { Glibc.close(input) }
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
