import Foundation

/// How much a stem tells among the stories of one language: 1 for one that a single story has, less for commoner
/// ones, about ½ for one that the square root of all stories have.
///
/// Each language is counted by itself: else the commonest words of a language that few stories are written in would
/// pass for rare.
struct TermWeights {
  private var frequencies: [String: [String: Int]] = [:]
  private var counts: [String: Int] = [:]

  init(_ stories: [StoryTerms]) {
    for story in stories {
      let language = story.language ?? ""
      counts[language, default: 0] += 1
      for stem in story.counts.keys { frequencies[language, default: [:]][stem, default: 0] += 1 }
    }
  }

  /// In how many stories of the language a stem occurs.
  func frequency(_ stem: String, language: String?) -> Int { frequencies[language ?? ""]?[stem] ?? 0 }

  func rarity(_ stem: String, language: String?) -> Double {
    let total = Double((counts[language ?? ""] ?? 0) + 1)
    guard total > 2 else { return 0 }
    return max(0, log(total / (Double(frequency(stem, language: language)) + 0.5)) / log(total))
  }
}
