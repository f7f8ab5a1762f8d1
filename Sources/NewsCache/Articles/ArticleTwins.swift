import NewsModel

/// Whether two tellings with different identities and addresses are of one article. Each rule asks for so much that
/// bulletins («Погода на завтра», «Курс валют») are never taken for one another.
enum ArticleTwins {
  /// What is known of an article that is kept.
  struct Candidate {
    let words: String
    let key: AddressKey?
    /// As told, `nil` for a mere day or nothing.
    let moment: Int64?
    /// Where the day begins, when no more was told.
    let day: Int64?
  }

  /// Of one title: equal words.
  static func isSameTitled(_ draft: IdentifiedDraft, _ known: Candidate) -> Bool {
    guard !draft.words.isEmpty, draft.words == known.words, !disagree(draft, known) else { return false }
    guard let key = draft.key, let other = known.key else {
      // One of them has no link: the moment decides, or that neither tells one.
      return draft.moment == known.moment && (draft.key == nil) == (known.key == nil)
        || draft.moment != nil && draft.moment == known.moment
    }
    if key.page == other.page { return true }
    let isSameMoment = draft.moment != nil && draft.moment == known.moment
    if isSameMoment, isKin(key, other), isTelling(draft.words) || key.segments == other.segments {
      return true
    }
    return areOneUnderTwoSections(key, other)
  }

  /// Of two titles: one was corrected and its address, made of the title, with it.
  static func isCorrected(_ draft: IdentifiedDraft, _ known: Candidate) -> Bool {
    guard draft.words != known.words, let key = draft.key, let other = known.key, let moment = draft.moment,
      moment == known.moment, key.host == other.host, key.query == other.query,
      key.segments.count == other.segments.count, key.segments.dropLast() == other.segments.dropLast()
    else { return false }
    return Likeness.areAlike(draft.words, known.words)
  }

  /// Two drafts of one answer, with one title.
  static func areOneUnderTwoAddresses(_ first: IdentifiedDraft, _ second: IdentifiedDraft) -> Bool {
    guard let key = first.key, let other = second.key,
      first.moment == nil || second.moment == nil || first.moment == second.moment
    else { return false }
    return areOneUnderTwoSections(key, other)
  }

  /// The last part of both paths is the same and says which article it is; what differs before it are names without a
  /// number: a day in a path makes two bulletins of one name.
  private static func areOneUnderTwoSections(_ key: AddressKey, _ other: AddressKey) -> Bool {
    guard key.host == other.host, key.query == other.query, let last = key.segments.last,
      last == other.segments.last, isTelling(segment: last)
    else { return false }
    let (own, others) = (key.segments.dropLast(), other.segments.dropLast())
    let different = Set(own).symmetricDifference(others)
    return !different.isEmpty && !different.contains { $0.contains(where: \.isNumber) }
  }

  /// Dates that contradict each other.
  private static func disagree(_ draft: IdentifiedDraft, _ known: Candidate) -> Bool {
    if let moment = draft.moment, let other = known.moment { return moment != other }
    let day = draft.draft.isDayOnly ? draft.draft.published.map(Stamp.seconds) : nil
    if let day, let other = known.day { return day != other }
    // A day begins somewhere on earth up to fourteen hours apart.
    if let day = day ?? known.day, let moment = draft.moment ?? known.moment {
      return !(day - 50_400..<day + 86_400 + 50_400).contains(moment)
    }
    return false
  }

  /// Four words tell of something that happened; «Новости» at ten o'clock is read in many places.
  private static func isTelling(_ words: String) -> Bool { words.utf8.count { $0 == 0x20 } >= 3 }

  /// A slug of three words or a number of four digits.
  private static func isTelling(segment: Substring) -> Bool {
    if segment.split(whereSeparator: { "-_+.".contains($0) || $0 == " " }).count >= 3 { return true }
    return segment.split { !$0.isNumber }.contains { $0.count >= 4 }
  }

  /// One host, or two faces of one publisher.
  private static func isKin(_ key: AddressKey, _ other: AddressKey) -> Bool {
    key.host == other.host || key.host.hasSuffix(".\(other.host)") || other.host.hasSuffix(".\(key.host)")
  }
}

/// Whether two titles are one before and after a correction.
enum Likeness {
  /// Of the longer title at most this share of letters was changed.
  private static let mostChanged = 4
  /// Longer titles are compared by their beginnings.
  private static let longest = 160

  static func areAlike(_ first: String, _ second: String) -> Bool {
    let (a, b) = (Array(first.unicodeScalars.prefix(longest)), Array(second.unicodeScalars.prefix(longest)))
    guard min(a.count, b.count) >= 12 else { return false }
    // What numbers tell is another news: «Матч 1», «Матч 2».
    guard first.filter(\.isNumber) == second.filter(\.isNumber) else { return false }
    return distance(a, b) * mostChanged <= max(a.count, b.count)
  }

  /// Levenshtein's distance, row by row.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let changed = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
