import Configuration
import NewsModel
import Phrases
import Reader
import ReaderDesk

// What is wrong in the reader's own files becomes what people are told.

extension Problem {
  init(_ fault: Keymap.Fault, file: String, line: Int?) {
    let told: FileFault =
      switch fault {
      case .unknownCommand(let name, let nearest): .unknownCommand(name, nearest: nearest)
      case .unknownContext(let name): .unknownContext(name)
      case .notThere(let command, let context): .notThere(command: command, context: context)
      case .unknownKey(let key): .unknownKey(key)
      }
    self = .faultyConfiguration(file: file, line: line, told)
  }

  /// One problem a warning, and behind so many of them one that says how many there are besides.
  static func all(_ warnings: [ConfigurationWarning], most: Int) -> [Problem] {
    cut(warnings.map { Problem($0) }, most: most)
  }

  /// Everything in the settings file that was passed over, its keys among it.
  static func all(in settings: Settings, _ warnings: [ConfigurationWarning], file: String) -> [Problem] {
    let keys = Keymap.faults(in: settings.keys.map(KeyRebinding.init)).map { index, fault in
      Problem(fault, file: file, line: settings.keys[index].line)
    }
    return cut(warnings.map { Problem($0) } + keys, most: 20)
  }

  private static func cut(_ problems: [Problem], most: Int) -> [Problem] {
    guard problems.count > most else { return problems }
    return problems.prefix(most) + [.moreFaults(problems.count - most)]
  }
}

extension Problem {
  /// That there is no theme of a name, and which is meant perhaps; or what is wrong with its file.
  static func noTheme(named name: String, in catalogue: ThemeCatalogue) -> Problem {
    if catalogue.names.contains(name), let fault = catalogue.warnings(ofTheme: name).first {
      return Problem(fault)
    }
    return .noSuchTheme(
      CleanText.line(name, limit: 100), nearest: NearestName.to(name, among: catalogue.names))
  }
}
