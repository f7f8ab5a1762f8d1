import Foundation

/// How much a stem tells among the stories of one language: 1 for one that a single story has, less for commoner
/// ones, about ½ for one that the square root of all stories have.
///
/// Each language is counted by itself: else the commonest words of a language that few stories are written in would
/// pass for rare.
struct TermWeights {
  private struct Entry {
    var frequency: Int
    var number: Int
  }

  private var entries: [String: [String: Entry]] = [:]
  private var counts: [String: Int] = [:]

  init(_ stories: [StoryTerms]) {
    var next = 0
    for (language, told) in Dictionary(grouping: stories, by: { $0.language ?? "" }) {
      counts[language] = told.count
      var own: [String: Entry] = [:]
      for story in told {
        for stem in story.counts.keys {
          own[stem, default: Entry(frequency: 0, number: next)].frequency += 1
          next += 1
        }
      }
      entries[language] = own
    }
  }

  /// The number of a stem that several stories of the language have, and how rare it is among them.
  func weigh(_ stem: String, language: String?) -> (number: Int?, rarity: Double) {
    let total = Double((counts[language ?? ""] ?? 0) + 1)
    guard total > 2, let entry = entries[language ?? ""]?[stem] else { return (nil, 0) }
    let rarity = log(total / (Double(entry.frequency) + 0.5)) / log(total)
    return (entry.frequency > 1 ? entry.number : nil, max(0, rarity))
  }
}
