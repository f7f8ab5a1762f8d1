import Foundation
import Language
import NewsModel
import Synchronization

/// What is not shown while the reader runs: kept in a store, or, for the demo, only here.
package final class MuteList: Sendable {
  private struct State {
    var muted: MutedNews
    /// The folded stems of each muted word.
    var stems: [Set<String>]
  }

  private let store: (any MuteStore)?
  private let state: Mutex<State>

  /// - Parameter store: `nil`: what is muted holds as long as the value lives.
  package init(store: (any MuteStore)?) {
    self.store = store
    let muted = store?.muted() ?? MutedNews()
    state = Mutex(State(muted: muted, stems: muted.words.map(Self.stems)))
  }

  /// What is not shown: sites, sections, words.
  package var rules: [MuteRule] {
    let muted = state.withLock { $0.muted }
    var rules = muted.sites.sorted().map { MuteRule.source($0) }
    for (site, sections) in muted.sections.sorted(by: { $0.key < $1.key }) {
      rules += sections.sorted { $0.rawValue < $1.rawValue }.map { MuteRule.section(site, $0) }
    }
    return rules + muted.words.map { MuteRule.word($0) }
  }

  /// Adds a rule and keeps it.
  /// - Throws: where the store cannot be changed: then all is as it was.
  package func add(_ rule: MuteRule) throws {
    try change { muted in
      switch rule {
      case .source(let site): muted.sites.insert(site)
      case .section(let site, let section): muted.sections[site, default: []].insert(section)
      case .word(let word): if !muted.words.contains(word) { muted.words.append(word) }
      }
    }
  }

  /// Takes a rule away again, and keeps that.
  /// - Throws: as `add`.
  package func remove(_ rule: MuteRule) throws {
    try change { muted in
      switch rule {
      case .source(let site): muted.sites.remove(site)
      case .section(let site, let section): muted.sections[site]?.remove(section)
      case .word(let word): muted.words.removeAll { $0 == word }
      }
      muted.sections = muted.sections.filter { !$0.value.isEmpty }
    }
  }

  private func change(_ edit: (inout MutedNews) -> Void) throws {
    try store?.change(edit)
    state.withLock { state in
      edit(&state.muted)
      state.stems = state.muted.words.map(Self.stems)
    }
  }

  /// Whether a line may be shown.
  package func shows(_ title: String, site: SiteID, sections: [SectionID] = [], language: String? = nil)
    -> Bool
  {
    state.withLock { state in
      guard !state.muted.isEmpty else { return true }
      if state.muted.sites.contains(site) { return false }
      if let muted = state.muted.sections[site], sections.contains(where: muted.contains) { return false }
      guard !state.stems.isEmpty else { return true }
      let terms = Set(SearchTerms.terms(of: title, language: language))
      return !state.stems.contains { !$0.isEmpty && $0.isSubset(of: terms) }
    }
  }

  /// Whether a site is not shown.
  package func hides(_ site: SiteID) -> Bool { state.withLock { $0.muted.sites.contains(site) } }

  /// Whether a section, or its whole site, is not shown.
  package func hides(_ section: SectionID, of site: SiteID) -> Bool {
    hides(site) || state.withLock { $0.muted.sections[site]?.contains(section) ?? false }
  }

  /// Whether an article may be shown.
  package func shows(_ listed: ListedArticle) -> Bool {
    let article = listed.article
    return shows(article.title, site: article.site, sections: article.sections, language: article.language)
  }

  private static func stems(_ word: String) -> Set<String> {
    Set(SearchTerms.terms(of: word, language: LanguageIdentifier.identify(word)))
  }
}
