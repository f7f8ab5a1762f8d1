import Phrases

/// What ends a command: a sentence for standard error and an exit code.
struct ProgramFailure: Error {
  /// The exit codes of DESIGN: done is 0.
  enum Code: Int32 {
    case failed = 1
    case someSourcesFailed = 2
    case wrongUsage = 64
  }

  let problem: Problem
  let code: Code

  init(_ problem: Problem, code: Code = .failed) {
    self.problem = problem
    self.code = code
  }
}
