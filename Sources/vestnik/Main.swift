import ArgumentParser
import Configuration
import Glibc
import Phrases

/// The program's entry: parses the command line, runs the command, turns errors into one sentence and an exit code.
@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_DFL)
    do {
      var command = try VestnikCommand.parseAsRoot()
      try command.run()
    } catch let failure as ProgramFailure {
      Output.error(phrases.sentence(for: failure.problem))
      exit(failure.code.rawValue)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      let code = VestnikCommand.exitCode(for: error)
      guard code != .success else { VestnikCommand.exit(withError: error) }
      Output.error(UsageMistake(VestnikCommand.message(for: error)).sentence(phrases))
      exit(ProgramFailure.Code.wrongUsage.rawValue)
    }
  }

  /// The words for errors, in the language that is set, even where the arguments could not be understood.
  private static var phrases: Phrasebook {
    let arguments = CommandLine.arguments
    let behind = arguments.firstIndex(of: "--home").map { arguments[($0 + 1)...] }
    let joined = arguments.first { $0.hasPrefix("--home=") }?.dropFirst("--home=".count)
    let home = behind?.first ?? joined.map(String.init)
    return Program.phrases(for: Settings.read(from: Folders(home: home).settings).settings)
  }
}
