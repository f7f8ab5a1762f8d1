import ArgumentParser
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
      Output.error(Program.phrasesForErrors().sentence(for: failure.problem))
      exit(failure.code.rawValue)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      let code = VestnikCommand.exitCode(for: error)
      guard code != .success else { VestnikCommand.exit(withError: error) }
      Output.error(UsageMistake(VestnikCommand.message(for: error)).sentence(Program.phrasesForErrors()))
      exit(ProgramFailure.Code.wrongUsage.rawValue)
    }
  }
}
