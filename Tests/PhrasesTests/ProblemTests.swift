import Foundation
import NewsModel
import Testing

@testable import Phrases

@Suite("What went wrong, in words")
struct ProblemTests {
  @Test("Every problem has a sentence that says what to do", arguments: InterfaceLanguage.allCases)
  func problems(language: InterfaceLanguage) throws {
    let phrases = Phrasebook(language: language)
    for problem in try Self.problems() {
      let sentence = phrases.sentence(for: problem)
      #expect(!sentence.hasPrefix("problem.") && !sentence.contains("fault."), "\(problem)")
      #expect(!sentence.contains("{"), "\(sentence)")
      #expect(sentence.contains(":") || sentence.contains(";"), "\(sentence)")
    }
  }

  @Test("No sentence about a problem is without a problem here, and every one stands in every language")
  func keys() throws {
    let phrases = Phrasebook(language: .ru)
    let met = Set(try Self.problems().map { phrases.parts(of: $0).key })
    #expect(Set(ProblemKey.allCases).subtracting(met).map(\.rawValue).sorted() == [])
    for language in InterfaceLanguage.allCases {
      let texts = Catalogue.of(language).texts
      for key in ProblemKey.allCases {
        #expect(texts["problem.\(key.rawValue)"] != nil, "\(language) \(key)")
      }
      for key in FaultKey.allCases { #expect(texts["fault.\(key.rawValue)"] != nil, "\(language) \(key)") }
    }
  }

  /// One of every kind; those of the network are derived from what there is.
  private static func problems() throws -> [Problem] {
    let address = try #require(WebAddress("https://echo.example/a"))
    let statuses = [401, 403, 404, 410, 418, 429, 500, 599].map { FetchFailure.status($0, retryAfter: nil) }
    let certificates: [FetchFailure.CertificateFault] = [
      .expired, .notYetValid, .selfSigned, .unknownRoot(issuer: "r"), .unknownRoot(issuer: nil), .wrongHost,
      .revoked, .other,
    ]
    let failures =
      FetchFailure.Code.allCases.map { FetchFailure($0, fact: "1") } + statuses
      + certificates.map { .certificate($0) } + FetchFailure.FileFault.allCases.map { .unreadableFile($0) }
    return failures.map { .fetch($0, at: address) } + others
  }

  private static let others: [Problem] = [
    .tooLarge(limitBytes: 9_000_000), .offline, .emptyAnswer("a"), .notAnAddress("x"), .notASite("a"),
    .notAFeed("a"), .noArticleText("a"), .noArticlePage, .binary("a"), .unreadableFile("p"),
    .unwritableFolder("p"),
    .noSuchFolder("p"), .closedFolder("p"),
    .foreignCache("p"), .damagedCache("p"), .newerCache("p"), .cacheFailed("r"), .diskFull("p"),
    .faultyConfiguration(file: "f", line: 3, .other("r")),
    .faultyConfiguration(file: "f", line: nil, .unknownName("n", nearest: "m")),
    .faultyConfiguration(file: "f", line: 3, .unknownName("n", nearest: nil)),
    .faultyConfiguration(file: "f", line: 3, .badValue(name: "n", expected: "1")),
    .faultyConfiguration(file: "f", line: 3, .missing("n")),
    .faultyConfiguration(file: "f", line: nil, .tooLarge(limitBytes: 9)),
    .faultyConfiguration(file: "f", line: nil, .notAMapping),
    .faultyConfiguration(file: "f", line: 3, .unknownCommand("n", nearest: "m")),
    .faultyConfiguration(file: "f", line: 3, .unknownCommand("n", nearest: nil)),
    .faultyConfiguration(file: "f", line: 3, .unknownContext("n")),
    .faultyConfiguration(file: "f", line: 3, .notThere(command: "n", context: "c")),
    .faultyConfiguration(file: "f", line: 3, .unknownKey("k")), .moreFaults(3), .severalFaults(3),
    .severalSites("n", ids: "a, b"), .noSuchSite("n", nearest: "m"), .noSuchSite("n", nearest: nil),
    .noSuchSection("n", nearest: "m"),
    .noSuchSection("n", nearest: nil), .sectionNotAmong("n", known: "a, b"), .noSections("n"),
    .nothingOnInput, .noSuchArticle("7"), .noSuchTheme("n", nearest: "m"),
    .noSuchTheme("n", nearest: nil), .alreadyFollowed("n"), .noSites, .noBrowser, .noClipboard("t"),
    .inputIsNoTerminal, .archiveInUse, .archiveBusy, .outputClosed,
    .fileExists("p"), .unknownSuffix(".s", known: ".k"),
    .commandFailed("c", status: 1), .noShell, .outputFailed("r"), .notATerminal,
    .noUTF8Locale("C"), .unknownTerminal("t"), .other("r"),
    .noSubscriptions("p"), .archiveSetAside("p"), .nothingToSave("p"), .isFolder("p"), .nameTooLong("p"),
    .wrongClock(shown: Date(timeIntervalSince1970: 0), known: Date(timeIntervalSince1970: 1)),
  ]
}
