import Language
import Testing

@Suite("Vowels that come and go")
struct FleetingVowelTests {
  @Test(
    "all forms of a Russian noun have one stem",
    arguments: [
      ["паводок", "паводка", "паводком", "паводки", "паводков"], ["отец", "отца", "отцом"],
      ["рынок", "рынка", "рынке", "рынков"], ["урок", "урока", "уроки"], ["поселок", "поселка", "поселков"],
      ["человек", "человека", "человеком"], ["звонок", "звонки", "звонка"],
    ])
  func oneStem(forms: [String]) {
    let stemmer = Stemmer(language: "ru")
    #expect(Set(forms.map { stemmer.stem($0) }).count == 1, "\(forms.map { stemmer.stem($0) })")
  }

  @Test("words that only look alike stay apart")
  func apart() {
    let stemmer = Stemmer(language: "ru")
    #expect(stemmer.stem("город") != stemmer.stem("гордый"))
    #expect(stemmer.stem("срок") != stemmer.stem("сорок"))
  }
}
