import ArgumentParser
import CursesTerminal
import Glibc
import Phrases

/// The program's entry: parses the command line, runs the command, turns errors into one sentence and an exit code.
@main
enum Main {
  /// What stands behind the program's name: in UTF-8, else in the locale's set of characters.
  private static var words: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      guard let word = CommandLine.unsafeArgv[index] else { return nil }
      if let text = String(validatingCString: word) { return text }
      guard let locale = try? TerminalLocale.establish(), !locale.isUnicode else {
        return String(cString: word)
      }
      return LocaleCharacters.text(
        of: UnsafeBufferPointer(start: word, count: strlen(word)).map { UInt8(bitPattern: $0) })
    }
  }

  static func main() {
    signal(SIGPIPE, SIG_DFL)
    Output.fillStandardDescriptors()
    do {
      let words = words
      // The usual start: the parser of words takes a tenth of the time to the first headline.
      guard !words.isEmpty else { return try Opening().run() }
      var command = try VestnikCommand.parseAsRoot(words)
      try command.run()
    } catch let failure as ProgramFailure {
      Output.error(Program.phrasesForErrors().sentence(for: failure.problem))
      exit(failure.code.rawValue)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      let code = VestnikCommand.exitCode(for: error)
      guard code != .success else {
        // Help and version; the parser's own printing does not notice that nothing arrives.
        Output.text(VestnikCommand.fullMessage(for: error) + "\n")
        exit(code.rawValue)
      }
      let mistake = UsageMistake(
        VestnikCommand.message(for: error), page: VestnikCommand.fullMessage(for: error))
      Output.error(mistake.sentence(Program.phrasesForErrors()))
      exit(ProgramFailure.Code.wrongUsage.rawValue)
    }
  }
}
