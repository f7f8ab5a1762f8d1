import NewsModel
import Testing

@Suite("Failures of the network")
struct FetchFailureTests {
  @Test("what is kept of a failure comes back as the same failure", arguments: FetchFailure.Code.allCases)
  func kept(code: FetchFailure.Code) {
    for fact in [
      "", "404", "503 90", "expired", "unknownRoot: Корень", "directory", "host.example", "слова: да",
    ] {
      let failure = FetchFailure(code, fact: fact)
      #expect(failure.row.code == code)
      #expect(FetchFailure(code, fact: failure.fact) == failure)
    }
    #expect(FetchFailure(.status, fact: "503 90") == .status(503, retryAfter: .seconds(90)))
    #expect(FetchFailure(.certificate, fact: "unknownRoot: К") == .certificate(.unknownRoot(issuer: "К")))
  }

  @Test("a closed door concerns the whole host, and what concerns us alone holds no source back")
  func traits() {
    for failure in FetchFailure.Code.allCases.map({ FetchFailure($0, fact: "404") }) {
      if failure.has(.closesHost) { #expect(failure.has(.concernsHost), "\(failure)") }
      if failure.row.wait == .none { #expect(!failure.has(.concernsHost), "\(failure)") }
      if failure.has(.isAnswer) { #expect(!failure.has(.isWantOfNetwork), "\(failure)") }
    }
    #expect(FetchFailure.status(429, retryAfter: nil).has(.concernsHost))
    #expect(!FetchFailure.status(404, retryAfter: nil).has(.concernsHost))
    #expect(FetchFailure.status(503, retryAfter: nil).row.wait == .short)
    #expect(FetchFailure.status(404, retryAfter: nil).row.wait == .long)
  }
}
