import Canvas
import CursesTerminal
import TestSupport

extension PseudoTerminal {
  /// A screen on it.
  func screen(
    type: String = "xterm-256color", usesLinks: Bool = false, theme: Theme = .plain
  ) throws -> CursesScreen {
    var settings = ScreenSettings()
    settings.output = slave
    settings.input = slave
    settings.type = type
    settings.theme = theme
    settings.usesLinks = usesLinks
    return try CursesScreen(settings: settings, locale: TerminalLocale.establish())
  }
}
