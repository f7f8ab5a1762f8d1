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
      Output.error(Program.phrases().sentence(for: failure.problem))
      exit(failure.code.rawValue)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      let code = VestnikCommand.exitCode(for: error)
      guard code != .success else { VestnikCommand.exit(withError: error) }
      let phrases = Program.phrases()
      Output.error(phrases.text(.cliWrongUsage, ["reason": VestnikCommand.message(for: error)]))
      exit(ProgramFailure.Code.wrongUsage.rawValue)
    }
  }
}
