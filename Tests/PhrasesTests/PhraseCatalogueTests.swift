import Foundation
import Testing

@testable import Phrases

@Suite("Phrase catalogues")
struct PhraseCatalogueTests {
  @Test(
    "Every language has every text, each counted one in all plural forms",
    arguments: InterfaceLanguage.allCases)
  func catalogueIsWhole(language: InterfaceLanguage) {
    let catalogue = Catalogue.of(language)
    for phrase in Phrase.allCases {
      let keys =
        phrase.isCounted
        ? PluralForm.forms(of: language).map { "\(phrase.rawValue).\($0.rawValue)" } : [phrase.rawValue]
      for key in keys { #expect(catalogue.texts[key] != nil, "\(language) lacks \(key)") }
    }
  }

  @Test("No language has a text that another lacks", arguments: InterfaceLanguage.allCases)
  func cataloguesAgree(language: InterfaceLanguage) {
    func stems(_ language: InterfaceLanguage) -> Set<String> {
      let suffixes = PluralForm.allCases.map { ".\($0.rawValue)" }
      return Set(
        Catalogue.of(language).texts.keys.map { key in
          suffixes.first { key.hasSuffix($0) }.map { String(key.dropLast($0.count)) } ?? key
        })
    }
    #expect(stems(language).symmetricDifference(stems(.ru)).sorted() == [])
  }

  @Test("The same facts stand in every language's text", arguments: [InterfaceLanguage.kk, .en])
  func factsAgree(language: InterfaceLanguage) {
    func facts(_ text: String) -> Set<String> {
      Set(text.components(separatedBy: "{").dropFirst().map { String($0.prefix { $0 != "}" }) })
    }
    for (key, text) in Catalogue.of(.ru).texts {
      guard let other = Catalogue.of(language).texts[key] else { continue }
      #expect(facts(text) == facts(other), "\(key)")
    }
  }
}

@Suite("Plural forms")
struct PluralFormTests {
  @Test(
    "Russian counts by its last two digits",
    arguments: [
      (1, PluralForm.one), (2, .few), (4, .few), (5, .many), (11, .many), (12, .many), (21, .one), (22, .few),
      (100, .many), (101, .one), (111, .many), (1_000_002, .few), (0, .many), (-1, .one),
    ])
  func russian(count: Int, form: PluralForm) {
    #expect(PluralForm.form(for: count, in: .ru) == form)
  }

  @Test("Kazakh and English have one and other", arguments: [InterfaceLanguage.kk, .en])
  func others(language: InterfaceLanguage) {
    #expect(PluralForm.form(for: 1, in: language) == .one)
    for count in [0, 2, 11, 21, 101] { #expect(PluralForm.form(for: count, in: language) == .other) }
  }

  @Test("The smallest number has a form")
  func extremes() {
    #expect(PluralForm.form(for: .min, in: .ru) == .many)
  }
}
