import CursesTerminal
import Language
import Phrases

extension Checkup {
  private var report: TerminalReport { TerminalReport(type: variable("TERM")) }

  var terminal: Diagnosis {
    let report = report
    return switch report.fault {
    case nil: .good(.doctorTerminal, report.type ?? "")
    case .unknownType(let name), .cannotMoveCursor(let name as String?):
      .wrong(.doctorTerminal, phrases.sentence(for: .unknownTerminal(name ?? "")))
    case .notATerminal: .wrong(.doctorTerminal, phrases.sentence(for: .notATerminal))
    case .cannotShowCyrillic(let codeset):
      .wrong(.doctorTerminal, phrases.sentence(for: .noUTF8Locale(codeset)))
    }
  }

  var size: Diagnosis {
    guard let size = Output.size else { return .note(.doctorSize, phrases.sentence(for: .notATerminal)) }
    let text = "\(size.columns)×\(size.rows)"
    let isEnough = size.columns >= 20 && size.rows >= 5
    return isEnough ? .good(.doctorSize, text) : .wrong(.doctorSize, "\(text): \(phrases[.tooSmall])")
  }

  /// The character set, and whether the locale that is named is there.
  var locale: Diagnosis {
    let name = variable("LC_ALL", "LC_CTYPE", "LANG") ?? "C"
    let isInstalled = TerminalLocale.isInstalled
    do throws(TerminalError) {
      let codeset = try TerminalLocale.establish().codeset
      let text = "\(name), \(codeset)"
      return isInstalled
        ? .good(.doctorLocale, text)
        : .note(.doctorLocale, "\(text): \(phrases.text(.doctorNoLocale, ["name": name]))")
    } catch {
      guard case .cannotShowCyrillic(let codeset) = error else { return .note(.doctorLocale, name) }
      return .wrong(.doctorLocale, phrases.sentence(for: .noUTF8Locale(codeset)))
    }
  }

  var colours: Diagnosis {
    if variable("NO_COLOR") != nil { return .note(.doctorColours, "NO_COLOR") }
    let depth = report.depth
    let text = phrases.text(.doctorColourCount, count: depth.rawValue)
    return depth >= .indexed
      ? .good(.doctorColours, text)
      : .note(.doctorColours, "\(text): \(phrases[.doctorFewColours])")
  }

  var keyboard: Diagnosis {
    if let layout = settings.keyboard.flatMap(KeyboardLayout.init) {
      return .good(.doctorKeyboard, "\(layout.rawValue) (config.yaml)")
    }
    let layout = KeyboardLayout.automatic(localeName: variable("LC_ALL", "LC_CTYPE", "LANG"))
    return .good(.doctorKeyboard, "\(layout.rawValue) (auto)")
  }

  var mouse: Diagnosis {
    settings.mouse
      ? .good(.doctorMouse, phrases[.doctorMouseOn]) : .good(.doctorMouse, phrases[.doctorMouseOff])
  }
}
