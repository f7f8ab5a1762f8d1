import Language
import Testing

@testable import PageParsing

@Suite("Words of pages")
struct PageWordsTests {
  @Test("a phrase belongs to every group that its section names")
  func severalGroups() {
    let file = WordFile("# words\n[button list.top]\nважное\n\n[button]\nдалее\n")
    #expect(file.groups == ["button": ["важное", "далее"], "list.top": ["важное"]])
    #expect(file.faults.isEmpty)
  }

  @Test("a phrase before any section, one that is there twice and one too long are told by their lines")
  func faults() {
    let long = String(repeating: "a", count: WordFile.longestPhrase + 1)
    let file = WordFile("далее\n[button]\nдалее\nдалее\n\(long)\n")
    #expect(
      file.faults == [
        .init(line: 1, kind: .beforeAnySection), .init(line: 4, kind: .twiceInGroup("button")),
        .init(line: 5, kind: .tooLong),
      ])
  }

  @Test("the shipped files have no faults, and each of their sections is asked for")
  func shippedFiles() {
    let files = PageWords.shippedFiles()
    #expect(files.count > 10)
    let known = Set(
      PageWords.Group.allCases.map(\.rawValue) + ClassHints.names.map { "class." + $0.0 }
        + ["column", "top.whole", "measure", "screen", "drupal", "builder", "rubric"].map { "class." + $0 })
    for (name, file) in files {
      #expect(file.faults.isEmpty, "\(name): \(file.faults)")
      #expect(known.isSuperset(of: file.groups.keys), "\(name)")
    }
    for group in known { #expect(!PageWords.all.lines(of: group).isEmpty, "[\(group)]") }
  }

  @Test("a phrase of the shipped files is written as a page's words are looked up")
  func foldedPhrases() {
    for group in PageWords.Group.allCases where group != .byline && group != .creditLabel {
      for phrase in PageWords.all[group] where !phrase.contains("…") {
        #expect(
          ["", ":", "-"].contains { Folding.label(phrase) + $0 == phrase }, "[\(group)] \(phrase)")
      }
    }
  }

  @Test(
    "an invitation with a gap is known by both its ends",
    arguments: [
      ("more great stories", true), ("more of the same", false), ("mehr zu brücken", true),
      ("stories and more", false),
    ])
  func gaps(text: String, isInvitation: Bool) {
    #expect(BodyPhrases.isInvitation(text, ofBytes: text.utf8.count) == isInvitation)
  }
}
