import Canvas
import CursesTerminal
import Language
import Phrases
import Reader
import ReaderApp
import ReaderDesk

extension Checkup {
  var terminal: Diagnosis {
    report.fault.map { .wrong(.doctorTerminal, phrases.sentence(for: Problem($0))) }
      ?? .good(.doctorTerminal, report.type ?? "")
  }

  var size: Diagnosis {
    guard let size = Output.size else { return .note(.doctorSize, phrases.sentence(for: .notATerminal)) }
    let text = "\(size.columns)×\(size.rows)"
    let isEnough = Arrangement.hasRoom(CellSize(columns: size.columns, rows: size.rows))
    return isEnough ? .good(.doctorSize, text) : .wrong(.doctorSize, "\(text): \(phrases[.tooSmall])")
  }

  /// The character set, and whether the locale that is named is there.
  var locale: Diagnosis {
    let name = Program.localeName(environment) ?? "C"
    let isInstalled = TerminalLocale.isInstalled
    do throws(TerminalError) {
      let codeset = try TerminalLocale.establish().codeset
      let text = "\(name), \(codeset)"
      return isInstalled
        ? .good(.doctorLocale, text)
        : .note(.doctorLocale, "\(text): \(phrases.text(.doctorNoLocale, ["name": name]))")
    } catch { return .wrong(.doctorLocale, phrases.sentence(for: Problem(error))) }
  }

  var colours: Diagnosis {
    if variable("NO_COLOR") != nil { return .note(.doctorColours, "NO_COLOR") }
    let traits = TerminalTraits(environment: environment)
    let depth = ([report] + traits.directTypes.map { TerminalReport(type: $0) }).map(\.depth).max() ?? .none
    let text = phrases.text(.doctorColourCount, count: depth.rawValue)
    switch depth {
    case .none, .eight, .sixteen: return .note(.doctorColours, "\(text): \(phrases[.doctorFewColours])")
    case .indexed where traits.claimsDirectColor:
      return .note(.doctorColours, "\(text): \(phrases[.doctorMoreColours])")
    case .indexed where !traits.isMultiplexed:
      return .good(.doctorColours, "\(text); \(phrases[.doctorTrueColours])")
    case .indexed, .direct: return .good(.doctorColours, text)
    }
  }

  /// What `y` copies with.
  var clipboard: Diagnosis {
    if let name = ClipboardTool(environment: environment).name,
      TerminalTraits(environment: environment).clipboard == .none
    {
      return .good(.doctorClipboard, phrases.text(.doctorClipboardTool, ["name": name]))
    }
    return TerminalTraits(environment: environment).clipboard == .none
      ? .note(.doctorClipboard, phrases[.doctorNoClipboard])
      : .good(.doctorClipboard, phrases[.doctorClipboardTold])
  }

  var keyboard: Diagnosis {
    if let layout = settings.keyboard.flatMap(KeyboardLayout.init) {
      return .good(.doctorKeyboard, phrases.text(.doctorLayoutSet, ["layout": layout.rawValue]))
    }
    let layout = KeyboardLayout.automatic(localeName: Program.localeName(environment))
    return .good(.doctorKeyboard, phrases.text(.doctorLayoutFound, ["layout": layout.rawValue]))
  }

  var mouse: Diagnosis {
    settings.mouse
      ? .good(.doctorMouse, phrases[.doctorMouseOn]) : .good(.doctorMouse, phrases[.doctorMouseOff])
  }
}
